import { expect, test } from 'vitest';
import type { ConversationId } from '../../../shared/ids.ts';
import { createTally } from './effect-rules.ts';
import type { WrittenFinding } from './judge.ts';

const conversationId = '019a0000-0000-7000-8000-000000000002' as ConversationId;

/** What a guide newly says of `word` in a reply. */
function excerptOf(text: string, word: string): string | undefined {
  const start = text.indexOf(word);
  const finding: WrittenFinding = {
    field: 'text',
    check: 'House.Words',
    severity: 'warning',
    start,
    end: start + word.length,
    match: word,
    message: 'Not ours.',
    description: '',
    link: '',
    fixes: [],
    action: null,
  };
  const tally = createTally();
  tally.add({
    conversationId,
    at: '2026-01-01T00:00:00.000Z',
    sent: { subject: '', text, original: '' },
    before: [],
    after: [finding],
  });
  return tally.result([]).rules[0]?.addedExamples[0]?.excerpt;
}

test('what stands around a finding ends in dots where the reply goes on', () => {
  const far = 'x'.repeat(60);
  expect(excerptOf('Dear all, cheap!', 'cheap')).toBe('Dear all, cheap!');
  expect(excerptOf(`${far} cheap`, 'cheap')).toBe(`…${'x'.repeat(49)} cheap`);
  expect(excerptOf(`cheap\n\n${far}`, 'cheap')).toBe(`cheap ${'x'.repeat(48)}…`);
});
