import { Button, Switch, Title } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/shared/clients.ts';
import type { VoiceGuide } from '../../../electron/shared/voice-guides.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { BriefingFields } from './briefing-fields.tsx';
import { ChecklistFields } from './checklist-fields.tsx';
import { ConfigFields } from './config-fields.tsx';
import { EffectPanel } from './effect/effect-panel.tsx';
import { draftOf, tidied, withRules, withSettings, type GuideDraft } from './guide-draft.ts';
import { GuideHistory } from './life/guide-history.tsx';
import { PendingGuide } from './life/pending-guide.tsx';
import { wholeLines } from './lines/line-draft.ts';
import { LinesSection } from './lines/lines-section.tsx';
import { PackageSection } from './package-section.tsx';
import { ruleProblemOf, useProblemText } from './problem-text.ts';
import { RulesSection } from './rules-section.tsx';
import { GuideWizard } from './wizard/guide-wizard.tsx';
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
  const { t: own } = useTranslation('guide');
  const trpc = useTRPC();
  const clientId = client.id;
  const [edited, setEdited] = useState<GuideDraft | null>(null);
  const draft = edited ?? draftOf(guide);
  const change = (part: Partial<GuideDraft>) => setEdited({ ...draft, ...part });
  const { data: pending } = useQuery(trpc.voice.pending.queryOptions({ clientId }));
  const done = { onSuccess: () => setEdited(null) };
  const save = useMutation(trpc.voice.save.mutationOptions(done));
  const saveDraft = useMutation(trpc.voice.saveDraft.mutationOptions(done));
  const { read, asked, problems } = useInspected(client, { guide, draft: edited });
  const lines = wholeLines(draft.lines);
  const body = lines.length === draft.lines.length ? { ...tidied(draft), lines } : null;
  const error = save.error ?? saveDraft.error;

  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (body && !guide.fourEyes) save.mutate({ clientId, ...body });
      }}
    >
      {pending && edited === null && (
        <PendingGuide
          client={client}
          guide={guide}
          pending={pending}
          onEdit={() => setEdited(draftOf(pending.body))}
        />
      )}
      <div className={classes['packages']}>
        <GuideWizard client={client} lines={draft.lines} onAdd={(changed) => change({ lines: changed })} />
        <PackageSection
          client={client}
          body={body}
          onRead={({ rules, config, own: rest }) =>
            change(
              rest
                ? { ...rest, config, rules: [...rules] }
                : { config: withSettings(draft, config), rules: withRules(draft.rules, rules) },
            )
          }
        />
      </div>
      <BriefingFields briefing={draft.briefing} onChange={(briefing) => change({ briefing })} />
      <LinesSection
        lines={draft.lines}
        examples={read.examples}
        onChange={(changed) => change({ lines: changed })}
      />
      <RulesSection
        client={client}
        body={asked}
        rules={draft.rules}
        definitions={read.definitions}
        unsupported={read.unsupported}
        problems={problems}
        onChange={(changed) => change({ rules: changed })}
      />
      <ConfigFields
        config={draft.config}
        problem={problems.find(({ rule }) => rule === '.vale.ini') ?? null}
        onChange={(config) => change({ config })}
      />
      <section className={classes['section']}>
        <Title order={2}>{t('sending')}</Title>
        <Switch
          label={t('errorsBlock')}
          description={t('errorsBlockText')}
          checked={draft.errorsBlockSending}
          onChange={(event) => change({ errorsBlockSending: event.currentTarget.checked })}
        />
        <Switch
          label={own('fourEyes')}
          description={own('fourEyesText')}
          checked={draft.fourEyes}
          onChange={(event) => change({ fourEyes: event.currentTarget.checked })}
        />
        <ChecklistFields checklist={draft.checklist} onChange={(checklist) => change({ checklist })} />
      </section>
      {edited && body && problems.length === 0 && <EffectPanel client={client} body={body} />}
      <SaveBar
        dirty={edited !== null}
        standing={problems.length > 0 ? 'wrong' : body === null ? 'incomplete' : 'good'}
        busy={save.isPending || saveDraft.isPending}
        guide={guide}
        onDiscard={() => setEdited(null)}
        onSaveDraft={() => body && saveDraft.mutate({ clientId, ...body })}
      />
      {error && <SaveFailure error={error} />}
      <GuideHistory client={client} guide={guide} />
    </form>
  );
}

/** What saving would say about the guide as it is being written, a moment after the last key. */
function useInspected(
  { id: clientId }: Client,
  { guide, draft }: { guide: VoiceGuide; draft: GuideDraft | null },
) {
  const trpc = useTRPC();
  const [settled] = useDebouncedValue(draft, pauseMilliseconds);
  const { rules, config, lines } = settled ?? guide;
  const asked = useMemo(
    () => ({ rules: [...rules], config, lines: wholeLines(lines) }),
    [rules, config, lines],
  );
  const { data } = useQuery(
    trpc.voice.inspect.queryOptions(
      { clientId, ...asked },
      { enabled: settled !== null, placeholderData: keepPreviousData, gcTime: 0 },
    ),
  );
  const read = settled && data ? data : { ...guide, problems: [], examples: [] };
  return {
    read: {
      definitions: read.definitions,
      unsupported: read.unsupported,
      examples: read.examples ?? [],
    },
    asked,
    problems: read.problems,
  };
}

interface SaveBarProps {
  readonly dirty: boolean;
  readonly standing: 'good' | 'wrong' | 'incomplete';
  readonly busy: boolean;
  readonly guide: VoiceGuide;
  readonly onDiscard: () => void;
  readonly onSaveDraft: () => void;
}

/** Where another person has to approve a change, it can only be kept as a draft. */
function SaveBar({ dirty, standing, busy, guide, onDiscard, onSaveDraft }: SaveBarProps) {
  const { t } = useTranslation('voice');
  const { t: own } = useTranslation('guide');
  const blocked = standing !== 'good';
  const saying = () => {
    if (standing === 'wrong') return t('mendFirst');
    if (standing === 'incomplete') return own('incomplete');
    if (dirty) return t('unsaved');
    return guide.version === 0 ? t('noVersion') : t('version', { version: guide.version });
  };
  return (
    <div className={classes['saveBar']}>
      <output>{saying()}</output>
      <Button variant="default" disabled={!dirty || busy} onClick={onDiscard}>
        {t('discard')}
      </Button>
      <Button
        variant={guide.fourEyes ? 'filled' : 'default'}
        disabled={!dirty || blocked}
        loading={busy}
        onClick={onSaveDraft}
      >
        {own('saveDraft')}
      </Button>
      {!guide.fourEyes && (
        <Button type="submit" disabled={!dirty || blocked} loading={busy}>
          {t('saveGuide')}
        </Button>
      )}
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
