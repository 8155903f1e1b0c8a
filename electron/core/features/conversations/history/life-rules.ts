import { hasEnded } from '../../../../shared/conversation-words.ts';
import type { ConversationStatus } from '../../../../shared/conversations.ts';
import type { EventBody } from '../../../../shared/events.ts';
import type { StatusId } from '../../../../shared/ids.ts';
import { beforeAll, step, type HistoryItem } from '../history-rules.ts';

/** How a conversation stands towards whoever works on it. */
export interface Standing {
  readonly status: ConversationStatus;
  /** The client's own name within that category; absent or null: the plain status. */
  readonly statusId?: StatusId | null;
  /** Epoch milliseconds of the oldest customer message that somebody waits to have answered, or null. */
  readonly waitingSince: number | null;
}

/** How much each status asks of us. */
const demand: Readonly<Record<ConversationStatus, number>> = {
  spam: 0,
  resolved: 1,
  waiting: 2,
  'on-hold': 3,
  snoozed: 4,
  new: 5,
  open: 6,
};
const isOurs = (status: ConversationStatus): boolean => status !== 'waiting' && demand[status] > 1;

/**
 * How the whole stands that is made of these: as the part stands that asks most of us (of several the first that the client
 * has a name for), and nobody who waits in any part waits for less long, or is forgotten.
 */
export function jointStanding(parts: readonly Standing[]): Standing {
  const [most] = parts.toSorted(
    (a, b) =>
      demand[b.status] - demand[a.status] || Number(Boolean(b.statusId)) - Number(Boolean(a.statusId)),
  );
  const { status, statusId = null } = most ?? { status: 'open' };
  const waits = parts.flatMap(({ waitingSince }) => (waitingSince === null ? [] : [waitingSince]));
  return { status, statusId, waitingSince: isOurs(status) && waits.length > 0 ? Math.min(...waits) : null };
}

/** Whether it need not be said: one that is `new` and one that is `open` ask the same of us. */
export const isSameStanding = (one: Standing, other: Standing): boolean =>
  one.waitingSince === other.waitingSince &&
  (one.statusId ?? null) === (other.statusId ?? null) &&
  (one.status === other.status || Math.min(demand[one.status], demand[other.status]) >= demand.new);

/**
 * The words that ended one of several conversations while another of them went on: told as one, the whole went on too. The
 * positions of these words, conversation by conversation; each list is in order of time.
 */
export function overruledWords(lives: readonly (readonly HistoryItem[])[]): ReadonlySet<number>[] {
  const turns = lives.map(turnsOf);
  return lives.map(
    (life, own) =>
      new Set(
        life.flatMap((item, index) => {
          if (item.kind !== 'status' || !hasEnded(item.to)) return [];
          const goesOn = turns.some((turn, other) => other !== own && isAlive(turn, item.at));
          return goesOn ? [index] : [];
        }),
      ),
  );
}

interface Turn {
  readonly at: number;
  readonly alive: boolean;
}

function turnsOf(life: readonly HistoryItem[]): Turn[] {
  let state = beforeAll;
  return life.map((item) => {
    ({ state } = step(state, item));
    return { at: item.at, alive: state.segment >= 0 && !hasEnded(state.status) };
  });
}

const isAlive = (turns: readonly Turn[], at: number): boolean =>
  turns.findLast((turn) => turn.at <= at)?.alive ?? false;

/**
 * What a conversation that was given other mail goes on being about, as long as that stands and mail under that subject is
 * there; null: what its first mail says.
 */
export function titleOf(events: readonly EventBody[], subjects: readonly string[]): string | null {
  const undone = new Set(
    events.flatMap((body) => (body.type === 'correction-undone' ? [body.correctionId] : [])),
  );
  const titles = events.flatMap((body) =>
    body.type === 'corrected' && body.title !== undefined && !undone.has(body.correctionId)
      ? [body.title]
      : [],
  );
  return titles.findLast((title) => subjects.includes(title)) ?? null;
}
