import { describe, expect, test } from 'vitest';
import type { Change } from '../../electron/shared/changes.ts';
import type { ClientId } from '../../electron/shared/ids.ts';
import { concerns } from './changes.ts';

const client = '01890000-0000-7000-8000-000000000001' as ClientId;
const other = '01890000-0000-7000-8000-000000000002' as ClientId;
const change = (about: Partial<Change>): Change => ({
  ...{ topic: 'conversations', clientId: null, id: null, reason: 'changed' },
  ...about,
});
const key = (path: string, input: object = {}) => [path.split('.'), { input, type: 'query' }];

describe('a change of a conversation', () => {
  const one = change({ clientId: client, id: 'c1' });
  test.each([
    [key('conversations.queue', { clientId: null, view: 'all' }), true],
    [key('conversations.queue', { clientId: client, view: 'all' }), true],
    [key('conversations.queue', { clientId: other, view: 'all' }), false],
    [key('conversations.counts'), true],
    [key('conversations.read', { clientId: client, conversationId: 'c1' }), true],
    [key('conversations.read', { clientId: client, conversationId: 'c2' }), false],
    [key('conversations.markup', { clientId: client, messageId: 'm' }), false],
    [key('conversations.search', { clientId: client, text: 'x' }), false],
    [key('templates.list', { clientId: client }), false],
    [['clean-mail', 'm'], false],
  ])('%j: %s', (query, asked) => expect(concerns(one, query)).toBe(asked));
});

test('a change of the whole workspace reaches what depends on it', () => {
  expect(concerns(change({ topic: 'workspace' }), key('workspace.state'))).toBe(true);
  expect(concerns(change({ topic: 'clients' }), key('conversations.queue', { clientId: null }))).toBe(true);
});

test('an open composer keeps what it is bound to', () => {
  expect(
    concerns(change({ topic: 'outbox', clientId: client }), key('outbox.compose', { clientId: client })),
  ).toBe(false);
  expect(
    concerns(change({ topic: 'outbox', clientId: client }), key('outbox.list', { clientId: client })),
  ).toBe(true);
});
