import { Alert, Button, NumberInput, Select, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../electron/shared/ids.ts';
import {
  assigningModes,
  mostCapacity,
  PeopleRules,
  whenAwayChoices,
  type Person,
} from '../../../electron/shared/people.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './clients.module.css';
import { PeopleTable } from './people-table.tsx';

/** Who answers for this client, and how its conversations find somebody. */
export function PeopleSection({ clientId }: { readonly clientId: ClientId }) {
  const { t } = useTranslation('people');
  const trpc = useTRPC();
  const { data: rules } = useQuery(trpc.people.rules.queryOptions({ clientId }));
  const { data: people } = useQuery(
    // What is in whose hands changes with every mail.
    trpc.people.list.queryOptions({ clientId }, { refetchOnMount: 'always' }),
  );
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('section.title')}</Title>
      <Text c="dimmed">{t('section.text')}</Text>
      {rules && people && <RulesForm clientId={clientId} initial={rules} people={people} />}
      {people && <PeopleTable clientId={clientId} people={people} usual={rules?.capacity ?? null} />}
    </section>
  );
}

interface RulesFormProps {
  readonly clientId: ClientId;
  readonly initial: PeopleRules;
  readonly people: readonly Person[];
}

function RulesForm({ clientId, initial, people }: RulesFormProps) {
  const { t } = useTranslation('people');
  const trpc = useTRPC();
  const [rules, setRules] = useState(initial);
  const save = useMutation(trpc.people.setRules.mutationOptions());
  const change = (part: Partial<PeopleRules>) => {
    save.reset();
    setRules({ ...rules, ...part });
  };
  const isLocked = rules.certifiedOnly && people.every(({ certifiedAt }) => certifiedAt === null);
  return (
    <form
      className={classes['section']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ clientId, rules });
      }}
    >
      <Switch
        label={t('section.certifiedOnly')}
        description={t('section.certifiedOnlyHint')}
        checked={rules.certifiedOnly}
        onChange={(event) => change({ certifiedOnly: event.currentTarget.checked })}
      />
      {isLocked && <Alert color="yellow">{t('section.nobodyCertified')}</Alert>}
      <Select
        label={t('section.assigning')}
        allowDeselect={false}
        data={assigningModes.map((mode) => ({ value: mode, label: t(`section.modes.${mode}`) }))}
        value={rules.assigning}
        onChange={(value) => change({ assigning: PeopleRules.shape.assigning.parse(value) })}
      />
      <Select
        label={t('section.whenAway')}
        description={t('section.back')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        disabled={rules.assigning === 'off'}
        data={whenAwayChoices.map((choice) => ({ value: choice, label: t(`section.away.${choice}`) }))}
        value={rules.whenAway}
        onChange={(value) => change({ whenAway: PeopleRules.shape.whenAway.parse(value) })}
      />
      <NumberInput
        label={t('section.capacity')}
        description={t('section.capacityHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        w={260}
        min={1}
        max={mostCapacity}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        value={rules.capacity}
        onChange={(value) => change({ capacity: Math.max(1, Number(value) || 1) })}
      />
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
      <div className={classes['actions']}>
        <Button type="submit" variant="default" loading={save.isPending}>
          {t(save.isSuccess ? 'section.saved' : 'section.save')}
        </Button>
      </div>
    </form>
  );
}
