import { describe, expect, test } from 'vitest';
import type { ClientId } from '../../../shared/ids.ts';
import { dictionaryOf } from './dictionary-rules.ts';
import { foreignIn, type Allowed } from './match-rules.ts';
import { customersWords } from './own-words-rules.ts';
import { stripped } from './strip-rules.ts';
import { traitsOf, type BrandFacts } from './traits-rules.ts';

const templateId = '01900000-0000-7000-8000-00000000abcd';

const factsOf = (name: string, domain: string, more: Partial<BrandFacts> = {}): BrandFacts => ({
  clientId: name as ClientId,
  name,
  identities: [{ name: `${name} Help`, address: `help@${domain}` }],
  templates: [],
  sent: [],
  operatorNames: ['Nina Hartmann'],
  ...more,
});
const signed = (lines: string, texts: readonly string[]) =>
  texts.map((text, index) => ({
    conversationId: `${index}`,
    subject: '',
    text: `${text}\n\nBest,\n${lines}`,
  }));

const kestrel = factsOf('Kestrel Fork Outdoor', 'kestrelfork.example', {
  templates: [
    {
      id: templateId,
      source: 'See https://kb.trailhelp.example/returns, code TRAIL15. Call +1 (406) 555-0134.',
    },
  ],
  sent: signed('Kestrel Fork Outdoor\nBox 12, Bozeman', [
    ...['It is KF-100201.', 'It is KF-100202.', 'It is KF-100203.', 'It is KF-100204.', 'It is KF-100205.'],
  ]),
});
const others = [
  kestrel,
  factsOf('مكتبة زمرد', 'zumurrud.example'),
  factsOf('Next', 'next.example'),
  factsOf('Casa Retama', 'casaretama.example'),
].map((facts) => ({ clientId: facts.clientId, traits: traitsOf(facts) }));
const ownFacts = factsOf('Northwind Next', 'northwind.example', {
  sent: signed('Box 7, Leeds', ['One.', 'Two.', 'Three.']),
});
const own = traitsOf(ownFacts);
const isSpoken = (word: string) => word === 'box';
const sides = {
  foreign: dictionaryOf({ others, own, isSpoken }),
  own: dictionaryOf({
    others: [{ clientId: ownFacts.clientId, traits: own }],
    own: traitsOf(factsOf('', '', { identities: [] })),
    isSpoken: () => false,
  }),
};

