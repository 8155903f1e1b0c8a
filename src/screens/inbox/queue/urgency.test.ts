import { expect, test } from 'vitest';
import type { DueClock } from '../../../../electron/shared/service-levels.ts';
import { tellsMore, urgencyOf } from './urgency.ts';

const due = (kind: DueClock['kind']): DueClock => ({
  kind,
  warnAt: '2026-02-02T10:00:00.000Z',
  dueAt: '2026-02-02T11:00:00.000Z',
});
const at = (time: string) => Date.parse(`2026-02-02T${time}Z`);

test('calm, soon from the warning on, late from the moment itself', () => {
  expect(urgencyOf(due('firstResponse'), at('09:59:59'))).toBe('calm');
  expect(urgencyOf(due('firstResponse'), at('10:00:00'))).toBe('soon');
  expect(urgencyOf(due('firstResponse'), at('11:00:00'))).toBe('late');
});

test('an answer that is owed is always told, the end only when it comes near', () => {
  expect(tellsMore(due('nextResponse'), at('09:00:00'))).toBe(true);
  expect(tellsMore(due('resolution'), at('09:00:00'))).toBe(false);
  expect(tellsMore(due('resolution'), at('10:30:00'))).toBe(true);
  expect(tellsMore(null, at('10:30:00'))).toBe(false);
});
