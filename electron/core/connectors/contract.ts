import type { ChannelManifest, ChannelSettings, ConnectionTest, Identity } from '../../shared/channels.ts';
import type { ReceivedMessage, ServerCopy } from '../../shared/received.ts';

/** A channel as its connector sees it. The secret lives only as long as the connection that needs it. */
export interface Account {
  readonly settings: ChannelSettings;
  readonly identities: readonly Identity[];
  readonly secret: string | null;
}

/** One step forward: its messages and the cursor are committed together, or not at all. */
export interface Batch {
  readonly messages: readonly ReceivedMessage[];
  /** Copies that the server no longer has; what was stored stays. */
  readonly removed: readonly ServerCopy[];
  /** The connector's own JSON text; given back at the next `receive`. */
  readonly cursor: string;
  readonly progress: { readonly done: number; readonly total: number };
}

/** A connection that brings messages in. */
export interface Receiver {
  /** Everything that is new since the cursor, oldest work first; ends when nothing is left. */
  pull(): AsyncIterable<Batch>;
  /** Resolves as soon as the server has something new, or when `signal` aborts. */
  watch(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** A rendered message on its way out. The bytes are the same in every attempt. */
export interface Outgoing {
  readonly from: string;
  /** Every recipient of the envelope, blind ones too. */
  readonly to: readonly string[];
  readonly bytes: Uint8Array;
  readonly internetMessageId: string;
}

/** What a server says of itself before it takes anything. */
export interface Announced {
  /** Bytes of a whole message that it takes (RFC 1870); null where it names no limit. */
  readonly maximumSize: number | null;
}

export interface Delivery {
  readonly account: Account;
  readonly outgoing: Outgoing;
  /** The server has introduced itself. */
  readonly onAnnounced?: (announced: Announced) => void;
  /** The server accepted the envelope; the body begins to flow. */
  readonly onData: () => void;
  /** Called before the last bytes leave; must be durable when it returns. */
  readonly onDot: () => void;
}

/**
 * The code that speaks one kind of channel. Every failure is a LiaisonError whose `effect` says whether the message
 * may have left: `none` before the dot or when the server said no, `unknown` when the line fell silent after it.
 */
export interface Connector {
  readonly manifest: ChannelManifest;
  /** Tries every door in turn; never throws. */
  test(account: Account, signal: AbortSignal): Promise<ConnectionTest>;
  receive(account: Account, cursor: string | null, signal: AbortSignal): Promise<Receiver>;
  /** What the server for sending says of itself to whoever comes: nothing is sent, and nobody logs in. */
  introduce(account: Account, signal: AbortSignal): Promise<Announced>;
  /** Resolves once the server has taken responsibility for the message. */
  deliver(delivery: Delivery, signal: AbortSignal): Promise<void>;
  /** Whether the server holds this message of ours: evidence that it left. */
  findSent(account: Account, internetMessageId: string, signal: AbortSignal): Promise<boolean>;
  /** Files the sent bytes; `found` where the server had done so itself. Never sends. */
  fileCopy(account: Account, outgoing: Outgoing, signal: AbortSignal): Promise<'filed' | 'found'>;
}
