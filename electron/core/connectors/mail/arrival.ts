import { firstOf, type HeaderFields } from './header-lines.ts';
import type { RawMessage } from './parse-pool.ts';

const earliest = Date.UTC(1980, 0, 1);

/**
 * When a message reached us: what the server says, else the stamp of the last server that passed it on (the topmost
 * Received field, RFC 5321, 4.4), else its Date field, else now.
 */
export function arrivalOf(raw: RawMessage, fields: HeaderFields): number {
  if (raw.receivedAt !== null) return raw.receivedAt;
  const received = firstOf(fields, 'received');
  const stamps = [received.slice(received.lastIndexOf(';') + 1), firstOf(fields, 'date')];
  const now = Date.now();
  for (const stamp of stamps) {
    const at = Date.parse(stamp.replaceAll(/\([^()]*\)/g, ' ').trim());
    if (at >= earliest && at <= now) return at;
  }
  return now;
}
