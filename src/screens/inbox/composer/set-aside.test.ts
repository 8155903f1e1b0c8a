import { expect, test } from 'vitest';
import { standing } from '../../../../electron/shared/voice/standing.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';
import { setAside, withoutAside } from './set-aside.ts';

const at = (start: number, match = 'item', severity: VoiceFinding['severity'] = 'warning'): VoiceFinding => ({
  ...{ check: 'House.Words', start, end: start + match.length, match, severity },
  ...{ message: '', description: '', link: '', fixes: [] },
});
const [first, second, third] = [at(3), at(12), at(30)];
const all = [first, at(8, 'stock'), second, third];
const aside = (finding: VoiceFinding, among = all) => setAside(finding, { among, reason: 'Its name' });

test('of several alike the one that was meant is set aside', () => {
  const { left, ignored } = withoutAside(all, [aside(second)]);
  expect(left.map(({ start }) => start)).toEqual([3, 8, 30]);
  expect(ignored).toEqual([{ check: 'House.Words', match: 'item', reason: 'Its name' }]);
  expect(withoutAside(all, [aside(third), aside(first)]).left.map(({ start }) => start)).toEqual([8, 12]);
});

test('it stays aside where the others are mended, and counts no more once it is gone itself', () => {
  const moved = at(20);
  expect(withoutAside([moved], [aside(third)]).left).toEqual([]);
  expect(withoutAside([at(8, 'stock')], [aside(third)])).toEqual({ left: [at(8, 'stock')], ignored: [] });
});

test('an error can not be set aside', () => {
  const error = at(0, 'item', 'error');
  expect(withoutAside([error], [aside(error, [error])])).toEqual({ left: [error], ignored: [] });
});

test('as many are set aside as the core does', () => {
  const choices = [[], [first], [third, first], [second, second, second], [first, second, third, third]];
  for (const chosen of choices) {
    const each = chosen.map((finding) => aside(finding));
    const [here, core] = [withoutAside(all, each), standing(all, each)];
    expect([here.left.length, here.ignored.length]).toEqual([core.left.length, core.ignored.length]);
  }
});
