import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { corpusIsAbsent, corpusPath, hasCorpus, readCorpus } from '../../../../../test/support/corpus.ts';
import { aTnef } from '../../../../../test/support/a-tnef.ts';
import { parseMessage, readAttachment } from '../parse-message.ts';
import { openTnef } from './open-tnef.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

test('what is no TNEF is none, and one that ends early gives what came before', () => {
  expect(openTnef(Buffer.from('hello'))).toBeNull();
  const whole = aTnef([
    { name: 'a.txt', content: 'one' },
    { name: 'b.txt', content: 'two' },
  ]);
  expect(openTnef(whole)?.map((file) => file.name)).toEqual(['a.txt', 'b.txt']);
  for (let length = 0; length < whole.length; length += 1) {
    const files = openTnef(whole.subarray(0, length));
    expect(files === null || files.length <= 2).toBe(true);
  }
});

test('files inside winmail.dat are attachments of the message, and their numbers lead to their bytes', async () => {
  const packed = aTnef([
    { name: 'plan.pdf', content: '%PDF-1.4 plan' },
    { name: 'Übersicht.txt', content: 'hi' },
  ]);
  const bytes = Buffer.from(
    [
      'Message-ID: <tnef@customer.example>',
      'From: carla@customer.example',
      'Subject: Plan',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See the plan.',
      '--b',
      'Content-Type: text/csv; name=before.csv',
      'Content-Disposition: attachment; filename=before.csv',
      '',
      'a,b',
      '--b',
      'Content-Type: application/ms-tnef; name=winmail.dat',
      'Content-Disposition: attachment; filename=winmail.dat',
      'Content-Transfer-Encoding: base64',
      '',
      packed.toString('base64'),
      '--b--',
      '',
    ].join('\r\n'),
  );
  const raw = { bytes, receivedAt: 0, copy: null, place: 'received', ownAddresses: [] } as const;
  const { attachments, text } = await parseMessage(raw);
  expect(text).toBe('See the plan.');
  expect(attachments.map(({ part, name }) => [part, name])).toEqual([
    [0, 'before.csv'],
    [2, 'plan.pdf'],
    [3, 'Übersicht.txt'],
  ]);
  const read = async (part: number) =>
    Buffer.from((await readAttachment(bytes, part))?.bytes ?? []).toString();
  expect(await read(2)).toBe('%PDF-1.4 plan');
  expect(await read(3)).toBe('hi');
  expect((await readAttachment(bytes, 1))?.name).toBe('winmail.dat');
  expect(await readAttachment(bytes, 4)).toBeNull();
});

/** The collection's sums are of texts with plain line ends, and of an object together with the 16 bytes that say its kind. */
const sumsOf = (bytes: Buffer): string[] => [
  sha256(bytes),
  sha256(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')),
  sha256(Buffer.concat([Buffer.from('0b00000000000000c000000000000046', 'hex'), bytes])),
];
/** Messages inside the message, which the collection has as files and we open. */
const opensFurther: Readonly<Record<string, readonly string[]>> = {
  'mimekit/christmas.tnef': ['1', '2', '3', '4'].map((number) => `Untitled Attachment.${number}`),
};

interface Expected {
  readonly file: string;
  readonly sha256: Readonly<Record<string, string>>;
}

describe.skipIf(!hasCorpus)(hasCorpus ? 'TNEF of the corpus' : corpusIsAbsent, () => {
  const items = hasCorpus ? readCorpus<{ items: readonly Expected[] }>('tnef', 'manifest.json').items : [];
  test.each(items)('$file gives the files it holds', ({ file, sha256: expected }) => {
    const files = openTnef(readFileSync(corpusPath('tnef', file))) ?? [];
    const sums = new Set(files.flatMap(({ bytes }) => sumsOf(bytes)));
    const missing = Object.entries(expected).filter(([, sum]) => !sums.has(sum));
    expect(missing.map(([name]) => name)).toEqual(opensFurther[file] ?? []);
    expect(files.length).toBeGreaterThanOrEqual(Object.keys(expected).length);
  });

  test('broken anywhere, it gives what it can and never throws', () => {
    const files = readdirSync(corpusPath('tnef', 'mimekit')).map((name) =>
      readFileSync(corpusPath('tnef', 'mimekit', name)).subarray(0, 40_000),
    );
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    let opened = 0;
    for (const bytes of files) {
      for (let round = 0; round < 60; round += 1) {
        const broken = Buffer.from(bytes);
        for (let change = 0; change < 8; change += 1) broken[random(broken.length)] = random(256);
        const found = openTnef(broken.subarray(0, 6 + random(broken.length)));
        if (found) opened += 1;
      }
    }
    expect(opened).toBeGreaterThan(100);
  });
});
