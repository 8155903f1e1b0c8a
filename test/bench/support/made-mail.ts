import { createHash } from 'node:crypto';
import type { ReceivedMessage } from '../../../electron/shared/received.ts';
import { customer, paragraphs, subject, type Person } from './prose.ts';
import { createRandom } from './random.ts';

/** One conversation of a made workspace: whose, about what, and when each of its messages was written. */
export interface Plan {
  readonly number: number;
  readonly from: Person;
  readonly subject: string;
  /** Epoch milliseconds; the customer writes the even ones. */
  readonly times: readonly number[];
}

const hour = 3_600_000;
const day = 24 * hour;
/** The number of messages is geometric, at most this many. */
const mostMessages = 24;

/** When conversations begin and end, and whose they are. */
export interface Span {
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  /** Fewer than conversations: many write again. */
  readonly customers: number;
  /** Messages of a conversation on average. */
  readonly messages: number;
}

export function planConversation(number: number, span: Span): Plan {
  const random = createRandom(number + 1);
  const goesOn = 1 - 1 / span.messages;
  const times = [span.start + Math.floor(random.next() * (span.end - span.start))];
  while (times.length < mostMessages && random.chance(goesOn)) {
    const next = (times.at(-1) ?? 0) + Math.floor(hour / 4 + random.next() ** 3 * 2 * day);
    if (next > span.end) break;
    times.push(next);
  }
  return { number, from: customer(random.whole(span.customers)), subject: subject(random), times };
}

export interface Desk {
  readonly person: Person;
  /** Host part of Message-IDs. */
  readonly host: string;
}

/** The message of a plan as a parser would give it: own words, the quotation of the one before, markup in some, bytes. */
export function madeMessage(plan: Plan, turn: number, desk: Desk): ReceivedMessage {
  const isOurs = turn % 2 === 1;
  const [from, to] = isOurs ? [desk.person, plan.from] : [plan.from, desk.person];
  const text = textOf(plan, turn);
  const quotedText = turn === 0 ? '' : textOf(plan, turn - 1).replace(/^/gm, '> ');
  const at = plan.times[turn] ?? 0;
  const idOf = (n: number) => `${plan.number}.${n}@${desk.host}`;
  const references = Array.from({ length: turn }, (_, n) => idOf(n));
  const title = turn === 0 ? plan.subject : `Re: ${plan.subject}`;
  const html = (plan.number + turn) % 5 < 2 ? markupOf(text, quotedText) : null;
  const source = Buffer.from(
    [
      `Message-ID: <${idOf(turn)}>`,
      ...(turn === 0 ? [] : [`In-Reply-To: <${idOf(turn - 1)}>`]),
      `From: ${from.address}`,
      `To: ${to.address}`,
      `Date: ${new Date(at).toUTCString()}`,
      `Subject: ${title}`,
      'MIME-Version: 1.0',
      `Content-Type: text/${html === null ? 'plain' : 'html'}; charset=utf-8`,
      '',
      html ?? `${text}\n\n${quotedText}`,
    ].join('\r\n'),
  );
  return {
    dedupKey: `mid:${idOf(turn)}`,
    direction: isOurs ? 'outbound' : 'inbound',
    internetMessageId: idOf(turn),
    references,
    from,
    to: [to],
    cc: [],
    subject: title,
    text,
    quotedText,
    html,
    automatic: false,
    unreadable: false,
    sentAt: at,
    receivedAt: at,
    attachments: [],
    source,
    sourceSha256: createHash('sha256').update(source).digest('hex'),
    copy: null,
  };
}

function textOf(plan: Plan, turn: number): string {
  const random = createRandom(plan.number * 64 + turn + 900_000_000);
  return `Hello,\n\n${paragraphs(random, 2 + random.whole(6))}\n\nKind regards\n${plan.from.name}`;
}

const paragraphOf = (line: string) => (line === '' ? '' : `<p style="margin:0 0 8px">${line}</p>`);

const markupOf = (text: string, quoted: string): string =>
  `<html><body style="font-family:sans-serif">${text.split('\n').map(paragraphOf).join('\n')}` +
  `<blockquote>${quoted.split('\n').map(paragraphOf).join('\n')}</blockquote></body></html>`;
