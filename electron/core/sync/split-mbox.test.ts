import { describe, expect, it } from 'vitest';
import { splitMbox } from './split-mbox.ts';

const mbox = [
  'From carla@customer.example Tue Mar  3 10:00:00 2026',
  'Subject: one',
  '',
  'Hello',
  '>From here on I wait',
  '>>From there',
  'From now on, no empty line before',
  '',
  'From dora@customer.example Tue Mar  3 11:00:00 2026',
  'Subject: two',
  '',
  'Good bye',
  '',
].join('\n');

async function split(pieces: readonly string[]): Promise<string[]> {
  async function* chunks() {
    for (const piece of pieces) yield Buffer.from(piece);
  }
  const messages: string[] = [];
  for await (const message of splitMbox(chunks())) messages.push(message.toString());
  return messages;
}

const expected = [
  'Subject: one\n\nHello\nFrom here on I wait\n>From there\nFrom now on, no empty line before\n',
  'Subject: two\n\nGood bye\n',
];

describe('an mbox', () => {
  it('holds its messages without the marks that it put in', async () => {
    expect(await split([mbox])).toEqual(expected);
  });

  it('is the same in pieces of any size', async () => {
    for (const size of [1, 2, 7, 30]) {
      const pieces = Array.from({ length: Math.ceil(mbox.length / size) }, (_, n) =>
        mbox.slice(n * size, (n + 1) * size),
      );
      expect(await split(pieces)).toEqual(expected);
    }
  });

  it('keeps line ends of DOS, and is empty when it is', async () => {
    expect(await split([mbox.replaceAll('\n', '\r\n')])).toEqual(
      expected.map((one) => one.replaceAll('\n', '\r\n')),
    );
    expect(await split([''])).toEqual([]);
    expect(await split(['no mbox at all\n'])).toEqual([]);
  });
});
