import { Worker } from 'node:worker_threads';
import type { Dictionary } from './dictionaries.ts';

export interface SpellingQuestion {
  readonly id: number;
  readonly dictionary: Dictionary;
  readonly words: readonly string[];
}
export interface SpellingAnswer {
  readonly id: number;
  readonly wrong: readonly string[];
}

/** Which of some words a dictionary has not. Rejects where the dictionary can't be read in time. */
export type FindWrong = (dictionary: Dictionary, words: readonly string[]) => Promise<ReadonlySet<string>>;

export interface SpellThread {
  readonly findWrong: FindWrong;
  close(): Promise<void>;
}

const idleMilliseconds = 5 * 60_000;
/** Reading the largest dictionary takes 1.5 s of the processor; a busy machine stretches it. */
const answerMilliseconds = 30_000;
const mostMemory = 512;

/** One thread, started at the first word that is looked up; it rests when nobody has asked for a while. */
export function createSpellThread(entry: URL): SpellThread {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let id = 0;
  const waiting = new Map<
    number,
    { resolve: (wrong: ReadonlySet<string>) => void; reject: (why: Error) => void }
  >();

  function fail(why: Error): void {
    worker = null;
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  }
  function start(): Worker {
    const made = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: mostMemory } });
    made.unref();
    made.on('message', ({ id: answered, wrong }: SpellingAnswer) => {
      waiting.get(answered)?.resolve(new Set(wrong));
      waiting.delete(answered);
    });
    made.on('error', fail);
    made.on('exit', () => {
      if (worker === made) fail(new Error('the spelling thread ended'));
    });
    return made;
  }
  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    fail(new Error('the spelling thread was closed'));
    await ending?.terminate();
  }

  return {
    close: end,
    findWrong(dictionary, words) {
      clearTimeout(idle);
      idle = setTimeout(() => void end(), idleMilliseconds).unref();
      const asked = (id += 1);
      worker ??= start();
      const answer = new Promise<ReadonlySet<string>>((resolve, reject) => {
        const timer = setTimeout(() => void end(), answerMilliseconds).unref();
        waiting.set(asked, {
          resolve(wrong) {
            clearTimeout(timer);
            resolve(wrong);
          },
          reject(why) {
            clearTimeout(timer);
            reject(why);
          },
        });
      });
      worker.postMessage({ id: asked, dictionary, words } satisfies SpellingQuestion);
      return answer;
    },
  };
}
