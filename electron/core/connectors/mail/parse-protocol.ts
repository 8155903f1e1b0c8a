import type { ReceivedMessage } from '../../../shared/received.ts';
import type { RawMessage } from './parse-pool.ts';

/** A message as the parser's thread gives it back: the bytes stay with the core. */
export type ParsedMessage = Omit<ReceivedMessage, 'source'>;

/** What goes to the parser's thread. */
export type ParseTask =
  | { readonly kind: 'messages'; readonly id: number; readonly messages: readonly RawMessage[] }
  | { readonly kind: 'attachment'; readonly id: number; readonly source: Uint8Array; readonly part: number };

/** What comes back when a task is done. */
export type ParseAnswer =
  | { readonly kind: 'messages'; readonly id: number; readonly messages: readonly ParsedMessage[] }
  | {
      readonly kind: 'attachment';
      readonly id: number;
      readonly attachment: { name: string; type: string; bytes: Uint8Array } | null;
    };

/**
 * Shared memory of the core and one parser: how many messages of its task it has done. A parser that dies or hangs
 * can't say where; this tells. One answer for a whole task is much cheaper than one for every message.
 */
export interface ParserData {
  readonly progress: SharedArrayBuffer;
}
