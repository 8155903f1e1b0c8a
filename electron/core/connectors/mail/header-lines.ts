import { mailLimits } from './limits.ts';

/** Raw header fields of a message: lower-case name to values in their order, unfolded, not decoded. */
export type HeaderFields = ReadonlyMap<string, readonly string[]>;

/** How much of a message is searched for headers when no parser would read it. */
const scanBytes = 256 * 1024;

/** Fields from lines such as a parser gives them (`key`, and the line with its folding). */
export function fieldsOf(lines: Iterable<{ readonly key: string; readonly line: string }>): HeaderFields {
  const fields = new Map<string, string[]>();
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replaceAll(/\r?\n[ \t]?/g, ' ')
      .trim();
    const known = fields.get(key);
    if (known) known.push(value);
    else fields.set(key, [value]);
  }
  return fields;
}

/** The header fields at the beginning of raw bytes, read without a parser: linear, bounded, never throws. */
export function scanHeaders(bytes: Uint8Array): HeaderFields {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, scanBytes)).toString(
    'utf8',
  );
  const end = text.search(/\r?\n\r?\n/);
  const lines: { key: string; line: string }[] = [];
  for (const line of (end === -1 ? text : text.slice(0, end)).split(/\r?\n/)) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(line)) {
      if (last) last.line += ` ${line.trim()}`;
    } else {
      const colon = line.indexOf(':');
      if (colon > 0 && colon < 80) lines.push({ key: line.slice(0, colon).trim().toLowerCase(), line });
    }
  }
  return fieldsOf(lines);
}

export const firstOf = (fields: HeaderFields, name: string): string => fields.get(name)?.[0] ?? '';

/** Message-ID without its brackets, or null where there is none that could be one. */
export function messageIdOf(fields: HeaderFields): string | null {
  return identifiersIn(firstOf(fields, 'message-id')).at(0) ?? bareIdentifier(firstOf(fields, 'message-id'));
}

/** References, then In-Reply-To, oldest first, without repeats: the newest where there are too many. */
export function referencesOf(fields: HeaderFields): string[] {
  const named = ['references', 'in-reply-to'].flatMap((name) =>
    (fields.get(name) ?? []).flatMap(identifiersIn),
  );
  return [...new Set(named)].slice(-mailLimits.references);
}

function identifiersIn(value: string): string[] {
  const found = value.match(/<[^<>]+>/g) ?? [];
  return found
    .map((one) => one.slice(1, -1).replaceAll(/\s+/g, ''))
    .filter((one) => one !== '' && one.length <= mailLimits.identifier);
}

/** Some senders forget the brackets. */
function bareIdentifier(value: string): string | null {
  const bare = value.replaceAll(/[<>]/g, '').trim();
  return bare !== '' && bare.length <= mailLimits.identifier && !/\s/.test(bare) ? bare : null;
}

const earliest = Date.UTC(1900, 0, 1);
const oneDay = 24 * 60 * 60 * 1000;

/** The Date field in epoch milliseconds, or `receivedAt` where it is absent, unreadable, before mail or from tomorrow. */
export function sentAtOf(fields: HeaderFields, receivedAt: number): number {
  const value = firstOf(fields, 'date')
    .replaceAll(/\([^()]*\)/g, ' ')
    .trim();
  const at = Date.parse(value.replace(/(\d):(\d)(?=[: ])/, '$1:0$2'));
  if (Number.isNaN(at) || at < earliest || at > Math.max(receivedAt, Date.now()) + oneDay) return receivedAt;
  return at;
}
