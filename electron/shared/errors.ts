/** Closed list: every failure a person or a script can meet. `locales/<lang>/errors.json` says each in words. */
export const errorCodes = [
  'internal',
  'invalid-input',
  'not-found',
  'conflict',
  'too-many',
  'forbidden',
  'cancelled',
  'port-in-use',
  'workspace-in-use',
  'workspace-newer',
  'workspace-damaged',
  'store-damaged',
  'store-locked',
  'store-newer',
  'disk-full',
  'disk-read-only',
  'key-missing',
  'key-wrong',
  'keychain-absent',
  'keychain-locked',
  'keychain-denied',
  'keychain-timeout',
  'passphrase-needed',
  'passphrase-wrong',
  'passphrase-too-short',
  'host-unknown',
  'host-unreachable',
  'connection-lost',
  'connection-timeout',
  'certificate-expired',
  'certificate-untrusted',
  'certificate-wrong-host',
  'tls-failed',
  'encryption-required',
  'not-the-protocol',
  'protocol-violation',
  'server-busy',
  'server-refused',
  'credentials-rejected',
  'token-rejected',
  'credentials-missing',
  'quota-exceeded',
  'mailbox-full',
  'mailbox-missing',
  'mailbox-known',
  'mailbox-read-only',
  'recipient-refused',
  'sender-refused',
  'no-sender',
  'message-refused',
  'message-too-large',
  'address-not-supported',
  'effect-unknown',
  'wrong-client',
  'conversation-merged',
  'reply-on-its-way',
  'drafts-on-both',
  'corrected-since',
  'nothing-left',
  'foreign-brand',
  'claimed',
  'not-certified',
  'already-sent',
  'answered-meanwhile',
  'written-meanwhile',
  'not-up-to-date',
  'attachment-missing',
  'attachment-dangerous',
  'checklist-incomplete',
  'fields-missing',
  'field-invalid',
  'undo-too-late',
  'voice-blocked',
  'voice-unchecked',
  'template-invalid',
  'template-unfilled',
  'guide-invalid',
  'file-unreadable',
  'file-unwritable',
  'file-too-large',
  'too-large-here',
  'image-refused',
  'pdf-unavailable',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What the failed action did to the world: nothing, everything, or nobody knows yet. */
export type Effect = 'none' | 'unknown' | 'done';

/** `never`: trying again cannot help; `later`: back off and try again; a number: milliseconds to wait first. */
export type Retry = 'never' | 'later' | number;

/** Plain data for the sentence; never a secret, a message body or an address of a customer. */
export type ErrorDetail = Readonly<Record<string, string | number | boolean>>;

export interface ErrorShape {
  readonly code: ErrorCode;
  readonly retry: Retry;
  readonly effect: Effect;
  readonly detail: ErrorDetail;
}

interface LiaisonErrorOptions {
  readonly retry?: Retry;
  readonly effect?: Effect;
  readonly detail?: ErrorDetail;
  readonly cause?: unknown;
}

/** The one error family of Liaison. `message` is the code: sentences stand in `locales/`. */
export class LiaisonError extends Error {
  readonly code: ErrorCode;
  readonly retry: Retry;
  readonly effect: Effect;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, options: LiaisonErrorOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'LiaisonError';
    this.code = code;
    this.retry = options.retry ?? 'never';
    this.effect = options.effect ?? 'none';
    this.detail = options.detail ?? {};
  }

  /** The part that may cross the wire. */
  get shape(): ErrorShape {
    return { code: this.code, retry: this.retry, effect: this.effect, detail: this.detail };
  }
}

/** Anything thrown, as one of ours. Unknown failures become `internal` with the original as cause. */
export function asLiaisonError(thrown: unknown): LiaisonError {
  if (thrown instanceof LiaisonError) return thrown;
  return new LiaisonError('internal', { cause: thrown });
}
