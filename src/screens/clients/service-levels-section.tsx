import { Button, NumberInput, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../electron/shared/ids.ts';
import type { ServiceLevels } from '../../../electron/shared/service-levels.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './clients.module.css';

const kinds = ['firstResponse', 'nextResponse', 'resolution'] as const;

/** What was promised to this client's customers. */
export function ServiceLevelsSection({ clientId }: { readonly clientId: ClientId }) {
  const { t } = useTranslation('clients');
  const trpc = useTRPC();
  const { data: levels } = useQuery(trpc.serviceLevels.read.queryOptions({ clientId }));
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('serviceLevels.title')}</Title>
      <Text c="dimmed">{t('serviceLevels.text')}</Text>
      {levels && <LevelsForm clientId={clientId} initial={levels} />}
    </section>
  );
}

interface LevelsFormProps {
  readonly clientId: ClientId;
  readonly initial: ServiceLevels;
}

function LevelsForm({ clientId, initial }: LevelsFormProps) {
  const { t } = useTranslation('clients');
  const trpc = useTRPC();
  const [levels, setLevels] = useState(initial);
  const save = useMutation(trpc.serviceLevels.define.mutationOptions());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ clientId, levels });
      }}
    >
      {kinds.map((kind) => (
        <PromiseField
          key={kind}
          name={t(`serviceLevels.${kind}`)}
          minutes={levels[kind]}
          change={(minutes) => {
            save.reset();
            setLevels({ ...levels, [kind]: minutes });
          }}
        />
      ))}
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
      <div className={classes['actions']}>
        <Button type="submit" variant="default" loading={save.isPending}>
          {t(save.isSuccess ? 'serviceLevels.saved' : 'serviceLevels.save')}
        </Button>
      </div>
    </form>
  );
}

interface PromiseFieldProps {
  readonly name: string;
  readonly minutes: number | null;
  readonly change: (minutes: number | null) => void;
}

/** Hours and minutes; both empty, or nothing at all: no promise. */
function PromiseField({ name, minutes, change }: PromiseFieldProps) {
  const { t } = useTranslation('clients');
  const hours = minutes === null ? '' : Math.floor(minutes / 60);
  const rest = minutes === null ? '' : minutes % 60;
  const put = (nextHours: number | string, nextRest: number | string) =>
    change((Number(nextHours) || 0) * 60 + (Number(nextRest) || 0) || null);
  return (
    <div className={classes['promise']} role="group" aria-label={name}>
      <Text>{name}</Text>
      <NumberInput
        aria-label={t('serviceLevels.hoursOf', { name })}
        suffix={` ${t('serviceLevels.hourMark')}`}
        min={0}
        max={2000}
        allowDecimal={false}
        allowNegative={false}
        value={hours}
        onChange={(value) => put(value, rest)}
      />
      <NumberInput
        aria-label={t('serviceLevels.minutesOf', { name })}
        suffix={` ${t('serviceLevels.minuteMark')}`}
        min={0}
        max={59}
        allowDecimal={false}
        allowNegative={false}
        value={rest}
        onChange={(value) => put(hours, value)}
      />
    </div>
  );
}
