import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkRule } from '../../../electron/shared/voice/check.ts';
import { noIgnores, readDocument } from '../../../electron/shared/voice/document/document.ts';
import { compileGuide, type Guide } from '../../../electron/shared/voice/guide.ts';
import { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import { byField, createWrittenCheck, type ByField } from '../../../electron/shared/voice/written.ts';
import { createSender } from './section-wire.ts';
import { createVoiceChecker, type CheckedTexts, type VoiceWorker } from './voice-checker.ts';
import type { FromVoiceWorker, ToVoiceWorker } from './voice-messages.ts';

const rule = (name: string, token: string) =>
  RuleDefinition.parse({ name, extends: 'existence', message: 'm', tokens: [token] });
const definitions = [rule('House.First', 'good'), rule('House.Slow', 'slow'), rule('House.Last', 'bye')];

const only = (text: string): ByField<string> => ({ subject: '', text, original: '' });

/** A worker on the same thread that does what the real one does, and hangs at one rule where the text says so. */
function startWorker(hangs: (text: string) => boolean, made: string[]): VoiceWorker {
  let listener: ((event: { data: FromVoiceWorker }) => void) | null = null;
  let alive = true;
  let guide: Guide = compileGuide([]);
  const senders = byField(createSender);
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
      const { id, texts, traced } = message;
      for (const each of guide.rules) {
        if (traced) say({ kind: 'running', id, rule: each.definition.name });
        if (each.definition.name === 'House.Slow' && hangs(texts.text)) return undefined;
        checkRule(each, readDocument(texts.text, { format: 'reply', ignores: noIgnores }));
      }
      const found = createWrittenCheck(guide).check(texts);
      return void say({ kind: 'found', id, found: byField((field) => senders[field](found[field])) });
    },
  };
}

function start(hangs: (text: string) => boolean = () => false) {
  const checked: CheckedTexts[] = [];
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
  checker.check(only('good'));
  await vi.runAllTimersAsync();
  checker.check(only('good bye'));
  await vi.runAllTimersAsync();
  expect(checked.map(({ texts, findings }) => [texts.text, findings.text.map((each) => each.check)])).toEqual(
    [
      ['good', ['House.First']],
      ['good bye', ['House.First', 'House.Last']],
    ],
  );
  expect(workers).toHaveLength(1);
});

test('of the texts that come while one is checked only the newest is', async () => {
  const { checker, checked } = start();
  checker.check(only('first'));
  await vi.runAllTimersAsync();
  for (const text of ['g', 'go', 'goo', 'good']) checker.check(only(text));
  await vi.runAllTimersAsync();
  expect(checked.map(({ texts }) => texts.text)).toEqual(['first', 'g', 'good']);
});

test('a rule that never ends is set aside and named, and the others still find', async () => {
  const { checker, checked, workers } = start((text) => text.includes('slow'));
  checker.check(only('good slow bye'));
  await vi.runAllTimersAsync();
  expect(checked).toMatchObject([{ texts: { text: 'good slow bye' }, stopped: ['House.Slow'] }]);
  expect(checked[0]?.findings.text.map((each) => each.check)).toEqual(['House.First', 'House.Last']);
  // The first is ended for the overrun, two more for the rule that they were caught at.
  expect(workers).toHaveLength(4);
  checker.check(only('slow again, bye'));
  await vi.runAllTimersAsync();
  expect(checked[1]).toMatchObject({ texts: { text: 'slow again, bye' }, stopped: ['House.Slow'] });
  expect(workers).toHaveLength(4);
});

test('a check that was only late finds everything the second time, and sets nothing aside', async () => {
  let late = true;
  const { checker, checked } = start((text) => {
    const hanging = late && text.includes('slow');
    late = false;
    return hanging;
  });
  checker.check(only('good slow'));
  await vi.runAllTimersAsync();
  expect(checked).toMatchObject([{ stopped: [] }]);
  expect(checked[0]?.findings.text).toHaveLength(2);
});

test('a rule that was late once by name, on a busy machine, is not set aside', async () => {
  let hangs = 2;
  const { checker, checked, workers } = start((text) => {
    if (!text.includes('slow')) return false;
    hangs -= 1;
    return hangs >= 0;
  });
  checker.check(only('good slow'));
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
  const checked: CheckedTexts[] = [];
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
          const found = byField(() => ({ sections: [], others: [] }));
          return void say({ kind: 'found', id: message.id, found }, 160);
        },
      };
    },
  }).check(only('good'));
  await vi.runAllTimersAsync();
  expect([made, checked.map(({ texts }) => texts.text)]).toEqual([1, ['good']]);
});

test('all that is written of a message is checked at once, and each finding stands in its field', async () => {
  const { checker, checked } = start();
  checker.check({ subject: 'A good day', text: 'good bye', original: '\n\nbye' });
  await vi.runAllTimersAsync();
  const { findings } = checked[0] ?? {};
  expect(findings?.subject.map((each) => [each.check, each.start])).toEqual([['House.First', 2]]);
  expect(findings?.text).toHaveLength(2);
  expect(findings?.original.map((each) => [each.check, each.start])).toEqual([['House.Last', 2]]);
});

test('nothing is said after closing', async () => {
  const { checker, checked } = start();
  checker.check(only('good'));
  checker.close();
  await vi.runAllTimersAsync();
  expect(checked).toEqual([]);
});
