import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Conversation } from '../../../../electron/shared/conversations.ts';
import type { DraftKind, OutgoingKind } from '../../../../electron/shared/composing.ts';
import type { ClaimStanding } from '../../../../electron/shared/people.ts';
import { useSession } from '../../../app/session.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { ClaimedPanel } from '../claim/claimed-panel.tsx';
import { useClaim } from '../claim/use-claim.ts';
import { WriterLine } from '../claim/writer-line.tsx';
import { useForwarding } from '../forward/forwarding.ts';
import type { ConversationRef } from '../inbox-place.ts';
import type { Composer as Binding } from '../../../../electron/shared/outbox.ts';
import { Composer } from './composer.tsx';
import classes from './composer.module.css';
import { DraftsKept } from './drafts-kept.tsx';
import { ElsewherePanel } from './elsewhere-panel.tsx';
import { lastWordsKept } from './follow-merged.ts';
import { NoteForm } from './note-form.tsx';
import { useSeat } from './use-seat.ts';

export type Answering = DraftKind | 'nothing';

interface ReplyAreaProps {
  readonly at: ConversationRef;
  readonly client: Client;
  readonly conversation: Conversation;
  readonly goOn: () => void;
  readonly leave: () => void;
  /** What was asked for; null leaves it to whether there is a draft. */
  readonly chosen: Answering | null;
  readonly choose: (answering: Answering) => void;
}

/** Where one answers or notes. One's own kept draft opens by itself; a colleague's waits until somebody goes on with it. */
export function ReplyArea({ at, client, conversation, goOn, leave, chosen, choose }: ReplyAreaProps) {
  const { t } = useTranslation('inbox');
  const composing = useTranslation('composing');
  const forward = useForwarding();
  const { may, operator } = useSession();
  const trpc = useTRPC();
  const maySend = may('messages.send', client.id);
  const isUnsent = conversation.messageCount === 0;
  const mayNote = may('conversations.work', client.id) && !isUnsent;
  const { data: drafts } = useQuery(trpc.outbox.drafts.queryOptions(at, { refetchOnMount: 'always' }));
  const [goesOn, setGoesOn] = useState<OutgoingKind | null>(null);
  const shown = chosen ?? goesOn ?? 'nothing';
  const isWriting = shown === 'reply' || shown === 'forward';
  const kind = shown === 'forward' ? 'forward' : 'reply';
  const compose = useQuery(
    trpc.outbox.compose.queryOptions({ ...at, kind }, { enabled: maySend, refetchOnMount: 'always' }),
  );
  const isOwnDraft = !compose.isFetching && compose.data?.draft?.operatorId === operator.id;
  const hasForward = drafts?.some((each) => each.kind === 'forward' && each.operatorId === operator.id);
  const hasReply = drafts?.some((each) => each.kind === 'reply');
  const own = isOwnDraft ? kind : hasForward && !hasReply ? 'forward' : null;
  useEffect(() => setGoesOn((before) => before ?? own), [own]);
  const { refetch } = compose;
  // What came along from a conversation that became part of this one belongs in here.
  const freshen = useCallback(() => lastWordsKept().then(() => refetch()), [refetch]);
  const claim = useClaim(at, { wanted: maySend && isWriting, freshen });
  useEffect(() => {
    // What was bound the last time may have been sent, saved or taken back since.
    if (chosen === 'nothing') void refetch();
  }, [chosen, refetch]);
  const seat = useSeat(at, { wanted: claim.isMine, freshen, letGo: () => choose('nothing') });
  const fresh = compose.isFetching ? null : (compose.data ?? null);
  const [binding, bind] = useBinding(seat.isMine ? kind : null, fresh);
  if (!maySend && !mayNote) return null;
  if (shown === 'note')
    return (
      drafts && (
        <NoteForm
          at={at}
          client={client}
          initial={drafts.find((each) => each.kind === 'note')?.text ?? ''}
          close={() => choose('nothing')}
        />
      )
    );
  if (isWriting && compose.error && !binding) {
    return <FailureNotice failure={failureOf(compose.error)} retry={() => void compose.refetch()} />;
  }
  if (isWriting && !claim.isMine && (claim.failure || isOthers(claim.standing))) {
    return (
      <Suspense fallback={null}>
        <ClaimedPanel
          at={at}
          client={client}
          claim={claim}
          text={compose.data?.draft?.text ?? ''}
          freshen={freshen}
          close={() => choose('nothing')}
        />
      </Suspense>
    );
  }
  if (isWriting && seat.isElsewhere)
    return <ElsewherePanel take={seat.take} close={() => choose('nothing')} />;
  if (isWriting && binding) {
    return (
      <Composer
        key={`${binding.kind} ${binding.revision}`}
        composer={binding}
        newest={fresh}
        takeUp={bind}
        client={client}
        first={isUnsent}
        language={conversation.contact.language}
        close={() => choose('nothing')}
        discarded={isUnsent ? leave : () => choose('nothing')}
        goOn={goOn}
      />
    );
  }
  return (
    <>
      <DraftsKept drafts={drafts ?? []} mayGoOn={maySend} goOn={choose} />
      <div className={classes['bar']}>
        {maySend && (
          <Button
            classNames={{ root: classes['send'] ?? '', label: classes['sendLabel'] ?? '' }}
            size="xs"
            leftSection={<Icon name="send" mirrored />}
            onClick={() => choose('reply')}
          >
            {t(isUnsent ? 'reply.continue' : 'reply.open', { name: client.name })}
          </Button>
        )}
        {mayNote && (
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="note" />}
            onClick={() => choose('note')}
          >
            {t('note.open')}
          </Button>
        )}
        {maySend && forward && !isUnsent && (
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="forward" mirrored />}
            onClick={() => forward(null)}
          >
            {composing.t('forward.button')}
          </Button>
        )}
        <Suspense fallback={null}>
          <WriterLine at={at} />
        </Suspense>
      </div>
    </>
  );
}

const isOthers = (standing: ClaimStanding | null): boolean => standing !== null && standing.state !== 'mine';

/**
 * What the composer is bound to: taken when it opens, and the same until it closes, whatever changes meanwhile, unless the
 * composer itself takes up another.
 */
function useBinding(
  wanted: OutgoingKind | null,
  data: Binding | null,
): [binding: Binding | null, bind: (newest: Binding) => void] {
  const [binding, setBinding] = useState<Binding | null>(null);
  const fresh = data?.kind === wanted ? data : null;
  useEffect(() => setBinding((bound) => (bound && bound.kind === wanted ? bound : fresh)), [wanted, fresh]);
  return [binding?.kind === wanted ? binding : null, setBinding];
}
