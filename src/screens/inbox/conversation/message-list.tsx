import { useQuery } from '@tanstack/react-query';
import { memo, Suspense, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Conversation, Message } from '../../../../electron/shared/conversations.ts';
import type { OperatorId } from '../../../../electron/shared/ids.ts';
import { useSession } from '../../../app/session.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import { AfterPaint } from '../../../components/after-paint/after-paint.tsx';
import { partAhead } from '../../../components/part/part.tsx';
import { MessageCard } from '../message/message-card.tsx';
import { OutboxCards } from '../outbox/outbox-cards.tsx';
import { useLineWords } from '../line-words.ts';
import { EventLines } from './event-lines.tsx';
import classes from './message-list.module.css';
import { firstUnfolded, timelineOf } from './timeline.ts';
import { useReach } from './use-reach.ts';

const MessageMenu = partAhead(async () => (await import('../corrections/message-menu.tsx')).MessageMenu);
const CorrectionActions = partAhead(
  async () => (await import('../corrections/correction-actions.tsx')).CorrectionActions,
);
const TopicLines = partAhead(async () => (await import('../corrections/topic-lines.tsx')).TopicLines);

interface MessageListProps {
  readonly conversation: Conversation;
  readonly client: Client;
  /** A reply was taken back: its words are a draft again. */
  readonly onDraftBack: () => void;
}

/** Pixels a folded message takes with the gap to the next: until it is drawn, so much room is kept for it. */
const foldedHeight = 46;

/** Oldest first, opened at what is new; what was read long ago is folded to a line. */
export const MessageList = memo(function MessageList({
  conversation,
  client,
  onDraftBack,
}: MessageListProps) {
  const words = useLineWords();
  const trpc = useTRPC();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  const names = useMemo(
    () => new Map<OperatorId | null, string>(operators?.map((each) => [each.id, each.name])),
    [operators],
  );
  const { messages, events } = conversation;
  const { may } = useSession();
  const clientId = client.id;
  const conversationId = conversation.id;
  const at = useMemo(() => ({ clientId, conversationId }), [clientId, conversationId]);
  const mayCorrect = may('conversations.work', client.id);
  // Of one that was only begun there is nothing to tell.
  const timeline = useMemo(
    () => timelineOf(messages, messages.length === 0 ? [] : events),
    [messages, events],
  );
  const firstNew = firstUnfolded(messages);
  const { from, to } = useReach({
    count: timeline.length,
    start: timeline.findIndex((entry) => entry.kind === 'message' && entry.index === firstNew),
  });
  // The same for as long as the messages are: what is done to the conversation draws none of them anew.
  const menu = useCallback(
    (message: Message) => (
      <AfterPaint>
        <Suspense>
          <MessageMenu at={at} message={message} messages={messages} />
        </Suspense>
      </AfterPaint>
    ),
    [at, messages],
  );
  const start = useRef<HTMLDivElement>(null);
  // In braces: newer browsers answer with a promise, which React would take for a clean-up.
  useLayoutEffect(() => {
    start.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div className={classes['scroller']} role="group" aria-label={words.t('conversation.messages')}>
      <div className={classes['column']}>
        <AfterPaint>
          <Suspense>
            <TopicLines at={at} />
          </Suspense>
        </AfterPaint>
        {from > 0 && <div style={{ height: from * foldedHeight }} />}
        {timeline.slice(from, to).map((entry) =>
          entry.kind === 'events' ? (
            <EventLines
              key={`events ${entry.events[0]?.at}`}
              events={entry.events}
              client={client}
              nameOf={(id) => names.get(id)}
              renderActions={({ body }) =>
                body.type === 'corrected' && (
                  <Suspense>
                    <CorrectionActions at={at} body={body} events={events} />
                  </Suspense>
                )
              }
            />
          ) : (
            <div
              key={entry.message.id}
              ref={entry.index === firstNew ? start : null}
              className={classes['slot']}
            >
              <MessageCard
                message={entry.message}
                client={client}
                author={names.get(entry.message.operatorId) ?? null}
                folded={entry.index < firstNew}
                menu={mayCorrect ? menu : null}
                words={words}
              />
            </div>
          ),
        )}
        <OutboxCards clientId={clientId} conversationId={conversationId} onDraftBack={onDraftBack} />
      </div>
    </div>
  );
});
