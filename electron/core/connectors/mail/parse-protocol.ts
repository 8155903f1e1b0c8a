import type { ErrorShape } from '../../../shared/errors.ts';
import type { ReceivedMessage } from '../../../shared/received.ts';
import type { UnparsedMessage } from './parse-pool.ts';

/** A message as the parser makes it of bytes that whoever asked has. */
export type ParsedMessage = Omit<ReceivedMessage, 'source'>;
/** As the parser's thread gives it back: with its bytes where the thread read them from a file. */
export type AnsweredMessage = ParsedMessage & { readonly source?: Uint8Array<ArrayBuffer> };

/** What goes to the parser's thread. */
export type ParseTask =
  | { readonly kind: 'messages'; readonly id: number; readonly messages: readonly UnparsedMessage[] }
  | { readonly kind: 'attachment'; readonly id: number; readonly source: Uint8Array; readonly part: number };

/** What comes back when a task is done. */
export type ParseAnswer =
  | { readonly kind: 'messages'; readonly id: number; readonly messages: readonly AnsweredMessage[] }
  /** A file that should hold a message could not be read: nothing of the task is given. */
  | { readonly kind: 'refused'; readonly id: number; readonly error: ErrorShape }
  | {
      readonly kind: 'attachment';
      readonly id: number;
      readonly attachment: { name: string; type: string; bytes: Uint8Array } | null;
    };

/**
 * Shared memory of the core and one parser, two 32-bit numbers. A parser that dies or hangs can't say where; this tells.
 * One answer for a whole task is much cheaper than one for every message.
 */
export interface ParserData {
  readonly progress: SharedArrayBuffer;
}
/** Where it stands how many messages of its task the parser has done. */
export const doneSlot = 0;
/** Where 1 stands while the parser waits for a disk: a slow one is not the message's fault. */
export const readingSlot = 1;
export const progressSlots = 2;
