import type { Message } from '../../../../electron/shared/conversations.ts';
import type { ToldEvent } from '../../../../electron/shared/told-events.ts';

export type TimelineEntry<Said> =
  | { readonly kind: 'message'; readonly message: Said; readonly index: number }
  /** What was done with nothing said in between. */
  | { readonly kind: 'events'; readonly events: readonly ToldEvent[] };

/**
 * Messages with what was done between them; both come oldest first. In the same millisecond a message stands before what
 * was done with it, and after the opening that it caused.
 */
export function timelineOf<Said extends Pick<Message, 'at'>>(
  messages: readonly Said[],
  events: readonly ToldEvent[],
): readonly TimelineEntry<Said>[] {
  const entries: TimelineEntry<Said>[] = [];
  let done = 0;
  const tellWhile = (holds: (event: ToldEvent) => boolean) => {
    const from = done;
    for (let event = events[done]; event && holds(event); event = events[done]) done += 1;
    if (done > from) entries.push({ kind: 'events', events: events.slice(from, done) });
  };
  for (const [index, message] of messages.entries()) {
    const before = (event: ToldEvent) => event.at === message.at && event.body.type === 'opened';
    tellWhile((event) => event.at < message.at || before(event));
    entries.push({ kind: 'message', message, index });
  }
  tellWhile(() => true);
  return entries;
}

/** The place of the first that is shown whole: from the last thing we said on, and everything the customer has said since. */
export function firstUnfolded(messages: readonly Pick<Message, 'kind'>[]): number {
  const lastOurs = messages.findLastIndex((message) => message.kind === 'outbound');
  return Math.max(0, Math.min(lastOurs, messages.length - 1));
}
