import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Conversation } from '../../../../electron/shared/conversations.ts';
import type { OperatorId } from '../../../../electron/shared/ids.ts';
import { useSession } from '../../../app/session.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import { AfterPaint } from '../../../components/after-paint/after-paint.tsx';
import { MessageCard } from '../message/message-card.tsx';
import { OutboxCards } from '../outbox/outbox-cards.tsx';
import { EventLines } from './event-lines.tsx';
import classes from './message-list.module.css';
import { firstUnfolded, timelineOf } from './timeline.ts';

const MessageMenu = lazy(async () => ({
  default: (await import('../corrections/message-menu.tsx')).MessageMenu,
}));
const CorrectionActions = lazy(async () => ({
  default: (await import('../corrections/correction-actions.tsx')).CorrectionActions,
}));
const TopicLines = lazy(async () => ({
  default: (await import('../corrections/topic-lines.tsx')).TopicLines,
}));

interface MessageListProps {
  readonly conversation: Conversation;
  readonly client: Client;
  /** A reply was taken back: its words are a draft again. */
  readonly onDraftBack: () => void;
}

/** Oldest first, opened at what is new; what was read long ago is folded to a line. */
export function MessageList({ conversation, client, onDraftBack }: MessageListProps) {
  const { t } = useTranslation('inbox');
  const trpc = useTRPC();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  const names = useMemo(
    () => new Map<OperatorId | null, string>(operators?.map((each) => [each.id, each.name])),
    [operators],
  );
  const { messages, events } = conversation;
  const { may } = useSession();
  const at = { clientId: client.id, conversationId: conversation.id };
  const mayCorrect = may('conversations.work', client.id);
  // Of one that was only begun there is nothing to tell.
  const timeline = useMemo(
    () => timelineOf(messages, messages.length === 0 ? [] : events),
    [messages, events],
  );
  const firstNew = firstUnfolded(messages);
  const start = useRef<HTMLDivElement>(null);
  // In braces: newer browsers answer with a promise, which React would take for a clean-up.
  useLayoutEffect(() => {
    start.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div className={classes['scroller']} role="group" aria-label={t('conversation.messages')}>
      <div className={classes['column']}>
        <AfterPaint>
          <Suspense>
            <TopicLines at={at} />
          </Suspense>
        </AfterPaint>
        {timeline.map((entry) =>
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
                menu={
                  mayCorrect && (
                    <AfterPaint>
                      <Suspense>
                        <MessageMenu at={at} message={entry.message} messages={messages} />
                      </Suspense>
                    </AfterPaint>
                  )
                }
              />
            </div>
          ),
        )}
        <OutboxCards clientId={client.id} conversationId={conversation.id} onDraftBack={onDraftBack} />
      </div>
    </div>
  );
}
