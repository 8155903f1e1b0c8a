import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommon } from '../../electron/core/connectors/mail/common-shapes/read-common.ts';
import type { MessageWords } from '../../electron/core/connectors/mail/message-words.ts';
import { readWithMailparser } from '../../electron/core/connectors/mail/parse-message.ts';
import { createRandom } from '../bench/support/random.ts';
import { commonMail, uncommonMail } from '../support/common-mail.ts';
import { corpusIsAbsent, corpusPath, hasCorpus, readCorpus } from '../support/corpus.ts';
import { mutated } from '../support/mutations.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What both give of a message; the fields as a list, so that their order counts. */
const comparable = (words: MessageWords) => {
  const { fields, from, replyTo, to, cc, subject, text, html, attachments } = words;
  return { fields: [...fields], from, replyTo, to, cc, subject, text, html, attachments };
};

/** Whether it was read; then it must have been read as mailparser reads it. */
async function agrees(bytes: Buffer, name: string): Promise<boolean> {
  const words = readCommon(bytes);
  if (words) expect(comparable(words), name).toEqual(comparable(await readWithMailparser(bytes)));
  return words !== null;
}

async function agreeing(messages: Iterable<{ name: string; bytes: Buffer }>): Promise<number> {
  let read = 0;
  for (const { name, bytes } of messages) if (await agrees(bytes, name)) read += 1;
  return read;
}

const charsets = [
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1254',
  'windows-1256',
  'windows-1257',
  'koi8-r',
];

const windowsLines = (text: string): Buffer => Buffer.from(text.replaceAll('\n', '\r\n'));

describe('the reader of common mail', () => {
  it.each(Object.entries(commonMail))('reads %s as mailparser does', async (name, text) => {
    expect(await agrees(Buffer.from(text), name)).toBe(true);
    expect(await agrees(windowsLines(text), `${name}, CR LF`)).toBe(true);
  });

  it.each(Object.entries(uncommonMail))('leaves %s to mailparser', (_, text) => {
    expect(readCommon(Buffer.from(text))).toBeNull();
    expect(readCommon(windowsLines(text))).toBeNull();
  });

  it.each(charsets)('reads no byte of %s in another way than mailparser', async (charset) => {
    const fields = `Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: 8bit\n\n`;
    let read = 0;
    for (let byte = 0x80; byte <= 0xff; byte += 1) {
      const word = `Subject: =?${charset}?Q?=${byte.toString(16)}?=\n`;
      if (await agrees(Buffer.from(`${word}\nHello\n`), `${byte} in a header`)) read += 1;
      const body = Buffer.concat([Buffer.from(fields), Buffer.from([0x61, byte, 0x0a])]);
      if (await agrees(body, `${byte} in a body`)) read += 1;
    }
    expect(read).toBeGreaterThan(180);
  });

  it('reads a message that was damaged at random as mailparser does, or not at all', async () => {
    const random = createRandom(20_260_304).next;
    const whole = Object.values(commonMail).flatMap((text) => [Buffer.from(text), windowsLines(text)]);
    const rounds = 3_000;
    const read = await agreeing(
      (function* () {
        for (let round = 0; round < rounds; round += 1) {
          const bytes = mutated(whole[round % whole.length] ?? Buffer.alloc(0), random);
          yield { name: JSON.stringify(bytes.toString('latin1')), bytes };
        }
      })(),
    );
    console.info(`damaged mail: ${read} of ${rounds} read`);
    expect(read).toBeGreaterThan(rounds / 5);
    expect(read).toBeLessThan(rounds);
  });
});

const sets: readonly string[] = [
  'mime',
  'own-mime',
  'charset',
  'autoreply',
  'bounces',
  'attachment-names',
  'spoof',
];

const suiteName = hasCorpus
  ? 'the reader of common mail on the collections'
  : `the reader of common mail on the collections (${corpusIsAbsent})`;

describe.skipIf(!hasCorpus)(suiteName, () => {
  function* messagesOf(set: string) {
    const { items } = readCorpus<{ items: { file: string }[] }>(set, 'manifest.json');
    for (const { file } of items) yield { name: file, bytes: readFileSync(corpusPath(set, file)) };
  }

  it('agrees with mailparser on every message that it reads', async () => {
    let read = 0;
    for (const set of sets) read += await agreeing(messagesOf(set));
    console.info(`collections: ${read} messages read`);
    expect(read).toBeGreaterThan(200);
  });

  it('agrees with mailparser on damaged ones', async () => {
    const random = createRandom(7).next;
    const readable = sets
      .flatMap((set) => [...messagesOf(set)])
      .filter(({ bytes }) => bytes.length < 20_000 && readCommon(bytes) !== null);
    const damaged = readable.flatMap(({ name, bytes }) =>
      Array.from({ length: 6 }, () => ({ name, bytes: mutated(bytes, random) })),
    );
    expect(await agreeing(damaged)).toBeGreaterThan(damaged.length / 4);
  });

  it('agrees with mailparser on hostile HTML', async () => {
    const payloads = ['dompurify.json', 'h5sc.json', 'lists.json'].flatMap(
      (file) => readCorpus<{ items: { payload: string }[] }>('html-xss', file).items,
    );
    const together = 10;
    const messages = Array.from({ length: Math.ceil(payloads.length / together) }, (_, index) => {
      const some = payloads.slice(index * together, (index + 1) * together);
      const html = some.map(({ payload }) => payload).join('\n');
      const text =
        `Content-Type: multipart/alternative; boundary=b-${index}\n\n--b-${index}\n\nHello\n--b-${index}\n` +
        `Content-Type: text/html; charset=utf-8\n\n${html}\n--b-${index}--\n`;
      return { name: `html-xss from ${index * together}`, bytes: Buffer.from(text) };
    });
    expect(await agreeing(messages)).toBeGreaterThan(messages.length * 0.9);
  });
});

const generator = corpusPath('../perf/gen.mjs');
const hasGenerator = existsSync(generator);

describe.skipIf(!hasGenerator)(
  `the reader of common mail on made support mail${hasGenerator ? '' : ' (needs ../shared/perf)'}`,
  () => {
    it.each(['lf', 'crlf'])('reads nine of ten, as mailparser does (%s)', async (eol) => {
      const folder = join(temporaryFolder(), 'maildir');
      const parameters = ['--n', '150', '--seed', '3', '--eol', eol, '--out', folder];
      execFileSync(process.execPath, [generator, ...parameters], { cwd: join(import.meta.dirname, '../..') });
      const files = readdirSync(join(folder, 'cur'));
      const read = await agreeing(
        files.map((name) => ({ name, bytes: readFileSync(join(folder, 'cur', name)) })),
      );
      expect(files.length).toBe(150);
      expect(read).toBeGreaterThan(130);
    });
  },
);
