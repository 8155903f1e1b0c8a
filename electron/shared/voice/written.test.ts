import { expect, test } from 'vitest';
import { compileGuide } from './guide.ts';
import { allFindings } from './incremental-check.ts';
import { lineRules } from './line-rules.ts';
import { RuleDefinition } from './rule-definition.ts';
import { anySituation } from './situation.ts';
import { createWritten, createWrittenCheck, writtenFields, type ByField } from './written.ts';

const line = { level: 'error' as const, channels: [], locales: [] };
const rules = [
  ...lineRules(
    [
      { ...line, id: 1, kind: 'greeting', prose: 'Hello', texts: ['Hello {name},'], from: null, to: null },
      { ...line, id: 2, kind: 'message-length', prose: 'Longer', least: 30, most: null },
      { ...line, id: 3, kind: 'exclamation', prose: 'Calm', most: 1 },
      { ...line, id: 4, kind: 'promise', prose: 'No promises', texts: ['at once'] },
    ],
    anySituation,
  ),
  RuleDefinition.parse({
    ...{ name: 'House.Explain', extends: 'conditional', message: 'm' },
    ...{ first: '\\b[A-Z]{3}\\b', second: '\\(([A-Z]{3})\\)' },
  }),
  RuleDefinition.parse({
    name: 'House.Grade',
    extends: 'readability',
    message: 'm',
    metrics: ['LIX'],
    grade: 1,
  }),
];
const writtenCheck = createWrittenCheck(compileGuide(rules));
const found = (texts: ByField<string>) => {
  const checked = writtenCheck.check(texts);
  return writtenFields.map((field) => allFindings(checked[field]).map(({ check }) => check));
};

test('a subject, and a few words within what is handed on, are checked as what they are', () => {
  const piece = 'An SMS leaves at once for everybody! Really!';
  const [subject, text, original] = found({
    subject: piece,
    text: `Dear Ana, ${piece}`,
    original: `\n\n${piece}`,
  });
  expect(subject?.toSorted()).toEqual(['Liaison.Exclamation-3', 'Liaison.Promise-4']);
  expect(original).toEqual(subject);
  expect(text).toEqual(
    expect.arrayContaining([
      'House.Explain',
      'House.Grade',
      'Liaison.Greeting-1',
      'Liaison.Message-length-2-least',
    ]),
  );
});

test('what nobody wrote is not checked', () => {
  expect(found({ subject: '', text: '', original: '' })).toEqual([[], [], []]);
});

test('of a message only its writer’s words are looked at', () => {
  const written = createWritten({
    said: ['We do it at once.'],
    signature: 'Ana',
    subjects: ['Your tent'],
    came: 'From: Ana\nAt once, please.',
  })({
    subject: 'Fwd: Your tent: at once',
    text: '> We do it at once.\n> At once we will.\n-- \nAna',
    original: 'From: Ana\nAt once, please.\nAt once, yes.',
  });
  const [subject, text, original] = found({
    subject: written.subject.text,
    text: written.text.text,
    original: written.original.text,
  });
  const promises = (checks: readonly string[] = []) =>
    checks.filter((check) => check.includes('Promise')).length;
  expect([subject, text, original].map(promises)).toEqual([1, 1, 1]);
  expect(written.original.text.trimStart()).toBe('At once, yes.');
});
