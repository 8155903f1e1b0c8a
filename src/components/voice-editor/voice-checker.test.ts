import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkRule } from '../../../electron/shared/voice/check.ts';
import { noIgnores, readDocument } from '../../../electron/shared/voice/document/document.ts';
import { compileGuide, type Guide } from '../../../electron/shared/voice/guide.ts';
import { createIncrementalCheck } from '../../../electron/shared/voice/incremental-check.ts';
import { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import { createSender } from './section-wire.ts';
import { createVoiceChecker, type CheckedText, type VoiceWorker } from './voice-checker.ts';
import type { FromVoiceWorker, ToVoiceWorker } from './voice-messages.ts';

const rule = (name: string, token: string) =>
  RuleDefinition.parse({ name, extends: 'existence', message: 'm', tokens: [token] });
const definitions = [rule('House.First', 'good'), rule('House.Slow', 'slow'), rule('House.Last', 'bye')];

/** A worker on the same thread that does what the real one does, and hangs at one rule where the text says so. */
function startWorker(hangs: (text: string) => boolean, made: string[]): VoiceWorker {
  let listener: ((event: { data: FromVoiceWorker }) => void) | null = null;
  let alive = true;
  let guide: Guide = compileGuide([]);
  const send = createSender();
  made.push('worker');
  const say = (data: FromVoiceWorker) => setTimeout(() => alive && listener?.({ data }), 1);
  return {
    addEventListener: (_type, added) => (listener = added),
    terminate: () => (alive = false),
    postMessage(message: ToVoiceWorker) {
      if (message.kind === 'rules') {
        guide = compileGuide(message.definitions);
        return void say({ kind: 'ready' });
      }
      const { id, text, traced } = message;
      for (const each of guide.rules) {
        if (traced) say({ kind: 'running', id, rule: each.definition.name });
        if (each.definition.name === 'House.Slow' && hangs(text)) return undefined;
        checkRule(each, readDocument(text, { format: 'markdown', ignores: noIgnores }));
      }
      return void say({ kind: 'found', id, found: send(createIncrementalCheck(guide).check(text)) });
    },
  };
}

function start(hangs: (text: string) => boolean = () => false) {
  const checked: CheckedText[] = [];
  const workers: string[] = [];
  const checker = createVoiceChecker({
    definitions,
    makeWorker: () => startWorker(hangs, workers),
    onChecked: (each) => void checked.push(each),
  });
  return { checker, checked, workers };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a text is checked in a worker, which stays for the next', async () => {
  const { checker, checked, workers } = start();
  checker.check('good');
  await vi.runAllTimersAsync();
  checker.check('good bye');
  await vi.runAllTimersAsync();
  expect(checked.map(({ text, findings }) => [text, findings.map((each) => each.check)])).toEqual([
    ['good', ['House.First']],
    ['good bye', ['House.First', 'House.Last']],
  ]);
  expect(workers).toHaveLength(1);
});

test('of the texts that come while one is checked only the newest is', async () => {
  const { checker, checked } = start();
  checker.check('first');
  await vi.runAllTimersAsync();
  for (const text of ['g', 'go', 'goo', 'good']) checker.check(text);
  await vi.runAllTimersAsync();
  expect(checked.map(({ text }) => text)).toEqual(['first', 'g', 'good']);
});

test('a rule that never ends is set aside and named, and the others still find', async () => {
  const { checker, checked, workers } = start((text) => text.includes('slow'));
  checker.check('good slow bye');
  await vi.runAllTimersAsync();
  expect(checked).toMatchObject([{ text: 'good slow bye', stopped: ['House.Slow'] }]);
  expect(checked[0]?.findings.map((each) => each.check)).toEqual(['House.First', 'House.Last']);
  // The first is ended for the overrun, two more for the rule that they were caught at.
  expect(workers).toHaveLength(4);
  checker.check('slow again, bye');
  await vi.runAllTimersAsync();
  expect(checked[1]).toMatchObject({ text: 'slow again, bye', stopped: ['House.Slow'] });
  expect(workers).toHaveLength(4);
});

test('a check that was only late finds everything the second time, and sets nothing aside', async () => {
  let late = true;
  const { checker, checked } = start((text) => {
    const hanging = late && text.includes('slow');
    late = false;
    return hanging;
  });
  checker.check('good slow');
  await vi.runAllTimersAsync();
  expect(checked).toMatchObject([{ stopped: [] }]);
  expect(checked[0]?.findings).toHaveLength(2);
});

test('a rule that was late once by name, on a busy machine, is not set aside', async () => {
  let hangs = 2;
  const { checker, checked, workers } = start((text) => {
    if (!text.includes('slow')) return false;
    hangs -= 1;
    return hangs >= 0;
  });
  checker.check('good slow');
  await vi.runAllTimersAsync();
  expect(checked).toMatchObject([{ stopped: [] }]);
  expect(workers).toHaveLength(3);
});

test('a rule that never ends is set aside before anybody types, when its own words are in no text', async () => {
  const { checked, workers } = start(() => true);
  await vi.runAllTimersAsync();
  expect(checked).toEqual([]);
  expect(workers).toHaveLength(4);
});

test('a worker that gives signs of life may take its time', async () => {
  const heard: ((event: { data: FromVoiceWorker }) => void)[] = [];
  const checked: CheckedText[] = [];
  let made = 0;
  const say = (data: FromVoiceWorker, after: number) => setTimeout(() => heard.at(-1)?.({ data }), after);
  createVoiceChecker({
    definitions,
    onChecked: (each) => void checked.push(each),
    makeWorker() {
      made += 1;
      return {
        terminate: () => undefined,
        addEventListener: (_type, listener) => void heard.push(listener),
        postMessage(message) {
          if (message.kind === 'rules') return void say({ kind: 'ready' }, 1);
          for (const after of [40, 80, 120])
            say({ kind: 'running', id: message.id, rule: 'House.First' }, after);
          return void say({ kind: 'found', id: message.id, found: { sections: [], others: [] } }, 160);
        },
      };
    },
  }).check('good');
  await vi.runAllTimersAsync();
  expect([made, checked.map(({ text }) => text)]).toEqual([1, ['good']]);
});

test('nothing is said after closing', async () => {
  const { checker, checked } = start();
  checker.check('good');
  checker.close();
  await vi.runAllTimersAsync();
  expect(checked).toEqual([]);
});
