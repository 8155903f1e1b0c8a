import type { ConversationStatus } from '../../../../electron/shared/conversations.ts';
import type { FrozenEvent, FrozenMessage, Snapshot } from '../../../../electron/shared/quality.ts';
import type { Instant } from '../../../../electron/shared/time.ts';

export type What =
  | { readonly type: 'status'; readonly to: ConversationStatus }
  | { readonly type: 'assigned'; readonly to: string | null }
  | { readonly type: 'tagged'; readonly tag: string }
  | { readonly type: 'handled'; readonly milliseconds: number }
  /** From a customer's message to our answer to it. */
  | { readonly type: 'waited'; readonly milliseconds: number };

export type Happening =
  | { readonly kind: 'message'; readonly at: Instant; readonly message: FrozenMessage }
  | {
      readonly kind: 'event';
      readonly key: string;
      readonly at: Instant;
      readonly actorId: string | null;
      readonly what: What;
    };

/** The messages under review with what was done between them, oldest first. */
export function happenings({ messages: all, events }: Snapshot): Happening[] {
  const messages = all.filter((message) => !message.earlier);
  const told: Happening[] = messages.map((message) => ({ kind: 'message', at: message.at, message }));
  const done = events.flatMap((event, index): Happening[] => {
    const what = whatOf(event);
    return what
      ? [{ kind: 'event', key: `event-${index}`, at: event.at, actorId: event.actor.id, what }]
      : [];
  });
  return [...told, ...waits(messages), ...done].toSorted((a, b) => a.at.localeCompare(b.at));
}

function whatOf({ body }: FrozenEvent): What | null {
  switch (body.type) {
    case 'status-changed':
      return { type: 'status', to: body.to };
    case 'assigned':
      return { type: 'assigned', to: body.to };
    case 'tagged':
      return { type: 'tagged', tag: body.tag };
    case 'handled':
      return { type: 'handled', milliseconds: body.milliseconds };
    default:
      return null;
  }
}

/** How long the customer's oldest unanswered message had waited when each of our replies came. */
function waits(messages: readonly FrozenMessage[]): Happening[] {
  const found: Happening[] = [];
  let since: Instant | null = null;
  for (const message of messages) {
    if (message.automatic || message.kind === 'note') continue;
    if (message.kind === 'inbound') since ??= message.at;
    else if (since !== null) {
      const milliseconds = Date.parse(message.at) - Date.parse(since);
      found.push({
        kind: 'event',
        key: `waited-${message.id}`,
        at: message.at,
        actorId: null,
        what: { type: 'waited', milliseconds },
      });
      since = null;
    }
  }
  return found;
}
