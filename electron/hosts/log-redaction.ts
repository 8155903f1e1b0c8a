import { LiaisonError } from '../shared/errors.ts';
import { applicationRoot } from './application-root.ts';

/**
 * Names whose texts are our own: codes, kinds and places in the program. A text under any other name may be a
 * customer's or a secret, and isn't written. Numbers, dates and the like say nothing of anybody.
 */
const ownNames = new Set([
  ...[
    'code',
    'kind',
    'type',
    'state',
    'status',
    'phase',
    'step',
    'retry',
    'effect',
    'reason',
    'topic',
    'view',
  ],
  ...[
    'what',
    'backend',
    'vault',
    'permission',
    'role',
    'language',
    'version',
    'method',
    'signal',
    'severity',
  ],
  ...['path', 'procedure', 'file', 'table', 'migration', 'host', 'at', 'since', 'until'],
]);

const isOwn = (name: string): boolean => ownNames.has(name) || /(?:^id|Id)$/.test(name);

/** Longer than any sentence of ours; what is longer has somebody's text in it. */
const longestText = 300;
const mostItems = 20;
const deepest = 6;
const mostFrames = 8;

const address = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu;
/** A phone number as people write it: seven digits or more with the usual marks between. */
const phone = /\+\d[\d\s().-]{5,}\d/g;
/** What follows a login command of IMAP or SMTP, or names a bearer or basic credential. */
const credential = /\b(LOGIN|AUTHENTICATE|AUTH\s+[A-Z0-9-]+|Bearer|Basic)\s+[^\r\n]+/gi;
/** Tickets and tokens of ours in a path or a fragment: 32 random bytes in base64url. */
const ticket = /[A-Za-z0-9_-]{43,}/g;
/** What an error quotes is what it was given. */
const quoted = /"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/gu;

/** A sentence of ours without addresses, phone numbers, credentials and tickets, and not too long. */
export function redactText(text: string): string {
  if (text.length > longestText) return `[text of ${text.length}]`;
  return text
    .replace(credential, '$1 [credential]')
    .replace(address, '[address]')
    .replace(phone, '[phone]')
    .replace(ticket, '[ticket]');
}

/** A foreign error's words, without what they quote. */
export const redactMessage = (message: string): string => redactText(message.replace(quoted, '[quoted]'));

/** A log record's fields, with what may not stand there replaced by what it was. */
export function redactRecord(record: Record<string, unknown>): Record<string, unknown> {
  return redactFields(record, 0);
}

function redactFields(fields: object, depth: number): Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, value]) => [name, redactValue(value, { name, depth })]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function redactValue(value: unknown, where: { name: string; depth: number }): unknown {
  const { name, depth } = where;
  if (typeof value === 'string') return isOwn(name) ? redactText(value) : '[text]';
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return '[deep]';
  if (value instanceof Error) return redactError(value, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Date) return value.toISOString();
  if (!Array.isArray(value)) return redactFields(value, depth + 1);
  return value.slice(0, mostItems).map((item) => redactValue(item, { name, depth: depth + 1 }));
}

/** The kind, the code, where it was thrown, and its cause. */
function redactError(error: Error, depth: number): Record<string, unknown> {
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    code: typeof code === 'string' ? redactText(code) : undefined,
    message: redactMessage(error.message),
    detail: error instanceof LiaisonError ? redactFields(error.detail, depth + 1) : undefined,
    stack: framesOf(error),
    cause:
      error.cause === undefined ? undefined : redactValue(error.cause, { name: 'cause', depth: depth + 1 }),
  };
}

/** The stack without its first lines, which repeat the message, and without the folder that may name a person. */
function framesOf(error: Error): readonly string[] {
  const lines = error.stack?.split('\n') ?? [];
  const frames = lines.filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return frames.slice(0, mostFrames).map((line) => line.trim().replaceAll(applicationRoot, ''));
}
