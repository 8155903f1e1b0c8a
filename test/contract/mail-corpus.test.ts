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
  readonly expect_auto?: { readonly kinds: readonly string[] };
  readonly disputed?: Readonly<Record<string, unknown>>;
}

/** What mailparser does in another way than the majority that the collection took for true, each with its reason. */
const ours: Readonly<Record<string, readonly (keyof Item['expect'])[]>> = {
  // A raw Latin-1 byte in a name: we decode it where the majority shows a replacement character.
  'stalwart-mail-parser-legacy--023': ['attachmentNames'],
  'mikel-mail-attachment_emails--attachment_with_encoded_name': ['attachmentNames'],
  // A name without a disposition, and boundaries followed by blanks: mailparser reads these parts as text.
  'stalwart-mail-parser-thirdparty--007': ['attachmentNames'],
  'mime4j-mimetools-testmsgs--multi-weirdspace': ['attachmentNames', 'attachmentSha256'],
  // A fragment whose bytes mailparser decodes in another way than the majority.
  'mime4j-mimetools-testmsgs--frag': ['attachmentSha256'],
};

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

async function observed(message: ReceivedMessage): Promise<Required<Omit<Item['expect'], 'auto'>>> {
  const hashes: string[] = [];
  for (const { part } of message.attachments) {
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
    attachmentCount: message.attachments.length,
    attachmentNames: sorted(message.attachments.map((one) => one.name)),
    attachmentSha256: hashes.toSorted(),
  };
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
  const left = new Set<string>([...Object.keys(item.disputed ?? {}), ...(ours[item.id] ?? [])]);
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
      const { text, ...have } = await observed(message);
      const { text: start, ...rest } = want;
      expect.soft(message.unreadable, item.id).toBe(false);
      expect.soft(have, item.id).toMatchObject(rest);
      if (start !== undefined) expect.soft(text.slice(0, start.length), item.id).toBe(start);
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
    for (const { item, message } of parsed) expect.soft(message.automatic, item.id).toBe(item.expect.auto);
    console.info(`corpus/autoreply: ${parsed.length} messages`);
    expect(parsed.length).toBeGreaterThan(0);
  });

  it('takes every bounce of corpus/bounces for what a machine sent', async () => {
    const parsed = await parseSet('bounces');
    const missed = parsed.filter(({ item, message }) => item.expect_auto && !message.automatic);
    console.info(`corpus/bounces: ${parsed.length} messages`);
    expect(missed.map(({ item }) => item.id)).toEqual(bouncesThatLookLikePeople);
  });

  it('decodes corpus/charset', async () => {
    const parsed = await parseSet('charset');
    for (const { item, message } of parsed) {
      if (charsetsNotRead.has(item.id)) continue;
      expect.soft(words(message.subject), item.id).toBe(words(item.expect.subject ?? message.subject));
      expect.soft(words(message.text), item.id).toBe(words(item.expect.text ?? message.text));
    }
    console.info(`corpus/charset: ${parsed.length - charsetsNotRead.size} of ${parsed.length} messages`);
    expect(parsed.length).toBeGreaterThan(charsetsNotRead.size);
  });
});

/** Nothing in their headers says so; only the words of the body do, and a person could have written those. */
const bouncesThatLookLikePeople: readonly string[] = ['sisimai--arf-23'];

/** UTF-7 is refused on purpose (it hides markup); HZ and bytes without any charset are read as they stand. */
const charsetsNotRead = new Set([
  'de-utf-7-qu',
  'zh-hz-ba',
  'zh-hz-qu',
  'unknown-8bit',
  'raw-8bit-header-latin1',
]);
