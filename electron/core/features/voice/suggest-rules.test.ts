import { expect, test } from 'vitest';
import { GuideLine } from '../../../shared/voice/guide-lines.ts';
import { closingOf, openingOf } from './suggest-frame-rules.ts';
import { suggestGuide } from './suggest-rules.ts';

test.each([
  ['Hello Ana,\n\nText', 'Hello {name},'],
  ['Good morning Ana María,\nText', 'Good morning {name},'],
  ['Hola, Ainhoa:\nText', 'Hola, {name}:'],
  ['Hi there!\nText', 'Hi there!'],
  ['Dear customer,\nText', 'Dear customer,'],
  ['Liebe Frau Huber,\nText', 'Liebe {name},'],
  ['Your order has left us and will be there soon.', null],
  ['Why?', null],
])('%j begins with %s', (...[text, opening]) => {
  expect(openingOf(text)).toBe(opening);
});

test.each([
  ['Text.\n\nKind regards,\nBo\nThe team', 'Kind regards'],
  ['Text.\n\nBest\nBo', 'Best'],
  ['Text.\n\nSee you soon!', 'See you soon!'],
  ['Text.\nMore text that goes on and on and never ends.', null],
])('%j ends with %s', (...[text, closing]) => {
  expect(closingOf(text)).toBe(closing);
});

const names = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus', 'Hal', 'Ida', 'Jon'];
const english = names.map(
  (name, index) => `${index < 7 ? 'Hello' : 'Good morning'} ${name},

We are sorry that your order was late. It left us on ${index + 3} March 2026 with the Power Box that you asked for, for 12.50 pounds.

If it is not with you by Friday, write to us and we will send you a new one.

> You said it would be here! It is not!

Kind regards,
Bo`,
);

test('ten good replies give a first guide: what they have in common, and nothing that one of them quotes', () => {
  const { replies, language, lines } = suggestGuide(english, null);
  expect([replies, language]).toEqual([10, 'en']);
  const of = (kind: string) => lines.find((line) => line.kind === kind);
  expect(of('greeting')).toMatchObject({ texts: ['Hello {name},', 'Good morning {name},'], seen: 10 });
  expect(of('sign-off')).toMatchObject({ texts: ['Kind regards'], seen: 10 });
  expect(of('emoji')).toMatchObject({ most: 0 });
  expect(of('exclamation')).toMatchObject({ most: 0, seen: 0 });
  expect(of('apology')).toMatchObject({ most: 1, locales: ['en'], seen: 10 });
  expect(of('message-length')).toMatchObject({ most: 75 });
  expect(of('sentence-length')).toMatchObject({ most: 20 });
  expect(of('product')).toMatchObject({ name: 'Power Box', seen: 10 });
  expect(of('date')).toMatchObject({ style: 'words' });
  expect(of('number')).toMatchObject({ decimal: '.' });
  expect(of('formality')).toBeUndefined();
});

test('the form of address is told where the language has two and the replies agree', () => {
  const formal = names.map(
    (name) => `Guten Tag ${name},\n\nwir danken Ihnen, dass Sie uns und der Post nicht die Zeit nehmen.`,
  );
  expect(suggestGuide(formal, 'de').lines).toContainEqual({
    channels: [],
    locales: ['de'],
    kind: 'formality',
    address: 'formal',
    seen: 10,
  });
  const mixed = formal.map((text, index) =>
    index % 2 === 0 ? text : text.replace('Ihnen, dass Sie', 'dir, dass du'),
  );
  expect(suggestGuide(mixed, 'de').lines.some(({ kind }) => kind === 'formality')).toBe(false);
});

test('nothing gives nothing', () => {
  expect(suggestGuide([], 'en')).toEqual({ replies: 0, language: 'en', lines: [] });
  expect(suggestGuide([' \n', '> only quoted'], null).replies).toBe(0);
});

test('whatever the replies were, every line that is suggested can be saved', () => {
  const shouting = `Hello you!\n\n${'So sorry! 🙂 '.repeat(60)}${'and on it goes '.repeat(900)}\n\nBye,\nBo`;
  const { lines } = suggestGuide([shouting, shouting, shouting], 'en');
  expect(lines.map(({ kind }) => kind)).toEqual([
    'greeting',
    'sign-off',
    'sentence-length',
    'reading-grade',
    'sounds',
    'left-over',
  ]);
  for (const line of lines)
    expect(() => GuideLine.parse({ ...line, id: 1, prose: 'p', level: 'warning' })).not.toThrow();
});
