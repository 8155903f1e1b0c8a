import type { RawMessage } from './parse-pool.ts';
import type { ParsedMessage } from './parse-protocol.ts';
import { arrivalOf } from './arrival.ts';
import { isAutomatic } from './automatic.ts';
import { firstOf, messageIdOf, referencesOf, scanHeaders, sentAtOf } from './header-lines.ts';
import { dedupKeyOf, sha256 } from './identity-of-message.ts';

const longestSubject = 998;

/** A message that no parser would read: what a plain look at its first bytes tells, and no text. */
export function unreadableMessage(raw: RawMessage): ParsedMessage {
  const fields = scanHeaders(raw.bytes);
  const address = addressIn(firstOf(fields, 'from'));
  const sourceSha256 = sha256(raw.bytes);
  const internetMessageId = messageIdOf(fields);
  const receivedAt = arrivalOf(raw, fields);
  return {
    dedupKey: dedupKeyOf(internetMessageId, sourceSha256),
    direction: raw.place === 'sent' ? 'outbound' : 'inbound',
    internetMessageId,
    references: referencesOf(fields),
    from: { name: '', address },
    to: [],
    cc: [],
    subject: firstOf(fields, 'subject').slice(0, longestSubject),
    text: '',
    quotedText: '',
    html: null,
    automatic: isAutomatic(fields, address),
    unreadable: true,
    sentAt: sentAtOf(fields, receivedAt),
    receivedAt,
    attachments: [],
    sourceSha256,
    copy: raw.copy,
  };
}

const addressIn = (value: string): string =>
  (/[^\s<>(),;:"]{1,64}@[^\s<>(),;:"]{1,253}/.exec(value.slice(0, 2_000))?.[0] ?? '').toLowerCase();
