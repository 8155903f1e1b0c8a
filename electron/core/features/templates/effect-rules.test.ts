import { expect, test } from 'vitest';
import type { ConversationId, TemplateId } from '../../../shared/ids.ts';
import { effectsOf, type TemplateUse } from './effect-rules.ts';

const hour = 3_600_000;
const now = 1_000 * hour;
const conversation = (name: string) => name as ConversationId;
const template = (name: string) => name as TemplateId;
let seq = 0;
const use = (id: string, where: string, hoursAgo: number): TemplateUse => ({
  templateId: template(id),
  conversationId: conversation(where),
  at: now - hoursAgo * hour,
  seq: (seq += 1),
});
const resolved = (where: string, hoursAgo: number) => ({
  conversationId: conversation(where),
  at: now - hoursAgo * hour,
  seq: (seq += 1),
});
const rating = (where: string, score: number, hoursAgo: number) => ({
  conversationId: conversation(where),
  score,
  answeredAt: now - hoursAgo * hour,
});

test('resolved within 72 hours, of the uses that are 72 hours old', () => {
  const early = resolved('before', 210);
  const uses = [
    use('refund', 'at-once', 200),
    use('refund', 'after-72-hours', 200),
    use('refund', 'too-late', 200),
    use('refund', 'never', 200),
    use('refund', 'before', 200),
    use('refund', 'young', 71),
    use('delay', 'other', 100),
  ];
  const resolutions = [
    early,
    resolved('at-once', 200),
    resolved('after-72-hours', 128),
    resolved('too-late', 127),
    resolved('young', 70),
  ];
  const effects = effectsOf({ uses, resolutions, ratings: [], now });
  expect(effects).toMatchObject([
    { templateId: 'refund', uses: 6, observed: 5, resolved: 2, rated: 0, satisfaction: null },
    { templateId: 'delay', uses: 1, observed: 1, resolved: 0 },
  ]);
  expect(effects[0]?.lastUsedAt).toBe(new Date(now - 71 * hour).toISOString());
});

test('a rating counts once for a template, where it came after the first use', () => {
  const uses = [use('refund', 'one', 200), use('refund', 'one', 150), use('refund', 'two', 100)];
  const ratings = [rating('one', 5, 180), rating('two', 3, 50), rating('two', 5, 120), rating('three', 5, 1)];
  const [effect] = effectsOf({ uses, resolutions: [], ratings, now });
  expect(effect).toMatchObject({ rated: 2, satisfied: 1 });
  // Wilson, 1 of 2, z = 1.96 (codegolf.stackexchange 105389: 1 success, 1 failure).
  expect(effect?.satisfaction?.low).toBeCloseTo(0.0945, 3);
  expect(effect?.satisfaction?.high).toBeCloseTo(0.9055, 3);
});
