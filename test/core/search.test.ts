import { describe, expect, test } from 'vitest';
import { newestHitsSql } from '../../electron/core/features/conversations/search-queries.ts';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import type { SearchHit } from '../../electron/shared/conversations.ts';
import { aMessage } from '../support/a-message.ts';
import { aBatch, conversationsOf, openDesk, type Desk } from '../support/conversations-desk.ts';

const minute = 60_000;
const start = Date.UTC(2026, 1, 2, 9);

const aMail = (number: number, text: string, subject = `Matter ${number}`) =>
  aMessage({
    from: { name: `Customer ${number}`, address: `customer-${number}@customer.example` },
    subject,
    text,
    sentAt: start + number * minute,
  });

function search(desk: Desk, stores: readonly ClientStore[], text: string) {
  return desk.conversations.search(stores, { clientId: null, text, cursor: null, limit: 50 });
}
const subjectsOf = (hits: readonly SearchHit[]) =>
  hits.map((hit) => hit.subject.map((part) => part.text).join(''));

test('every word must occur, quotes keep words together, the last word may be a beginning, accents do not matter', () => {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  const texts = [
    'The blue parcel is late',
    'A parcel, blue as the sea',
    'Ma commande est arrivée',
    'أين الطلب من فضلك',
  ];
  desk.conversations.ingest(store, channelId, aBatch(texts.map((text, at) => aMail(at, text))));
  const found = (text: string) => subjectsOf(search(desk, [store], text).hits);
  expect(found('blue parcel')).toEqual(['Matter 1', 'Matter 0']);
  expect(found('"blue parcel"')).toEqual(['Matter 0']);
  expect(found('parc')).toEqual(['Matter 1', 'Matter 0']);
  expect(found('parc blue')).toEqual([]);
  expect(found('ARRIVEE')).toEqual(['Matter 2']);
  expect(found('الطلب')).toEqual(['Matter 3']);
  expect(found('customer-2@customer.example')).toEqual(['Matter 2']);
});

test('hits come newest first over the clients, page by page, with marks and a count', () => {
  const desk = openDesk();
  const clients = ['northwind', 'acme'].map((name) => desk.open(name));
  clients.forEach(({ store, channelId }, client) => {
    const mails = Array.from({ length: 15 }, (_, at) =>
      aMail(at * 2 + client, 'Where is my refund, please?'),
    );
    desk.conversations.ingest(store, channelId, aBatch([...mails, aMail(99, 'One more refund')]));
  });
  const stores = clients.map((client) => client.store);
  const whole = search(desk, stores, 'refund');
  expect(whole).toMatchObject({ next: null, count: 32, countCapped: false });
  expect(whole.hits[31]).toMatchObject({
    contactName: 'Customer 0',
    subject: [{ text: 'Matter 0', hit: false }],
    snippet: [
      { text: 'Where is my ', hit: false },
      { text: 'refund', hit: true },
      { text: ', please?', hit: false },
    ],
    at: new Date(start).toISOString(),
  });
  const paged: SearchHit[] = [];
  let cursor: string | null = null;
  do {
    const page = desk.conversations.search(stores, { clientId: null, text: 'refund', cursor, limit: 7 });
    expect(page.count).toBe(32);
    paged.push(...page.hits);
    cursor = page.next;
  } while (cursor !== null && paged.length < 100);
  expect(paged).toEqual(whole.hits);
});

test('a note is found under its conversation’s subject', () => {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  desk.conversations.ingest(store, channelId, aBatch([aMail(1, 'Hello there')]));
  desk.conversations.note(store, desk.operator, {
    id: conversationsOf(store)[0]!.id,
    text: 'Goodwill voucher given',
  });
  expect(search(desk, [store], 'voucher').hits).toMatchObject([
    { subject: [{ text: 'Matter 1', hit: false }] },
  ]);
});

describe('nothing that a person types is an error', () => {
  const desk = () => {
    const opened = openDesk();
    const { store, channelId } = opened.open('northwind');
    opened.conversations.ingest(store, channelId, aBatch([aMail(1, 'AND OR NOT NEAR fine')]));
    return { opened, store };
  };
  test('words that mean something to the index are words', () => {
    const { opened, store } = desk();
    for (const text of ['AND', 'OR NOT', 'NEAR', 'near(fine']) {
      expect(search(opened, [store], text).hits).toHaveLength(1);
    }
  });
  test('marks, brackets, halves of quotes and letters alone', () => {
    const { opened, store } = desk();
    const pieces = [
      '"',
      '""',
      "'",
      '*',
      '^',
      '(',
      ')',
      '{',
      '}',
      ':',
      '-',
      '+',
      '\\',
      '\u0000',
      '\ud800',
      'body:',
      'é',
      '؟',
      ' ',
      '😀',
      'a"b',
      'NEAR(',
    ];
    for (const left of pieces) {
      for (const right of pieces) {
        expect(search(opened, [store], `${left}${right}`).countCapped).toBe(false);
        expect(search(opened, [store], `fine ${left}${right} fine`).countCapped).toBe(false);
      }
    }
  });
});

test('counting stops at ten thousand', () => {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  desk.conversations.ingest(store, channelId, aBatch([aMail(1, 'common')]));
  const { id } = conversationsOf(store)[0]!;
  store
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10050)
       INSERT INTO messages SELECT seq + i, id || i, ?, channel_id, kind, operator_id, from_name, from_address, recipients,
         people, subject, subject_key, body, quote, has_html, automatic, unreadable, internet_message_id, dedup_key || i,
         sent_at FROM messages, n WHERE conversation_id = ?`,
    )
    .run(id, id);
  store.script("INSERT INTO message_search (message_search) VALUES ('rebuild')");
  expect(search(desk, [store], 'common')).toMatchObject({ count: 10_000, countCapped: true });
});

test('the newest hits are read off the index backwards, without sorting', () => {
  const { store } = openDesk().open('northwind');
  const plan = store.prepare(`EXPLAIN QUERY PLAN ${newestHitsSql}`).all('"a"', 1, 1) as { detail: string }[];
  expect(plan.map((line) => line.detail)).toEqual([
    expect.stringMatching(/^SCAN message_search VIRTUAL TABLE INDEX/),
  ]);
});
