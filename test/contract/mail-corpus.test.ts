import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createParsePool, type RawMessage } from '../../electron/core/connectors/mail/parse-pool.ts';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { corpusIsAbsent, corpusPath, hasCorpus, readCorpus } from '../support/corpus.ts';
import { parseWorker } from '../support/mail-connector.ts';

interface Item {
  readonly id: string;
  readonly file: string;
  readonly expect: {
    readonly subject?: string;
    readonly from?: readonly string[];
    readonly to?: readonly string[];
    readonly date?: string;
    readonly messageId?: string;
    readonly text?: string;
    readonly attachmentCount?: number;
    readonly attachmentNames?: readonly (string | null)[];
    readonly attachmentSha256?: readonly string[];
    readonly auto?: boolean;
  };
  readonly expect_auto?: { readonly kinds?: readonly string[] };
  readonly disputed?: Readonly<Record<string, unknown>>;
}

/**
 * U+FFFD in an expectation stands for a byte that the manifest's own readers gave up on: raw Latin-1 in a header or an
 * undeclared body. Here the letter that was meant counts as well, as corpus/charset demands of the same bytes
 * (`raw-8bit-header-latin1`, `unknown-8bit`).
 */
const readAsMeant = (have: string, want: string): string =>
  have.length === want.length && want.includes('\uFFFD')
    ? [...have].map((letter, index) => (want[index] === '\uFFFD' ? '\uFFFD' : letter)).join('')
    : have;

const pool = createParsePool(parseWorker);
afterAll(() => pool.close());

const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const sorted = (list: readonly (string | null)[]) => list.map((one) => one ?? '').toSorted();

function rawOf(set: string, item: Item): RawMessage {
  const bytes = new Uint8Array(readFileSync(corpusPath(set, item.file)));
  return { bytes, receivedAt: Date.UTC(2026, 0, 1), copy: null, place: 'received', ownAddresses: [] };
}

async function parseSet(set: string): Promise<{ item: Item; message: ReceivedMessage }[]> {
  const { items } = readCorpus<{ items: Item[] }>(set, 'manifest.json');
  const messages = await pool.parse(items.map((item) => rawOf(set, item)));
  return items.flatMap((item, index) => {
    const message = messages[index];
    return message ? [{ item, message }] : [];
  });
}

async function observed(
  message: ReceivedMessage,
  count: number,
): Promise<Required<Omit<Item['expect'], 'auto'>>> {
  const hashes: string[] = [];
  const attachments = asInMime(message.attachments, count);
  for (const { part } of attachments) {
    const { bytes } = await pool.attachment(message.source ?? new Uint8Array(), part);
    hashes.push(createHash('sha256').update(bytes).digest('hex'));
  }
  return {
    subject: words(message.subject),
    from: message.from.address === '' ? [] : [message.from.address],
    to: message.to.map((one) => one.address),
    date: new Date(message.sentAt).toISOString().replace('.000Z', 'Z'),
    messageId: message.internetMessageId ?? '',
    text: words(`${message.text} ${message.quotedText}`),
    attachmentCount: attachments.length,
    attachmentNames: sorted(attachments.map((one) => one.name)),
    attachmentSha256: hashes.toSorted(),
  };
}

/**
 * The manifest tells what MIME holds. Liaison opens a `winmail.dat`: it no longer stands in the list, but keeps its number,
 * and what was inside is numbered after all parts of MIME.
 */
function asInMime(attachments: ReceivedMessage['attachments'], count: number) {
  const held = new Set(attachments.map(({ part }) => part));
  const opened = Array.from({ length: count }, (_, part) => part).filter((part) => !held.has(part));
  if (opened.length === 0) return attachments;
  const others = attachments.filter(({ part }) => part < count);
  return [...others, ...opened.map((part) => ({ part, name: 'winmail.dat' }))];
}

/** The fields that somebody asserts, as the manifest spells them. */
function wanted(item: Item): Partial<Item['expect']> {
  const { auto: _auto, ...fields } = item.expect;
  const spelled = {
    ...fields,
    ...(fields.subject === undefined ? {} : { subject: words(fields.subject) }),
    ...(fields.text === undefined ? {} : { text: words(fields.text) }),
    // A message has one writer for us; the others are among those who wrote it with them.
    ...(fields.from === undefined ? {} : { from: fields.from.slice(0, 1) }),
    ...(fields.attachmentNames === undefined ? {} : { attachmentNames: sorted(fields.attachmentNames) }),
    ...(fields.attachmentSha256 === undefined ? {} : { attachmentSha256: sorted(fields.attachmentSha256) }),
  };
  const left = new Set<string>(Object.keys(item.disputed ?? {}));
  return Object.fromEntries(Object.entries(spelled).filter(([name]) => !left.has(name)));
}

const suiteName = hasCorpus
  ? 'the collections of odd mail'
  : `the collections of odd mail (${corpusIsAbsent})`;

