import { expect, test } from 'vitest';
import type { ErrorShape } from '../../../../electron/shared/errors.ts';
import { forgetMissing, listenForMissing, tellMissing, type MissingFields } from './missing.ts';

const refusal = (code: ErrorShape['code'], ids: string): ErrorShape => ({
  code,
  retry: 'never',
  effect: 'none',
  detail: { conversationId: 'here', names: 'Order', ids },
});

test('a refusal for want of fields is told to whoever shows them, also where that pane opens only then', () => {
  const told: MissingFields[] = [];
  tellMissing(refusal('conflict', 'a'));
  tellMissing(refusal('fields-missing', 'a,b'));
  const stop = listenForMissing((missing) => told.push(missing));
  expect(told).toEqual([{ conversationId: 'here', fieldIds: ['a', 'b'] }]);
  forgetMissing();
  tellMissing(refusal('fields-missing', 'c'));
  expect(told[1]).toEqual({ conversationId: 'here', fieldIds: ['c'] });
  stop();
  forgetMissing();
  tellMissing(refusal('fields-missing', 'd'));
  expect(told).toHaveLength(2);
  forgetMissing();
});
