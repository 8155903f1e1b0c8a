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