const look = (
  text: string,
  { allowed = [], written = [] }: { allowed?: Allowed[]; written?: string[] } = {},
) =>
  foreignIn(text, { ...sides, allowed, besides: customersWords(text, written) }).map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`,
  );

describe('what looks like another client', () => {
  test.each([
    ['We at Kestrel Fork are sorry', 'name: Kestrel Fork'],
    ['the kestrel-fork way', 'name: kestrel-fork'],
    ['KESTRELFORK', 'name: KESTRELFORK'],
    ["Kestrel Fork's shop", 'name: Kestrel Fork'],
    ['Kеstrel\nFork', 'name: Kеstrel\nFork'],
    ['Kestrél Førk', 'name: Kestrél Førk'],
    ['تسوق من مكتبة زمرد اليوم', 'name: مكتبة زمرد'],
    ['وصلتنا رسالتك لمكتبة زُمُرّد', 'name: لمكتبة زُمُرّد'],
    ['Mail help@kestrelfork.example.', 'address: help@kestrelfork.example'],
    ['Mail anybody@shop.kestrelfork.example.', 'address: anybody@shop.kestrelfork.example'],
    ['https://kestrelfork.example/a?b=1, please', 'domain: https://kestrelfork.example/a?b=1'],
    ['WWW.KestrelFork.Example', 'domain: WWW.KestrelFork.Example'],
    ['https://kb.trailhelp.example/other', 'link: https://kb.trailhelp.example/other'],
    ['call 406.555.0134', 'phone: 406.555.0134'],
    ['call 001 406 555 0134', 'phone: 001 406 555 0134'],
    ['call ٤٠٦ ٥٥٥ ٠١٣٤', 'phone: ٤٠٦ ٥٥٥ ٠١٣٤'],
    ['Bye\nbox 12,  Bozeman', 'signature: box 12,  Bozeman'],
    ['use trail15 now', 'code: trail15'],
    ['order KF-998877', 'code: KF-998877'],
    [`t ${templateId.toUpperCase()}`, `template: ${templateId.toUpperCase()}`],
    ['Thank you for shopping with Next.', 'name: Next'],
    ['Your Next order is late', 'name: Next'],
    ["It is Next's fault", 'name: Next'],
    ['Best,\nNina\nNext', 'name: Next'],
    ['Next Customer Care', 'name: Next'],
  ])('%j', (text, found) => expect(look(text)).toEqual([found]));
});

describe('what does not', () => {
  test.each([
    'Next time write sooner. Next, click Next. What is next? NEXT STEPS',
    'Press Next to go on to the next page of the Next Steps.',
    'From next week on the next order ships from the next town.',
    'A kestrel sat on the fork of a road, kestrel. Fork',
    'Kestrels forked',
    'order KFX-998877 and KF-99',
    'Hola from Casa Verde, or at casa: retama grows there',
    'the number 4065550134567 and 1406555',
    'nothelp@mykestrelfork.example.com',
    'Best regards,\nNina\nNorthwind Next',
    'Write to help@northwind.example or +44 20 1234567',
    'Box 7, Leeds',
    '',
  ])('%j', (text) => expect(look(text)).toEqual([]));
});

describe("the customer's words never count", () => {
  test('quoted lines', () => expect(look('Hello\n> I bought it at Kestrel Fork\nBye')).toEqual([]));
  test('a line that the customer wrote just so', () => {
    const line = 'I bought it at Kestrel Fork last week.';
    expect(look(`You wrote:\n${line}\nSorry.`, { written: [`Hi\n${line}`] })).toEqual([]);
    expect(look(`You wrote:\n${line}\nSorry.`)).toEqual(['name: Kestrel Fork']);
  });
  test('a passage between quotation marks', () => {
    const written = ['I bought it at Kestrel Fork last week.'];
    expect(look('You say “bought it at Kestrel Fork last”: it is ours.', { written })).toEqual([]);
    expect(look('You say “sold it at Kestrel Fork”.', { written })).toEqual(['name: Kestrel Fork']);
  });
  test('but the same name in the words of the operator does', () =>
    expect(look('Kestrel Fork is kind', { written: ['Kestrel Fork'] })).toEqual(['name: Kestrel Fork']));
});

describe('an exception allows its wording and nothing else', () => {
  test.each([
    ['Kestrel Fork', 'We are a partner of KESTREL FORK here', []],
    ['Kestrel Fork', 'Kestrel Fork Outdoor', ['name: Kestrel Fork Outdoor']],
    ['kestrelfork.example', 'see https://www.kestrelfork.example/x', []],
    ['kestrelfork.example', 'see Kestrel Fork', ['name: Kestrel Fork']],
    ['+1 406 555 0134', '(406) 555-0134', []],
    ['repaired by Kestrel Fork', 'It is repaired by Kestrel Fork, for free.', []],
    ['repaired by Kestrel Fork', 'It is sold by Kestrel Fork, for free.', ['name: Kestrel Fork']],
  ])('%j in %j', (phrase, text, found) => expect(look(text, { allowed: [{ phrase }] })).toEqual(found));
});

test('a word that this client writes every day needs more than its letters', () => {
  const boxes = factsOf('Box', 'boxes-and-more.example');
  const spoken = dictionaryOf({
    others: [{ clientId: boxes.clientId, traits: traitsOf(boxes) }],
    own,
    isSpoken,
  });
  const found = (text: string) =>
    foreignIn(text, { ...sides, foreign: spoken, allowed: [], besides: [] }).length;
  expect([found('The box is red. Box 3.'), found('Thanks for choosing Box.')]).toEqual([0, 1]);
});

test.each(['a.', '1 ', 'x@', 'https://', '"a', 'Kestrel ', 'KF-', '\u064b'])(
  'a long text of nothing but %j is read to its end',
  (piece) => expect(look(`${piece.repeat(40_000)}1`)).toEqual([]),
);

test('a pasted text keeps its words and loses names, links and addresses', () => {
  const text =
    'Hello from Kestrel Fork.\n\nSee https://carrier.example/t/1 (help@kestrelfork.example) or wait.\n\nBye';
  const hits = foreignIn(text, { ...sides, allowed: [], besides: [] });
  expect(stripped(text, hits)).toBe('Hello from.\n\nSee or wait.\n\nBye');
});
