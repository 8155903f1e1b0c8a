import { describe, expect, test } from 'vitest';
import { saysSomething } from './function-words.ts';
import { rankTemplates, type RankedDocument } from './rank-rules.ts';
import { proseOf, wordsOf } from './word-rules.ts';

const document = (
  id: string,
  parts: { name?: string; tags?: string; text?: string; uses?: string },
): RankedDocument<string> => ({
  id,
  places: {
    name: wordsOf(parts.name ?? ''),
    tags: wordsOf(parts.tags ?? ''),
    text: wordsOf(parts.text ?? ''),
    uses: wordsOf(parts.uses ?? ''),
  },
});

const shelf = [
  document('delay', {
    name: 'Late parcel',
    tags: 'delivery',
    text: 'Hello, your parcel is on its way. It left our warehouse and the carrier has it.',
  }),
  document('refund', {
    name: 'Refund started',
    tags: 'money',
    text: 'Hello, we have started your refund. The money is back on your card within five days.',
    uses: 'I want my money back, the mug arrived broken',
  }),
  document('broken', {
    name: 'Broken on arrival',
    tags: 'damage',
    text: 'Hello, we are sorry that it arrived damaged. Please send a photo and we replace it.',
  }),
  document('hello', { name: 'Hello', text: 'Hello, how can we help you?' }),
];
const texts = shelf.flatMap(({ places }) => [
  new Set(Object.values(places).flatMap((words) => words.map(({ stem }) => stem))),
]);

function order(asked: string, documents = shelf): string[] {
  const ranks = rankTemplates({
    documents,
    asked: wordsOf(asked),
    frequency: ({ stem }) => texts.filter((words) => words.has(stem)).length,
    texts: texts.length,
  });
  return [...ranks]
    .filter(([, { score }]) => score > 0)
    .toSorted(([, one], [, other]) => other.score - one.score)
    .map(([id]) => id);
}

describe('templates are ranked by what the customer writes about', () => {
  test.each([
    ['Where is my parcel? It has not come.', ['delay']],
    ['my parcels are late, where are the deliveries', ['delay']],
    ['I would like a refund', ['refund']],
    ['Broken!', ['broken', 'refund']],
    ['REFUND!!!', ['refund']],
  ])('%s', (asked, first) => expect(order(asked).slice(0, first.length)).toEqual(first));

  test('a word that every template has decides nothing against one that few have', () => {
    expect(order('Hello, my money')[0]).toBe('refund');
  });
  test('what was answered with it before speaks for it', () => {
    const used = document('generic', { name: 'Apology', text: 'We are sorry.', uses: 'teapot lid cracked' });
    expect(order('the lid of my teapot is cracked', [...shelf, used])[0]).toBe('generic');
  });
  test('words that nothing has rank nothing', () => expect(order('xylophone')).toEqual([]));
  test('the order of the shelf does not matter', () => {
    const asked = 'refund for a broken parcel';
    expect(order(asked, shelf.toReversed())).toEqual(order(asked));
  });
});

test('a rank says which word it comes from, where it stands and how much it counts', () => {
  const rank = rankTemplates({
    documents: shelf,
    asked: wordsOf('A refund, quickly'),
    frequency: () => 1,
    texts: 100,
  }).get('refund');
  expect(rank?.words).toEqual([{ word: 'refund', place: 'name', share: 1 }]);
  const both = rankTemplates({
    documents: shelf,
    asked: wordsOf('refund refund money'),
    frequency: ({ stem }) => (stem === 'money' ? 50 : 1),
    texts: 100,
  }).get('refund');
  expect(both?.words.map(({ word }) => word)).toEqual(['refund', 'money']);
  expect(both?.words.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 12);
});

test.each([
  ['¿Con qué talla me quedo? Y de la otra, ¿hay más?', ['talla', 'quedo']],
  ['Where is it? I have been waiting for the parcel', ['waiting', 'parcel']],
  ['أين طلبي؟ لقد مرت أيام على الشحن في المدينة', ['أين', 'طلبي', 'مرت', 'أيام', 'الشحن', 'المدينة']],
])('%s: only what says something is asked for', (text, words) =>
  expect(
    wordsOf(text)
      .filter(saysSomething)
      .map(({ written }) => written),
  ).toEqual(words),
);

describe('words', () => {
  test.each([
    ['Where are my ORDERS?', ['where', 'are', 'my', 'order']],
    ['Devolución, devoluciones', ['devolucion', 'devolucione']],
    ['policies, boxes, glass, bus', ['policy', 'boxe', 'glass', 'bus']],
    ['أين طلبي', ['اين', 'طلب']],
    ['والطلبات الشحنة شحنتها', ['طلب', 'شحن', 'شحنت']],
    ['No. 12345 a', ['no']],
  ])('%s', (text, stems) => expect(wordsOf(text).map(({ stem }) => stem)).toEqual(stems));

  test('Chinese is cut into words, not swallowed whole', () => {
    expect(wordsOf('我要退款').length).toBeGreaterThan(1);
  });
  test('of a template its prose counts, not its variables', () => {
    expect(
      wordsOf(
        proseOf('Hi {{ customer.name }}{% if order.number %}, see https://x.example/refund{% endif %}'),
      ),
    ).toEqual([
      { stem: 'hi', written: 'hi' },
      { stem: 'see', written: 'see' },
    ]);
  });
});
