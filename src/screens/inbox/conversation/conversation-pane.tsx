import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../../../electron/shared/conversations.ts';
import { useSession } from '../../../app/session.tsx';
import { AfterPaint } from '../../../components/after-paint/after-paint.tsx';
import { clientLook } from '../../../components/client-mark/client-mark.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { RowsSkeleton } from '../../../components/skeleton/rows-skeleton.tsx';
import { partAhead } from '../../../components/part/part.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { Answering } from '../composer/reply-area.tsx';
import { useAnswerCommands } from './use-answer-commands.ts';
import { BrandRoom } from '../brand-safety/brand-room.tsx';
import { mergedInto } from '../corrections/merged-into.ts';
import { ForwardingProvider } from '../forward/forwarding.ts';
import { useBeginForward } from '../forward/use-begin-forward.ts';
import { isSame, rowRef, type ConversationRef, type InboxPlace } from '../inbox-place.ts';
import { useHandling } from '../handling/use-handling.ts';
import classes from './conversation-pane.module.css';
import { ConversationHeader } from './conversation-header.tsx';
import { MessageList } from './message-list.tsx';
import { useAhead } from './use-ahead.ts';

const MergedAway = lazy(async () => ({
  default: (await import('../corrections/merged-away.tsx')).MergedAway,
}));
const ReplyArea = partAhead(async () => (await import('../composer/reply-area.tsx')).ReplyArea);

interface ConversationPaneProps {
  readonly at: ConversationRef;
  readonly place: InboxPlace;
  /** The queue as it stands: what follows in it is next after a send. */
  readonly rows: readonly QueueRow[];
  /** Present where the queue is hidden. */
  readonly showQueue?: () => void;
  readonly contextOut: boolean;
  readonly toggleContext: () => void;
}

export function ConversationPane(props: ConversationPaneProps) {
  return (
    <BrandRoom at={props.at}>
      <OpenConversation {...props} />
    </BrandRoom>
  );
}

function OpenConversation({ at, place, rows, ...panes }: ConversationPaneProps) {
  const { t } = useTranslation('inbox');
  const trpc = useTRPC();
  const { clientOf, may } = useSession();
  const { data, error, refetch } = useQuery(trpc.conversations.read.queryOptions(at));
  const [returned, setReturned] = useState(0);
  const [answering, setAnswering] = useState<Answering | null>(null);
  const begin = useBeginForward(at, () => setAnswering('forward'));
  const forward = may('messages.send', at.clientId) ? begin : null;
  const first = data?.messageCount === 0;
  useAnswerCommands(clientOf(at.clientId), { first, choose: setAnswering, forward });
  useHandling(at, may('conversations.work', at.clientId));
  const next = nextOf(rows, at);
  useNext(next);
  const goOn = useGoOn({ place, next });
  const takeUpDraft = useCallback(() => {
    setAnswering(null);
    setReturned((count) => count + 1);
  }, []);
  const client = clientOf(at.clientId);
  const foot = <div className={classes['foot']} />;
  const into = mergedInto(error);
  if (into)
    return (
      <Suspense>
        <MergedAway from={at.conversationId} into={into} />
      </Suspense>
    );
  // A failed look at what is open already takes nothing away from whoever answers it.
  if (error && (!data || failureOf(error).code === 'not-found'))
    return <FailureNotice failure={failureOf(error)} retry={() => void refetch()} fill />;
  if (!client || !data) return <RowsSkeleton rows={4} height={120} />;
  return (
    <article
      className={classes['pane']}
      aria-label={t('conversation.name', { client: client.name })}
      {...clientLook(client)}
    >
      <ConversationHeader
        at={at}
        conversation={data}
        client={client}
        leave={() => place.show(null)}
        goOn={goOn}
        onDraftBack={takeUpDraft}
        {...panes}
      />
      <ForwardingProvider value={forward}>
        <MessageList conversation={data} client={client} onDraftBack={takeUpDraft} />
        <AfterPaint fallback={foot}>
          <Suspense fallback={foot}>
            <ReplyArea
              key={returned}
              at={at}
              client={client}
              conversation={data}
              goOn={goOn}
              leave={() => place.show(null)}
              chosen={answering}
              choose={setAnswering}
            />
          </Suspense>
        </AfterPaint>
      </ForwardingProvider>
    </article>
  );
}

/** Where one goes from what is done with: as the operator prefers, and with nothing left to go to, to the list. */
function useGoOn({ place, next }: { place: InboxPlace; next: ConversationRef | null }): () => void {
  const { preferences } = useSession();
  const { afterwards } = preferences;
  return () => {
    if (afterwards !== 'stay') place.show(afterwards === 'next' ? next : null);
  };
}

/** What stands below it in the queue, or else above; null where it stands alone. */
function nextOf(rows: readonly QueueRow[], at: ConversationRef): ConversationRef | null {
  const index = rows.findIndex((row) => isSame(rowRef(row), at));
  const row = index < 0 ? rows[0] : (rows[index + 1] ?? rows[index - 1]);
  return row ? rowRef(row) : null;
}

/** Has the next conversation ready before the hand has moved. */
function useNext(next: ConversationRef | null): void {
  const ahead = useAhead();
  const clientId = next?.clientId;
  const conversationId = next?.conversationId;
  useEffect(() => {
    if (clientId && conversationId) ahead({ clientId, conversationId });
  }, [ahead, clientId, conversationId]);
}
