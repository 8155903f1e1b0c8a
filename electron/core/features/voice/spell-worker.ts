import { parentPort } from 'node:worker_threads';
import { loadSpeller } from './dictionaries.ts';
import type { SpellingAnswer, SpellingQuestion } from './spell-thread.ts';

/** A thread that looks words up: a dictionary takes its time to be read, and its memory goes when the thread ends. */
parentPort?.on('message', ({ id, language, words }: SpellingQuestion) => {
  const speller = loadSpeller(language);
  const answer: SpellingAnswer = { id, wrong: words.filter((word) => !speller.correct(word)) };
  parentPort?.postMessage(answer);
});
