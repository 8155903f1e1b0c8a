import { expect, test } from 'vitest';
import type { MessageId } from '../../electron/shared/ids.ts';
import { newId } from '../../electron/core/ids.ts';
import { aTalk, startTemplateDesk } from '../support/template-desk.ts';

const week = { from: '2026-02-23', to: '2026-03-01' };

test('a report says how close the replies that left in its days were to the voice, all their words together', async () => {
  const { call, clientId, store, agent } = await startTemplateDesk();
  const conversationId = aTalk(store);
  const { channel_id } = store.all(store.sql.selectFrom('conversations').select('channel_id'))[0] ?? {};
  if (!channel_id) throw new Error('no channel');
  const left = (seq: number, at: string, score: { words: number; issues: number }) => {
    const sentAt = Date.parse(at);
    const internet_message_id = `${seq}@northwind.example`;
    store.run(
      store.sql.insertInto('messages').values({
        ...{ seq, id: newId<MessageId>(0), conversation_id: conversationId, channel_id, kind: 'outbound' },
        ...{ from_name: '', from_address: 'help@northwind.example', recipients: '{"to":[],"cc":[]}' },
        ...{ people: '', subject: '', subject_key: '', body: 'Hello', quote: '', has_html: 0, automatic: 0 },
        ...{ unreadable: 0, dedup_key: internet_message_id, internet_message_id, sent_at: sentAt },
      }),
    );
    store.run(
      store.sql.insertInto('voice_scores').values({
        ...{ internet_message_id, conversation_id: conversationId, operator_id: agent.id, guide_version: 1 },
        ...{ ...score, checks: '[]', ignored: '[]', overridden: 0, at: sentAt },
      }),
    );
  };
  // In Madrid the week begins an hour before it does in UTC, and ends an hour before.
  left(1, '2026-02-22T23:30Z', { words: 900, issues: 2 });
  left(2, '2026-02-26T12:00Z', { words: 100, issues: 10 });
  left(3, '2026-03-01T23:30Z', { words: 500, issues: 500 });
  const { figures } = await call.reports.build({ clientId, ...week });
  // Acrolinx: 1,000 words with 12 findings are 53.
  expect(figures.find(({ id }) => id === 'voice-score')).toMatchObject({
    ...{ n: 2, unit: 'percent', definition: 'voice-score' },
    value: expect.closeTo((100 * (1_000 / 75)) / (1_000 / 75 + 12), 4),
  });
});
