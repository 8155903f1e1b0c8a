import type { Actor } from '../../../../electron/shared/events.ts';
import type { FrozenEvent, FrozenMessage, Snapshot } from '../../../../electron/shared/quality.ts';
import type { Instant } from '../../../../electron/shared/time.ts';
import { isTold, type ToldEvent } from '../../../../electron/shared/told-events.ts';

export type What =
  | { readonly type: 'told'; readonly event: ToldEvent }
  | { readonly type: 'handled'; readonly actor: Actor; readonly milliseconds: number }
  /** From a customer's message to our answer to it. */
  | { readonly type: 'waited'; readonly milliseconds: number };

export type Happening =
  | { readonly kind: 'message'; readonly at: Instant; readonly message: FrozenMessage }
  | {
      readonly kind: 'event';
      readonly key: string;
      readonly at: Instant;
      readonly what: What;
    };

/** The messages under review with what was done between them, oldest first. */
export function happenings({ messages: all, events }: Snapshot): Happening[] {
  const messages = all.filter((message) => !message.earlier);
  const told: Happening[] = messages.map((message) => ({ kind: 'message', at: message.at, message }));
  const done = events.flatMap((event, index): Happening[] => {
    const what = whatOf(event);
    return what ? [{ kind: 'event', key: `event-${index}`, at: event.at, what }] : [];
  });
  return [...told, ...waits(messages), ...done].toSorted((a, b) => a.at.localeCompare(b.at));
}

function whatOf({ at, actor: { kind, id }, body }: FrozenEvent): What | null {
  const actor: Actor = kind !== 'operator' ? { kind } : id === null ? { kind: 'system' } : { kind, id };
  if (body.type === 'handled') return { type: 'handled', actor, milliseconds: body.milliseconds };
  return isTold(body) ? { type: 'told', event: { at, actor, body } } : null;
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
        what: { type: 'waited', milliseconds },
      });
      since = null;
    }
  }
  return found;
}
