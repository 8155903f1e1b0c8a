import type { Bounce, FailedRecipient } from '../../../shared/received.ts';
import { failedInWords } from './bounce-words.ts';
import { firstOf, type HeaderFields } from './header-lines.ts';
import type { ParsedMessage } from './parse-protocol.ts';
import { addressIn, inOneLine, readFields, readReport, type ReportPart } from './report-parts.ts';

const mostRecipients = 50;

/**
 * What a delivery report says: by the fields of RFC 3464 where it has them, else by the words of servers that write
 * reports of a kind of their own. Null for everything else, and for reports of mail that was delivered, relayed or is
 * still being tried.
 */
export function bounceOf(bytes: Uint8Array, message: ParsedMessage): Bounce | null {
  if (!message.automatic || message.direction !== 'inbound' || message.unreadable) return null;
  const { fields, parts } = readReport(bytes);
  const status = parts.find(isStatus);
  const failed = status ? failedIn(status.text) : failedInWords({ fields, message, parts });
  if (failed.length === 0) return null;
  const named = [...parts.filter(isReturned), ...parts].map(({ text }) => messageIdLine.exec(text)?.[1]);
  const known = [...named, message.references.at(-1)];
  const messageId = known.find((id) => id !== undefined && id !== message.internetMessageId) ?? null;
  return { messageId, failed: failed.slice(0, mostRecipients) };
}

/** The message that came back, or its header. */
const isReturned = ({ type }: ReportPart): boolean =>
  /^(?:message\/(?:rfc822|global)(?:-headers)?|text\/rfc822-headers)$/.test(type);

/** As a line of the message that came back, quoted or not, or of the report (Gmail). */
const messageIdLine = /^[ \t>|]{0,8}(?:x-original-)?message-id[ \t]*:\s*<([^<>\s]{3,998})>/im;

const isStatus = ({ type, text }: ReportPart): boolean =>
  /^message\/(?:global-)?delivery-status$/.test(type) ||
  (/^[ \t]{0,8}reporting-mta[ \t]*:/im.test(text) && /^[ \t]{0,8}action[ \t]*:/im.test(text));

/** RFC 3464, 2.3: one group of fields a recipient. */
const failedIn = (status: string): FailedRecipient[] =>
  status
    .split(/\r?\n[ \t]*\r?\n/)
    .map((group) => readFields(group.trim()))
    .filter(hasFailed)
    .map((fields) => ({
      address: addressIn(firstOf(fields, 'original-recipient') || firstOf(fields, 'final-recipient')),
      status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(firstOf(fields, 'status'))?.[0] ?? '',
      reason: inOneLine(firstOf(fields, 'diagnostic-code').replace(/^[\w-]+\s*;\s*/, '')),
    }));

/** `failed`; delayed, relayed, expanded and delivered mail has not come back. */
function hasFailed(fields: HeaderFields): boolean {
  if (!fields.has('final-recipient') && !fields.has('original-recipient') && !fields.has('action'))
    return false;
  const action = firstOf(fields, 'action').toLowerCase();
  return action === '' ? /^\s*5\./.test(firstOf(fields, 'status')) : action.startsWith('fail');
}
