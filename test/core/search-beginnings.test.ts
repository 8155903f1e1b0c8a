import { expect, test } from 'vitest';
import { spelledOut } from '../../electron/core/features/conversations/search/search-words.ts';
import { aMessage } from '../support/a-message.ts';
import { aBatch, openDesk } from '../support/conversations-desk.ts';

/** A client whose mails say one text each, oldest first; `found` gives the texts that a search finds. */
function aClientWith(texts: readonly string[]) {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  const start = Date.UTC(2026, 1, 2, 9);
  const mails = texts.map((text, at) =>
    aMessage({ subject: `Matter ${at}`, text, sentAt: start + at * 60_000 }),
  );
  desk.conversations.ingest(store, channelId, aBatch(mails));
  const search = (text: string) =>
    desk.conversations.search([store], { clientId: null, text, cursor: null, limit: 100 });
  const found = (text: string) =>
    search(text).hits.map(({ subject }) => texts[Number(subject.at(-1)?.text.split(' ')[1])]);
  return { store, search, found };
}

test('a word while it is typed finds all that begin so, newest first, and marks them', () => {
  const { search, found } = aClientWith([
    'My refund',
    'Both refunds',
    'Réfundable?',
    'A REFUND0 code',
    'To refuse',
  ]);
  for (const typed of ['refund', 'Refund', 'REFUN'])
    expect(found(typed)).toEqual(['A REFUND0 code', 'Réfundable?', 'Both refunds', 'My refund']);
  expect(found('ref')).toHaveLength(5);
  expect(found('r')).toHaveLength(5);
  expect(found('refunds')).toEqual(['Both refunds']);
  expect(found('refund ')).toEqual(['My refund']);
  expect(found('both refund')).toEqual(['Both refunds']);
  expect(search('refund').hits).toHaveLength(4);
  expect(search('refund').hits.map(({ snippet }) => snippet.find((part) => part.hit)?.text)).toEqual([
    'REFUND0',
    'Réfundable',
    'refunds',
    'refund',
  ]);
});

test('a beginning becomes the words that have it, unless they are many, or not plain', () => {
  const { store, found } = aClientWith([
    'refund refunds',
    Array.from({ length: 70 }, (_, n) => `order${n + 100}`).join(' '),
    'order998',
    `${'sender '.repeat(70)} senders`,
  ]);
  const spelled = (match: string) => spelledOut(store, { match, of: 'messages' });
  expect(spelled('"late" AND "refund"*')).toBe('"late" AND ("refund" OR "refunds")');
  expect(spelled('"Nothing"*')).toBe('("nothing")');
  expect(spelled('"send"*')).toBe('("send" OR "sender" OR "senders")');
  for (const match of ['"order"*', '"ref"*', '"refund"', '"é-mail"*', '"two words"*'])
    expect(spelled(match)).toBe(match);
  expect(found('order')).toHaveLength(2);
  expect(found('order99')).toEqual(['order998']);
});
