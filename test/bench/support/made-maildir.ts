import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchContext } from './bench.ts';
import { cachedFolder } from './cache-folder.ts';
import { bodyOf, desk, letterBytes, messageIdOf, subjectOf, writerOf, type Letter } from './made-mime.ts';
import { createRandom } from './random.ts';

const makerVersion = 1;
const start = Date.UTC(2025, 0, 1);
const averageThread = 3;
const minutesApart = 37;

export interface MaildirRequest {
  readonly messages: number;
  /** `usual`: about 20 kB on average, with markup and files; `small`: plain text alone. */
  readonly size: 'usual' | 'small';
  /** Number of the first message: two Maildirs that overlap in nothing can be made. */
  readonly first?: number;
}

/** The path of a Maildir of made-up support mail, the same for the same request; made once. */
export function madeMaildir(request: MaildirRequest, { say }: BenchContext): Promise<string> {
  const { messages, size, first = 0 } = request;
  return cachedFolder(`maildir-${makerVersion}-${size}-${first}-${messages}`, (folder) => {
    say(`writing a Maildir of ${messages} mails (once)`);
    for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(folder, part));
    for (const letter of letters(first, messages)) {
      const name = `${Math.floor(letter.at / 1000)}.M${letter.number}.made:2,S`;
      writeFileSync(join(folder, 'cur', name), letterBytes(letter, size));
    }
    return Promise.resolve();
  });
}

/** Threads run side by side: each message goes on with one of the last few dozen threads, or begins one. */
function* letters(first: number, messages: number): Generator<Letter> {
  const random = createRandom(first + 99);
  const open: { thread: number; numbers: number[] }[] = [];
  for (let n = 0; n < messages; n += 1) {
    const number = first + n;
    const goesOn = open.length > 0 && random.chance(1 - 1 / averageThread);
    const thread = (goesOn ? open[random.whole(open.length)] : undefined) ?? { thread: number, numbers: [] };
    if (thread.numbers.length === 0) open.push(thread);
    if (open.length > 50) open.shift();
    const isOurs = thread.numbers.length % 2 === 1;
    const writer = writerOf(thread.thread);
    const last = thread.numbers.at(-1);
    yield {
      number,
      from: isOurs ? desk : writer,
      to: isOurs ? writer : desk,
      subject: `${last === undefined ? '' : 'Re: '}${subjectOf(thread.thread)}`,
      at: start + number * minutesApart * 60_000,
      earlier: thread.numbers.slice(-12).map(messageIdOf),
      quoted: last === undefined ? '' : bodyOf(last),
    };
    thread.numbers.push(number);
  }
}
