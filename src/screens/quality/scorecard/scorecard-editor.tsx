import { Button, NativeSelect, NumberInput, ScrollArea, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import {
  ScorecardForm,
  weightings,
  type Scorecard,
  type Section,
} from '../../../../electron/shared/quality.ts';
import { useSession } from '../../../app/session.tsx';
import { ClientMark } from '../../../components/client-mark/client-mark.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { aSection, firstForm } from './new-parts.ts';
import classes from './scorecard-editor.module.css';
import { SectionFields } from './section-fields.tsx';

/** Fields that stand side by side keep one line: what explains them comes below. */
const belowInput: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

interface ScorecardEditorProps {
  readonly client: Client;
  readonly leave: () => void;
}

/** What is asked of every conversation of a client. */
export function ScorecardEditor({ client, leave }: ScorecardEditorProps) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.quality.scorecard.queryOptions({ clientId: client.id }));
  if (error) return <FailureNotice failure={failureOf(error)} retry={() => void refetch()} fill />;
  if (data === undefined) return null;
  return <Editor key={data?.version ?? 0} client={client} kept={data} leave={leave} />;
}

function Editor({ client, kept, leave }: ScorecardEditorProps & { readonly kept: Scorecard | null }) {
  const { t } = useTranslation('quality');
  const trpc = useTRPC();
  const { may } = useSession();
  const [name, setName] = useState(kept?.name ?? '');
  const [form, setForm] = useState<ScorecardForm>(() => kept?.form ?? firstForm());
  const save = useMutation(trpc.quality.saveScorecard.mutationOptions());
  const change = (part: Partial<ScorecardForm>) => setForm({ ...form, ...part });
  const changeSection = (index: number, section: Section | null) =>
    change({ sections: form.sections.flatMap((each, at) => (at === index ? (section ?? []) : each)) });
  const valid = name.trim() !== '' && ScorecardForm.safeParse(form).success;
  const readOnly = !may('quality.manage', client.id);
  const submit = () => save.mutate({ clientId: client.id, name, form }, { onSuccess: leave });
  return (
    <ScrollArea className={classes['scroller'] ?? ''} type="auto">
      <main className={classes['sheet']}>
        <header className={classes['heading']}>
          <Button variant="subtle" size="xs" onClick={leave} leftSection={<Icon name="back" mirrored />}>
            {t('back')}
          </Button>
          <ClientMark client={client} />
          <Title order={1}>{t('scorecardOf', { client: client.name })}</Title>
        </header>
        <p className={classes['quiet']}>
          {kept === null && t('firstScorecard')}
          {kept !== null &&
            (kept.locked
              ? t('locked', { version: kept.version, next: kept.version + 1 })
              : t('unlocked', { version: kept.version }))}
        </p>
        <fieldset className={classes['all']} disabled={readOnly}>
          <TextInput
            label={t('cardName')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div className={classes['fields']}>
            <NativeSelect
              label={t('weighting')}
              inputWrapperOrder={belowInput}
              description={t(`weightingHint.${form.weighting}`)}
              value={form.weighting}
              data={weightings.map((value) => ({ value, label: t(`weightingName.${value}`) }))}
              onChange={(event) =>
                change({
                  weighting: event.currentTarget.value === 'raw-points' ? 'raw-points' : 'normalised',
                })
              }
            />
            <NativeSelect
              label={t('policyLabel')}
              inputWrapperOrder={belowInput}
              description={t(`policy.${form.notApplicable}`)}
              value={form.notApplicable}
              data={(['excluded', 'pass'] as const).map((value) => ({
                value,
                label: t(`policyName.${value}`),
              }))}
              onChange={(event) =>
                change({ notApplicable: event.currentTarget.value === 'pass' ? 'pass' : 'excluded' })
              }
            />
            <NumberInput
              label={t('passAtLabel')}
              suffix=" %"
              min={0}
              max={100}
              value={Math.round(form.passAt * 100)}
              onChange={(value) => change({ passAt: (typeof value === 'number' ? value : 0) / 100 })}
            />
          </div>
          {form.sections.map((section, index) => (
            <SectionFields
              key={section.id}
              section={section}
              change={(next) => changeSection(index, next)}
              removable={form.sections.length > 1}
            />
          ))}
          <Button
            variant="default"
            leftSection={<Icon name="plus" />}
            onClick={() => change({ sections: [...form.sections, aSection()] })}
          >
            {t('addSection')}
          </Button>
        </fieldset>
        {save.error ? <FailureNotice failure={failureOf(save.error)} /> : null}
        {!readOnly && (
          <footer className={classes['footer']}>
            <Button disabled={!valid} loading={save.isPending} onClick={submit}>
              {t('saveScorecard')}
            </Button>
            {!valid && <span className={classes['quiet']}>{t('incomplete')}</span>}
          </footer>
        )}
      </main>
    </ScrollArea>
  );
}
