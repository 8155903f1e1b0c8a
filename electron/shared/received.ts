import type { Participant } from './conversations.ts';

/** Where a message stands on the server (RFC 9051: a UID means something only with its UIDVALIDITY). */
export interface ServerCopy {
  readonly mailbox: string;
  readonly uidValidity: string;
  readonly uid: number;
}

export interface ReceivedAttachment {
  /** Position among the attachments of the parsed source, from 0. */
  readonly part: number;
  readonly name: string;
  readonly type: string;
  /** Bytes after decoding. */
  readonly size: number;
  /** Without angle brackets. */
  readonly contentId: string | null;
  readonly inline: boolean;
}

/** A recipient whom a message did not reach, for good: what the server said of it. */
export interface FailedRecipient {
  /** Lower case; empty where the report does not say. */
  readonly address: string;
  /** RFC 3463, such as `5.1.1`; empty where the report gives none. */
  readonly status: string;
  /** The server's words in one line; empty where there are none. */
  readonly reason: string;
}

/** What a delivery report says of a message that came back. */
export interface Bounce {
  /** The Message-ID of what came back, without angle brackets; null where the report does not name it. */
  readonly messageId: string | null;
  readonly failed: readonly FailedRecipient[];
}

/** A message as a connector hands it over: parsed, not yet threaded. */
export interface ReceivedMessage {
  /** Unique per channel: makes at-least-once delivery harmless. */
  readonly dedupKey: string;
  /** `outbound`: our own, found on the server; it counts as a reply even when it was written elsewhere. */
  readonly direction: 'inbound' | 'outbound';
  /** Message-ID without angle brackets. */
  readonly internetMessageId: string | null;
  /** References, then In-Reply-To, oldest first, no angle brackets, no repeats. */
  readonly references: readonly string[];
  readonly from: Participant;
  readonly to: readonly Participant[];
  readonly cc: readonly Participant[];
  readonly subject: string;
  /** Plain text without the quoted part. */
  readonly text: string;
  readonly quotedText: string;
  readonly html: string | null;
  readonly automatic: boolean;
  /** Set where a server tells that a message could not be delivered and will not be tried again. */
  readonly bounce?: Bounce | null;
  /** The parser refused it; the bytes are kept and `text` says nothing. */
  readonly unreadable: boolean;
  /** Epoch milliseconds: the Date header (or `receivedAt` where it is absent or absurd), and INTERNALDATE. */
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly attachments: readonly ReceivedAttachment[];
  /** The bytes as they came; null only where a channel has none. */
  readonly source: Uint8Array | null;
  readonly sourceSha256: string | null;
  readonly copy: ServerCopy | null;
}
