import { parentPort } from 'node:worker_threads';
import { wrongIn } from './dictionaries.ts';
import type { SpellingAnswer, SpellingQuestion } from './spell-thread.ts';

/** A thread that looks words up: a dictionary takes its time to be read, and its memory goes when the thread ends. */
parentPort?.on('message', ({ id, dictionary, words }: SpellingQuestion) => {
  const answer: SpellingAnswer = { id, wrong: wrongIn(dictionary, words) };
  parentPort?.postMessage(answer);
});
