import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { loadSpeller } from '../../electron/core/features/voice/dictionaries.ts';
import { timedCheck } from '../../electron/core/features/voice/timed-check.ts';
import { processorTime } from '../../electron/core/features/voice/time-limit.ts';
import { check } from '../../electron/shared/voice/check.ts';
import { compileGuide } from '../../electron/shared/voice/guide.ts';
import { RuleDefinition } from '../../electron/shared/voice/rule-definition.ts';
import type { SpellingLanguage } from '../../electron/shared/voice/spelling/languages.ts';
import { wordsIn } from '../../electron/shared/voice/text-measures.ts';
import type { Bench, Figure } from './support/bench.ts';
import { median, percentile, timeEach } from './support/statistics.ts';
import { benchReply, benchRules } from './support/voice-guide.ts';
import type { VoiceRequest } from './support/voice-thread.ts';

const characters = 2_000;
const warmUps = 60;
/** What is typed into the reply before it begins again. */
const letters = 200;
/** Looking the words of one reply up takes less than the clock of the processor tells apart. */
const lookUps = 200;

/** What checking a reply takes as it is written, in a thread as on the page. */
export const voiceBench: Bench = {
  name: 'voice',
  async run({ quick, say }) {
    const worker = new Worker(new URL('./support/voice-thread.ts', import.meta.url));
    try {
      const rounds = quick ? 60 : 600;
      say(`${benchRules().length} rules, a reply of ${characters} characters`);
      return [
        ...(await keystrokes(worker, rounds)),
        ...(await processor(rounds / 4)),
        ...runaway(),
        ...spelling('en'),
        ...spelling('es'),
        ...spelling('ar'),
      ];
    } finally {
      await worker.terminate();
    }
  },
};

async function keystrokes(worker: Worker, rounds: number): Promise<Figure[]> {
  const reply = benchReply(characters);
  const middle = reply.indexOf('\n\n', characters / 2) - 10;
  const more = benchReply(2 * characters)
    .slice(-letters)
    .replaceAll(/\s+/g, ' ');
  /** A letter more at the same place each time, so that no text comes twice running. */
  const typed = (round: number) =>
    `${reply.slice(0, middle)} ${more.slice(0, round % letters)}${reply.slice(middle)}`;
  const ask = async (request: VoiceRequest) => {
    worker.postMessage(request);
    await once(worker, 'message');
  };
  await timeEach(warmUps, (round) => ask({ text: typed(round), whole: true }));
  const whole = await timeEach(rounds, (round) => ask({ text: typed(round), whole: true }));
  await timeEach(warmUps, (round) => ask({ text: typed(round), whole: false }));
  const changed = await timeEach(rounds, (round) => ask({ text: typed(round), whole: false }));
  const findings = check(compileGuide(benchRules()), reply).length;
  const note = `200 rules of ${patternCount()} patterns, ${findings} findings; there and back between threads`;
  const most = (limit: number) => ({ of: 'value', most: limit }) as const;
  return [
    { name: 'keystroke, whole reply, p50', value: median(whole), unit: 'ms', target: most(5), note },
    { name: 'keystroke, whole reply, p95', value: percentile(whole, 0.95), unit: 'ms', target: most(16) },
    { name: 'keystroke, one paragraph, p50', value: median(changed), unit: 'ms' },
    { name: 'keystroke, one paragraph, p95', value: percentile(changed, 0.95), unit: 'ms', target: most(4) },
  ];
}

const patternCount = (): number =>
  benchRules().reduce((count, rule) => {
    if (rule.extends === 'substitution') return count + rule.swap.length;
    return count + (rule.extends === 'existence' ? rule.tokens.length : 1);
  }, 0);

/** Of the processor alone: what a busy machine does not stretch. */
async function processor(rounds: number): Promise<Figure[]> {
  const guide = compileGuide(benchRules());
  const reply = benchReply(characters);
  const first = processorTime();
  check(guide, reply);
  const cold = processorTime() - first;
  await timeEach(warmUps, () => check(guide, reply));
  const before = processorTime();
  for (let round = 0; round < rounds; round += 1) check(guide, `${reply}${'!'.repeat(round % 9)}`);
  return [
    { name: 'processor, whole reply, mean', value: (processorTime() - before) / rounds, unit: 'ms' },
    { name: 'processor, first check of a guide', value: cold, unit: 'ms' },
  ];
}

/** A pattern that never ends, among good rules, on a text that it never ends on. */
function runaway(): Figure[] {
  const slow = RuleDefinition.parse({
    name: 'House.Slow',
    extends: 'existence',
    message: 'm',
    nonword: true,
    tokens: ['(a|aa)+$'],
  });
  const text = `${'a'.repeat(60)}! ${benchReply(characters)}`;
  const good = compileGuide(benchRules());
  timedCheck(good, text);
  const guide = compileGuide([...benchRules(), slow]);
  timedCheck(guide, benchReply(characters));
  const before = processorTime();
  const { runaway: stopped } = timedCheck(guide, text);
  const stoppedAfter = processorTime() - before;
  if (!stopped.has('House.Slow')) throw new Error('the runaway pattern was not stopped');
  return [{ name: 'check with a runaway rule, processor', value: stoppedAfter, unit: 'ms' }];
}

const arabicReply = (): string =>
  'شكرا لرسالتك، لقد أرسلنا طلبك وسيصل إليك غدا بالبريد. وللاستفسارات نرجو مراسلتنا على العنوان نفسه. '
    .repeat(characters)
    .slice(0, characters);

/** What the dictionary of a language takes: it is read once, in a thread of its own, when a rule first looks words up. */
function spelling(language: SpellingLanguage): Figure[] {
  const before = processorTime();
  const speller = loadSpeller(language);
  const taken = processorTime() - before;
  const words = wordsIn(language === 'ar' ? arabicReply() : benchReply(characters));
  const begun = processorTime();
  for (let round = 0; round < lookUps; round += 1) for (const word of words) speller.correct(word);
  const each = (processorTime() - begun) / lookUps;
  return [
    { name: `dictionary ${language}, read, processor`, value: taken, unit: 'ms' },
    { name: `dictionary ${language}, words of a reply, processor, mean`, value: each, unit: 'ms' },
  ];
}
