import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { SuggestedLine } from '../../../../electron/shared/voice/suggested-guide.ts';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { freeId, type LineDraft } from '../lines/line-draft.ts';
import voice from '../voice.module.css';
import { filledUp, splitReplies } from './split-replies.ts';
import { useLineProse } from './use-line-prose.ts';

interface GuideWizardProps {
  readonly client: Client;
  readonly lines: readonly LineDraft[];
  readonly onAdd: (lines: readonly LineDraft[]) => void;
}

const wanted = 10;
/** Of these one hears how many replies use them at all, not how many keep to the limit. */
const used: ReadonlySet<SuggestedLine['kind']> = new Set(['emoji', 'exclamation', 'apology']);

/** A first guide from good replies: pasted, or the last that were sent. What they have in common becomes lines to keep or leave. */
export function GuideWizard({ client, lines, onAdd }: GuideWizardProps) {
  const { t } = useTranslation('guide');
  const { t: app } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpened(true)}>
        {t('wizard.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('wizard.title')}
        closeButtonProps={{ 'aria-label': app('close') }}
        size="lg"
      >
        {opened && (
          <Steps
            client={client}
            onAdd={(added) => {
              const all = [...lines];
              for (const lineWith of added) all.push(lineWith(freeId(all)));
              onAdd(all);
              setOpened(false);
            }}
          />
        )}
      </Modal>
    </>
  );
}

interface StepsProps {
  readonly client: Client;
  /** Lines that only lack their numbers. */
  readonly onAdd: (lines: readonly ((id: number) => LineDraft)[]) => void;
}

function Steps({ client, onAdd }: StepsProps) {
  const { t } = useTranslation('guide');
  const trpc = useTRPC();
  const proseOf = useLineProse();
  const [text, setText] = useState('');
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const sent = useQuery(trpc.voice.samples.queryOptions({ clientId: client.id }, { enabled: false }));
  const suggest = useMutation(trpc.voice.suggest.mutationOptions({ onSuccess: () => setLeft(new Set()) }));
  const replies = splitReplies(text);
  const found = suggest.data;
  const lineOf =
    (line: SuggestedLine) =>
    (id: number): LineDraft => {
      const { seen: _seen, ...rest } = line;
      return { ...rest, id, level: 'warning', prose: proseOf(line, client.name) };
    };
  return (
    <div className={voice['wizard']}>
      <p>{t('wizard.text', { count: wanted })}</p>
      <Textarea
        label={t('wizard.replies')}
        description={t('wizard.repliesText')}
        dir="auto"
        autosize
        minRows={6}
        maxRows={14}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div className={voice['actions']}>
        <Button
          variant="default"
          loading={sent.isFetching}
          onClick={() =>
            void sent.refetch().then(({ data }) => data && setText((now) => filledUp(now, data, wanted)))
          }
        >
          {t('wizard.takeSent')}
        </Button>
        <Button
          loading={suggest.isPending}
          disabled={replies.length < 2}
          onClick={() => suggest.mutate({ clientId: client.id, replies })}
        >
          {t('wizard.look', { count: replies.length })}
        </Button>
      </div>
      {sent.data?.length === 0 && <p role="status">{t('effect.noReplies')}</p>}
      {sent.error && <FailureNotice failure={failureOf(sent.error)} />}
      {suggest.error && <FailureNotice failure={failureOf(suggest.error)} />}
      {found && (
        <>
          <p role="status">{t('wizard.found', { count: found.lines.length })}</p>
          {found.lines.map((line, index) => (
            <Checkbox
              key={`${line.kind} ${index}`}
              label={proseOf(line, client.name)}
              description={t(used.has(line.kind) ? 'wizard.used' : 'wizard.seen', {
                count: line.seen,
                of: found.replies,
              })}
              checked={!left.has(index)}
              onChange={() => setLeft(left.symmetricDifference(new Set([index])))}
            />
          ))}
          <Button
            className={voice['begin'] ?? ''}
            disabled={left.size === found.lines.length}
            onClick={() => onAdd(found.lines.filter((_, index) => !left.has(index)).map(lineOf))}
          >
            {t('wizard.add')}
          </Button>
        </>
      )}
    </div>
  );
}
