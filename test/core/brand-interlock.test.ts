import { test } from 'vitest';
import { playInterlock } from '../support/interlock-run.ts';

/** Half of ten thousand: the other half stands in `brand-interlock-windows.test.ts`, so that two cores share them. */
test('5,000 sequences of switch, paste, undo and send over five clients: nothing leaves as another', async () => {
  await playInterlock('one', 5_000);
}, 900_000);
