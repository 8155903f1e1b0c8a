import { expect, test } from 'vitest';
import { createSwitchWatch } from './switch-watch.ts';

test('the first key and the first send count, from the move on', () => {
  let now = 1_000;
  const watch = createSwitchWatch(() => now);
  expect(watch.times()).toBeNull();
  now = 3_500.4;
  watch.key();
  now = 9_000;
  watch.key();
  watch.sent();
  now = 20_000;
  watch.sent();
  expect(watch.times()).toEqual({ toFirstKey: 2_500, toSend: 8_000 });
});
