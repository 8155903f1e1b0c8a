import { expect, test } from 'vitest';
import type { GuideBody } from '../../../../electron/shared/voice-guides.ts';
import { changesBetween } from './guide-changes.ts';

const body: GuideBody = {
  briefing: { tone: 'Warm', dos: ['Say hello'], donts: [] },
  rules: [{ name: 'House.One', yaml: 'a' }],
  checklist: [{ id: '1', text: 'Order', required: true }],
  errorsBlockSending: true,
  config: { ini: '', vocabularies: [{ name: 'House', accept: 'A', reject: '' }], lists: [], spelling: false },
  lines: [{ id: 1, kind: 'emoji', most: 0, prose: 'No emoji.', level: 'warning', channels: [], locales: [] }],
  fourEyes: false,
};

test('a guide does not differ from itself', () => {
  expect(changesBetween(body, structuredClone(body))).toEqual([]);
});

test('what is new, gone and other is told by its name', () => {
  const changes = changesBetween(body, {
    ...body,
    briefing: { ...body.briefing, tone: 'Cool' },
    rules: [{ name: 'House.Two', yaml: 'b' }],
    lines: [
      { id: 1, kind: 'emoji', most: 1, prose: 'No emoji.', level: 'error', channels: [], locales: ['de'] },
    ],
    config: { ...body.config, lists: [{ path: 'words.txt', text: 'flangelot' }] },
    fourEyes: true,
  });
  expect(changes).toEqual([
    { part: 'tone', name: '', before: 'Warm', after: 'Cool' },
    {
      part: 'line',
      name: 'emoji 1',
      before: 'No emoji.\nmost: 0\nlevel: warning',
      after: 'No emoji.\nmost: 1\nlevel: error\nlocales: de',
    },
    { part: 'rule', name: 'House.One', before: 'a', after: '' },
    { part: 'four-eyes', name: '', before: 'false', after: 'true' },
    { part: 'rule', name: 'House.Two', before: '', after: 'b' },
    { part: 'list', name: 'words.txt', before: '', after: 'flangelot' },
  ]);
});
