import type { ErrorShape } from '../../shared/errors.ts';
import type { ChannelId } from '../../shared/ids.ts';
import type { OpenItem } from '../features/outbox/delivery/open-item.ts';

/** What the lane does next for a channel, or how many milliseconds from now it should look again. */
export type Turn =
  | { readonly kind: 'work'; readonly item: OpenItem }
  | { readonly kind: 'hold'; readonly error: ErrorShape }
  | { readonly kind: 'wait'; readonly milliseconds: number };

interface TurnOptions {
  readonly items: readonly OpenItem[];
  /** Milliseconds until an item's time; 0 when it has come. */
  readonly dueIn: (item: OpenItem) => number;
  /** Milliseconds the channel still rests. */
  readonly restsFor: number;
}

/**
 * One channel's next turn, given its open items in the order of sending. Replies go first, evidence next, copies last.
 * A reply never overtakes an earlier one of its conversation, while other conversations need not wait for it. A channel
 * with a held reply is stopped: what comes due is held as well.
 */
export function nextTurn({ items, dueIn, restsFor }: TurnOptions): Turn {
  const replies = inOrder(items, dueIn);
  const due = (task: OpenItem['task'], among: readonly OpenItem[]) =>
    among.find((item) => item.task === task && dueIn(item) <= 0);
  const stopped = items.find((item) => item.task === 'held')?.error;
  const reply = due('deliver', replies);
  if (reply && stopped) return { kind: 'hold', error: stopped };
  const ready = restsFor > 0 ? undefined : (reply ?? due('look', items) ?? due('file', items));
  if (ready) return { kind: 'work', item: ready };
  const waits = items
    .filter((item) => item.task === 'look' || item.task === 'file' || replies.includes(item))
    .map((item) => Math.max(dueIn(item), restsFor));
  return { kind: 'wait', milliseconds: waits.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...waits) };
}

/** The first waiting reply of each conversation; one that waits for its hour lets others pass. */
function inOrder(items: readonly OpenItem[], dueIn: TurnOptions['dueIn']): OpenItem[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    if (item.task !== 'deliver' && item.task !== 'held') return false;
    if (item.byWall && dueIn(item) > 0) return true;
    if (seen.has(item.conversationId)) return false;
    seen.add(item.conversationId);
    return item.task === 'deliver';
  });
}

export function byChannel(items: readonly OpenItem[]): Map<ChannelId, OpenItem[]> {
  const channels = new Map<ChannelId, OpenItem[]>();
  for (const item of items) channels.set(item.channelId, [...(channels.get(item.channelId) ?? []), item]);
  return channels;
}