describe.skipIf(!hasCorpus)(suiteName, () => {
  it('reads every message of corpus/mime as its manifest says', async () => {
    const parsed = await parseSet('mime');
    let fields = 0;
    for (const { item, message } of parsed) {
      const want = wanted(item);
      const { text, subject, attachmentNames, ...have } = await observed(message, want.attachmentCount ?? 0);
      const {
        text: start,
        subject: title = subject,
        attachmentNames: names = attachmentNames,
        ...rest
      } = want;
      expect.soft(message.unreadable, item.id).toBe(false);
      expect.soft(have, item.id).toMatchObject(rest);
      expect.soft(readAsMeant(subject, title), item.id).toBe(title);
      expect
        .soft(
          attachmentNames.map((name, index) => readAsMeant(name ?? '', names[index] ?? '')),
          item.id,
        )
        .toEqual(names);
      if (start !== undefined)
        expect.soft(readAsMeant(text.slice(0, start.length), start), item.id).toBe(start);
      fields += Object.keys(want).length;
    }
    console.info(`corpus/mime: ${parsed.length} messages, ${fields} fields`);
    expect(parsed.length).toBe(213);
  });

  it('keeps every message of corpus/own-mime within the limits, its bytes untouched', async () => {
    const parsed = await parseSet('own-mime');
    for (const { item, message } of parsed) {
      const bytes = readFileSync(corpusPath('own-mime', item.file));
      expect.soft(Buffer.from(message.source ?? []).equals(bytes), item.id).toBe(true);
      expect.soft(message.attachments.length, item.id).toBeLessThanOrEqual(1_000);
    }
    console.info(`corpus/own-mime: ${parsed.length} messages`);
    expect(parsed.filter(({ message }) => message.unreadable).map(({ item }) => item.id)).toEqual([
      'nest-5000',
      'parts-20000',
    ]);
  });

  it('knows machines from people in corpus/autoreply', async () => {
    const parsed = await parseSet('autoreply');
    for (const { item, message } of parsed) {
      expect.soft(message.automatic, item.id).toBe(item.expect.auto);
      expect.soft(message.bounce, item.id).toBeUndefined();
    }
    const machines = parsed.filter(({ message }) => message.automatic).length;
    console.info(`corpus/autoreply: ${parsed.length} messages, ${machines} automatic`);
    expect(parsed.length).toBe(25);
  });

  it('takes every item of corpus/bounces for what a machine sent, and every failure for a bounce', async () => {
    const parsed = await parseSet('bounces');
    const failures = parsed.filter(({ item }) => item.expect_auto?.kinds?.includes('bounce'));
    const others = parsed.filter(({ item }) => item.expect_auto?.kinds?.includes('bounce') === false);
    const bounces = parsed.filter(({ message }) => message.bounce);
    const named = bounces.filter(({ message }) => message.bounce?.messageId);
    console.info(
      `corpus/bounces: ${parsed.length} messages, ${bounces.length} bounces (${named.length} name the message), ` +
        `${failures.length} of the manifest's kind bounce, ${others.length} of others`,
    );
    expect(parsed.filter(({ message }) => !message.automatic).map(({ item }) => item.id)).toEqual([]);
    expect(failures.filter(({ message }) => !message.bounce).map(({ item }) => item.id)).toEqual(notComeBack);
    expect(others.filter(({ message }) => message.bounce).map(({ item }) => item.id)).toEqual([
      // "Returned mail: Cannot send message for 5 days": the manifest gives it no kind.
      'sisimai--rfc3464-36',
    ]);
    expect(parsed.length).toBe(301);
  });

  it('decodes corpus/charset', async () => {
    const parsed = await parseSet('charset');
    for (const { item, message } of parsed) {
      expect.soft(words(message.subject), item.id).toBe(words(item.expect.subject ?? message.subject));
      expect.soft(words(message.text), item.id).toBe(words(item.expect.text ?? message.text));
    }
    console.info(`corpus/charset: ${parsed.length} messages`);
    expect(parsed.length).toBe(61);
  });
});

/** Of the manifest's kind `bounce`, but no message came back: it is still being tried, or the report is about no message. */
const notComeBack: readonly string[] = [
  // A notice of Amazon's in JSON, meant for programs.
  'sisimai--lhost-amazonses-10',
  'sisimai--lhost-exim-41',
  // A mailing list that met its own mail again.
  'sisimai--lhost-fml-03',
  'sisimai--lhost-gmail-09',
  'sisimai--lhost-gmail-17',
  'sisimai--lhost-opensmtpd-04',
  'sisimai--lhost-opensmtpd-13',
  'sisimai--lhost-outlook-06',
  // A transcript for the server's own postmaster.
  'sisimai--lhost-postfix-75',
  'sisimai--lhost-zoho-04',
  'sisimai--rfc3464-07',
  'sisimai--rfc3464-09',
  'sisimai--rfc3464-34',
];
