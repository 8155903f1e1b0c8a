import { describe, expect, test } from 'vitest';
import { hitsSql } from '../../electron/core/features/conversations/search/search-queries.ts';
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
const counted = (desk: Desk, stores: readonly ClientStore[], text: string, exact = false) =>
  desk.conversations.searchCount(stores, { text, exact });
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

test('hits come newest first over the clients, page by page, with marks, and are counted apart', async () => {
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
  expect(whole.next).toBeNull();
  expect(await counted(desk, stores, 'refund')).toEqual({ count: 32, countCapped: false });
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
  test('marks, brackets, halves of quotes and letters alone', async () => {
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
        for (const text of [`${left}${right}`, `fine ${left}${right} fine`]) {
          const { hits } = search(opened, [store], text);
          expect(await counted(opened, [store], text)).toEqual({ count: hits.length, countCapped: false });
        }
      }
    }
  });
});

test('counting stops at ten thousand, unless it is to be exact, and gives others their turn meanwhile', async () => {
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
  expect(await counted(desk, [store], 'common')).toEqual({ count: 10_000, countCapped: true });
  let turns = 0;
  const exact = counted(desk, [store], 'common ', true);
  const others = setInterval(() => (turns += 1), 0);
  expect(await exact).toEqual({ count: 10_051, countCapped: false });
  clearInterval(others);
  expect(turns).toBeGreaterThan(0);
  expect(await counted(desk, [store], 'common', true)).toEqual({ count: 10_051, countCapped: false });
  const stopped = desk.conversations.searchCount(
    [store],
    { text: 'common ', exact: true },
    AbortSignal.abort(),
  );
  expect((await stopped).countCapped).toBe(true);
});

test('the newest hits are read off the index backwards, without sorting', () => {
  const { store } = openDesk().open('northwind');
  const asked = { match: '"a"', exclude: null, conditions: [] };
  const plan = store.prepare(`EXPLAIN QUERY PLAN ${hitsSql(asked)}`).all('"a"', 1, 1) as { detail: string }[];
  expect(plan.map((line) => line.detail)).toEqual([
    expect.stringMatching(/^SCAN message_search VIRTUAL TABLE INDEX/),
  ]);
});

describe('as people ask their mail', () => {
  /** Four matters: a parcel of Monday, a blue parcel with a file, a refund that is done, and a note beside the first. */
  function aDesk() {
    const desk = openDesk();
    const { store, channelId } = desk.open('northwind');
    const { conversations, operator, operatorId } = desk;
    const day = 24 * 60 * minute;
    const mails = [
      aMessage({ ...aMail(0, 'The parcel is late'), sentAt: start - 2 * day }),
      aMessage({ ...aMail(1, 'The blue parcel is late'), sentAt: start - day, attachments: [aFile] }),
      aMessage({ ...aMail(2, 'My refund, please'), sentAt: start }),
    ];
    conversations.ingest(store, channelId, aBatch(mails));
    const id = (number: number) =>
      conversationsOf(store).find((row) => row.subject === `Matter ${number}`)!.id;
    conversations.tag(store, operator, { id: id(0), tag: 'vip', on: true });
    conversations.assign(store, operator, { id: id(1), to: operatorId });
    conversations.setStatus(store, operator, { id: id(2), status: 'resolved' });
    const found = (text: string) =>
      conversations
        .search([store], {
          ...{ clientId: null, text, cursor: null, limit: 50 },
          operatorsNamed: (name) => (name === 'me' || 'ada lovelace'.includes(name) ? [operatorId] : []),
        })
        .hits.map((hit) => Number(hit.subject[0]?.text.slice(-1)));
    return { desk, store, found };
  }
  const aFile = { part: 1, name: 'a.pdf', type: 'application/pdf', size: 9, contentId: null, inline: false };

  test.each([
    ['parcel -blue', [0]],
    ['-parcel', [2]],
    ['blue OR refund ', [2, 1]],
    ['from:customer-1', [1]],
    ['-from:customer-1', [2, 0]],
    ['to:help@northwind', [2, 1, 0]],
    ['subject:"matter 2"', [2]],
    ['subject:parcel ', []],
    ['tag:vip', [0]],
    ['-tag:vip parcel ', [1]],
    ['status:resolved', [2]],
    ['assignee:me', [1]],
    ['assignee:lovelace', [1]],
    ['assignee:nobody-here', []],
    ['assignee:none', [2, 0]],
    ['channel:northw', [2, 1, 0]],
    ['channel:shop', []],
    ['has:attachment', [1]],
    ['-has:attachment', [2, 0]],
    ['after:2026-02-01', [2, 1]],
    ['before:2026-02-01', [0]],
    ['after:2026-02-01 before:2026-02-02', [1]],
    ['late tag:vip status:new after:2026-01-01', [0]],
    ["from:%' OR 1=1", []],
  ])('%s', (text, expected) => expect(aDesk().found(text)).toEqual(expected));

  test('are counted as they are found, and a page goes on where it ended', async () => {
    const { desk, store } = aDesk();
    expect(await counted(desk, [store], '-has:attachment')).toEqual({ count: 2, countCapped: false });
    const ask = { clientId: null, text: 'after:2026-01-01', limit: 2 };
    const first = desk.conversations.search([store], { ...ask, cursor: null });
    const second = desk.conversations.search([store], { ...ask, cursor: first.next });
    expect([...first.hits, ...second.hits].map((hit) => hit.subject[0]?.text)).toEqual([
      'Matter 2',
      'Matter 1',
      'Matter 0',
    ]);
    expect(second.next).toBeNull();
    expect(first.hits[0]?.snippet).toEqual([{ text: 'My refund, please', hit: false }]);
  });
});
