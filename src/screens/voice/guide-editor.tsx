import { Button, Switch, Title } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/shared/clients.ts';
import type { VoiceGuide } from '../../../electron/shared/voice-guides.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { BriefingFields } from './briefing-fields.tsx';
import { ChecklistFields } from './checklist-fields.tsx';
import { draftOf, tidied, type GuideDraft } from './guide-draft.ts';
import { ruleProblemOf, useProblemText } from './problem-text.ts';
import { RulesSection } from './rules-section.tsx';
import classes from './voice.module.css';

/** Until typing pauses for this long the rules are not read again. */
const pauseMilliseconds = 400;

/** A client's guide: briefing, rules, checklist, and whether errors keep a reply from leaving. */
export function GuideEditor({ client }: { readonly client: Client }) {
  const trpc = useTRPC();
  const { data: guide, error } = useQuery(trpc.voice.guide.queryOptions({ clientId: client.id }));
  if (error) return <FailureNotice failure={failureOf(error)} />;
  return guide ? <LoadedGuide client={client} guide={guide} /> : null;
}

function LoadedGuide({ client, guide }: { readonly client: Client; readonly guide: VoiceGuide }) {
  const { t } = useTranslation('voice');
  const trpc = useTRPC();
  const clientId = client.id;
  const [edited, setEdited] = useState<GuideDraft | null>(null);
  const draft = edited ?? draftOf(guide);
  const change = (part: Partial<GuideDraft>) => setEdited({ ...draft, ...part });
  const save = useMutation(trpc.voice.save.mutationOptions({ onSuccess: () => setEdited(null) }));
  const [rules] = useDebouncedValue(edited?.rules ?? guide.rules, pauseMilliseconds);
  const { data: inspected = guide } = useQuery(
    trpc.voice.inspect.queryOptions(
      { clientId, rules: [...rules] },
      { enabled: rules !== guide.rules, placeholderData: keepPreviousData, gcTime: 0 },
    ),
  );
  const read = rules === guide.rules ? guide : inspected;
  const problems = 'problems' in read ? read.problems : [];

  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ clientId, ...tidied(draft) });
      }}
    >
      <BriefingFields briefing={draft.briefing} onChange={(briefing) => change({ briefing })} />
      <RulesSection
        client={client}
        rules={draft.rules}
        definitions={read.definitions}
        unsupported={read.unsupported}
        problems={problems}
        onChange={(changed) => change({ rules: changed })}
      />
      <section className={classes['section']}>
        <Title order={2}>{t('sending')}</Title>
        <Switch
          label={t('errorsBlock')}
          description={t('errorsBlockText')}
          checked={draft.errorsBlockSending}
          onChange={(event) => change({ errorsBlockSending: event.currentTarget.checked })}
        />
        <ChecklistFields checklist={draft.checklist} onChange={(checklist) => change({ checklist })} />
      </section>
      <SaveBar
        dirty={edited !== null}
        blocked={problems.length > 0}
        busy={save.isPending}
        version={guide.version}
        onDiscard={() => setEdited(null)}
      />
      {save.error && <SaveFailure error={save.error} />}
    </form>
  );
}

interface SaveBarProps {
  readonly dirty: boolean;
  readonly blocked: boolean;
  readonly busy: boolean;
  readonly version: number;
  readonly onDiscard: () => void;
}

function SaveBar({ dirty, blocked, busy, version, onDiscard }: SaveBarProps) {
  const { t } = useTranslation('voice');
  return (
    <div className={classes['saveBar']}>
      <output>{blocked ? t('mendFirst') : dirty ? t('unsaved') : t('version', { version })}</output>
      <Button variant="default" disabled={!dirty || busy} onClick={onDiscard}>
        {t('discard')}
      </Button>
      <Button type="submit" disabled={!dirty || blocked} loading={busy}>
        {t('saveGuide')}
      </Button>
    </div>
  );
}

function SaveFailure({ error }: { readonly error: unknown }) {
  const say = useProblemText();
  const failure = failureOf(error);
  const problem = ruleProblemOf(failure);
  return (
    <>
      <FailureNotice failure={failure} />
      {problem && (
        <p>
          <bdi>{problem.rule}</bdi>: {say(problem)}
        </p>
      )}
    </>
  );
}
