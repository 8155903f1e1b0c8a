import type { ClientId, ConversationId } from '../../../../shared/ids.ts';
import type { SeatNews } from '../../../../shared/seats.ts';

/** Who writes a reply: one window at a time, whoever sits before it. Kept in memory: a window that goes leaves its seat. */
export interface Seats {
  /**
   * Tells how it stands with the reply of a conversation, until `signal` ends it. With `takeOver` the window that has it
   * is asked to save what it has and let go; one that does not answer loses it all the same.
   */
  sit(asked: SeatRequest, signal: AbortSignal): AsyncGenerator<SeatNews, void>;
}

export interface SeatRequest {
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
  readonly takeOver: boolean;
}

interface Sitter {
  readonly takeOver: boolean;
  tell(news: SeatNews): void;
}

/** Saving a draft takes a blink; a window that needs longer hangs. */
const patienceMilliseconds = 2_000;

export function createSeats(patience: number = patienceMilliseconds): Seats {
  const rooms = new Map<string, Sitter[]>();
  const roomOf = (key: string): Sitter[] => {
    const room = rooms.get(key) ?? [];
    rooms.set(key, room);
    return room;
  };

  /** The first in the room writes; who takes over stands next to them. */
  function enter(key: string, sitter: Sitter): void {
    const room = roomOf(key);
    if (room.length === 0) {
      room.push(sitter);
      return sitter.tell('yours');
    }
    sitter.tell('elsewhere');
    if (!sitter.takeOver) return void room.push(sitter);
    room.splice(1, 0, sitter);
    const [holder] = room;
    holder?.tell('wanted');
    const timer = setTimeout(() => {
      if (room[0] === holder && room[1] === sitter && holder) dismiss(key, holder);
    }, patience);
    timer.unref();
    return undefined;
  }

  /** Takes the reply from a window that does not answer; it may wait for it like any other. */
  function dismiss(key: string, holder: Sitter): void {
    leave(key, holder);
    roomOf(key).push(holder);
    holder.tell('elsewhere');
  }

  function leave(key: string, sitter: Sitter): void {
    const room = roomOf(key);
    const held = room[0] === sitter;
    const at = room.indexOf(sitter);
    if (at >= 0) room.splice(at, 1);
    if (held) room[0]?.tell('yours');
    if (room.length === 0) rooms.delete(key);
  }

  return {
    async *sit({ clientId, conversationId, takeOver }, signal) {
      const key = `${clientId}/${conversationId}`;
      const waiting: SeatNews[] = [];
      let wake = () => {};
      const sitter: Sitter = {
        takeOver,
        tell(news) {
          waiting.push(news);
          wake();
        },
      };
      signal.addEventListener('abort', () => wake(), { once: true });
      enter(key, sitter);
      try {
        while (!signal.aborted) {
          const news = waiting.shift();
          if (news) yield news;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        leave(key, sitter);
      }
    },
  };
}
