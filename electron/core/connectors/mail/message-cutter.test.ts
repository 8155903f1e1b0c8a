import { expect, test } from 'vitest';
import { createMessageCutter, type WholeMessage } from './message-cutter.ts';

const literal = (text: string) => `{${Buffer.byteLength(text)}}\r\n${text}`;
const mail = (name: string) => `Subject: ${name}\r\n\r\n* 9 FETCH (UID 9 BODY[] {2}\r\nA7 OK é\r\n`;
const whole = (uid: number, text: string) =>
  `* ${uid} FETCH (UID ${uid} INTERNALDATE " 4-Mar-2026 09:00:00 +0000" MODSEQ (12) BODY[] ${literal(text)})\r\n`;

/** What a server says, and which of it is taken: lines of two kinds by turns. */
const said: readonly (readonly [passed: string, taken: string])[] = [
  ['* OK [HIGHESTMODSEQ 12] {3} is no literal here\r\n* 23 EXISTS\r\n', ''],
  ['', whole(1, mail('first')) + whole(2, '')],
  [
    '* 2 FETCH (UID 2 FLAGS (\\Seen))\r\n',
    `* 3 fetch (uid 3 body[]<0> ${literal(mail('third'))} FLAGS ())\r\n`,
  ],
  // Nobody asked for it.
  [whole(77, mail('stranger')), ''],
  // Its UID comes too late.
  [`* 4 FETCH (BODY[] ${literal(mail('late'))} UID 4)\r\n`, whole(5, mail('fifth'))],
  // Something else stands behind it, and there is another literal in it.
  [`* 6 FETCH (UID 6 BODY[] ${literal(mail('odd'))} BODY[1] ${literal('x\r\n')} X {0}\r\n)\r\n`, ''],
  [`* 7 FETCH (UID 7 BODY[HEADER] ${literal(mail('head'))})\r\n`, ''],
  [`* 8 FETCH (UID 8 X "${'x'.repeat(1_200)}" BODY[] ${literal(mail('wordy'))})\r\n`, ''],
  [`* 8 FETCH (UID 8 BODY[] ${literal(mail('wordy'))} X "${'x'.repeat(1_200)}")\r\n`, whole(9, mail('last'))],
  ['A7 OK done\r\n', ''],
];
const stream = Buffer.from(said.flat().join(''));
const passed = said.map(([text]) => text).join('');

function cutIn(pieces: readonly Buffer[]) {
  const taken: WholeMessage[] = [];
  const cutter = createMessageCutter();
  cutter.taker = {
    wants: (uid) => uid < 10 && !taken.some((one) => one.uid === uid),
    take: (message) => void taken.push(message),
  };
  const rest = Buffer.concat(pieces.map((piece) => cutter.cut(piece))).toString();
  return {
    rest,
    taken: taken.map(({ uid, bytes }) => [uid, Buffer.from(bytes).toString()] as const),
    dates: taken,
  };
}

const expected = [
  [1, mail('first')],
  [2, ''],
  [3, mail('third')],
  [5, mail('fifth')],
  [9, mail('last')],
];

test('takes the plain answers that are wanted and leaves every other byte in its order', () => {
  const { rest, taken, dates } = cutIn([stream]);
  expect(taken).toEqual(expected);
  expect(dates.map(({ internalDate }) => internalDate)).toEqual([
    ' 4-Mar-2026 09:00:00 +0000',
    ' 4-Mar-2026 09:00:00 +0000',
    undefined,
    ' 4-Mar-2026 09:00:00 +0000',
    ' 4-Mar-2026 09:00:00 +0000',
  ]);
  expect(rest).toBe(passed);
});

test('wherever the stream is cut', () => {
  for (let at = 1; at < stream.length; at += 1) {
    const { rest, taken } = cutIn([stream.subarray(0, at), stream.subarray(at)]);
    expect(taken, `cut at ${at}`).toEqual(expected);
    expect(rest, `cut at ${at}`).toBe(passed);
  }
  const bytes = Array.from(stream, (byte) => Buffer.of(byte));
  expect(cutIn(bytes)).toMatchObject({ rest: passed, taken: expected });
});

test('leaves everything while nobody waits, and what is too large for ever', () => {
  const cutter = createMessageCutter();
  expect(cutter.cut(stream).equals(stream)).toBe(true);
  cutter.taker = { wants: () => true, take: () => expect.unreachable('nothing is taken') };
  const huge = Buffer.from('* 1 FETCH (UID 1 BODY[] {4000000000}\r\n');
  expect(cutter.cut(huge).equals(huge)).toBe(true);
  const within = Buffer.from(whole(1, 'x'));
  expect(cutter.cut(within).equals(within)).toBe(true);
});
