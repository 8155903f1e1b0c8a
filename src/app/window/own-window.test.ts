import { expect, test } from 'vitest';
import type { ClientId, ConversationId } from '../../../electron/shared/ids.ts';
import { ownWindowOf, ownWindowPlace } from './own-window.ts';

const at = {
  clientId: '019a0000-0000-7000-8000-000000000001' as ClientId,
  conversationId: '019a0000-0000-7000-8000-000000000002' as ConversationId,
};

test('only the address of a conversation’s own window is one', () => {
  expect(ownWindowOf(ownWindowPlace(at))).toEqual(at);
  const others = [
    '/',
    '/window',
    '/window/x/y',
    `/window/${at.clientId}`,
    `${ownWindowPlace(at)}/more`,
    `/inbox/all/all/${at.clientId}/${at.conversationId}`,
  ];
  for (const place of others) expect(ownWindowOf(place)).toBeNull();
});

test('where a conversation became part of another one, the address of its window names that one', () => {
  const into = '019a0000-0000-7000-8000-000000000003' as ConversationId;
  const led = ownWindowPlace(at).replace(at.conversationId, into);
  expect(ownWindowOf(led)).toEqual({ ...at, conversationId: into });
});
