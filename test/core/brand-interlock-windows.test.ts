import { test } from 'vitest';
import { playInterlock } from '../support/interlock-run.ts';

test('5,000 sequences over composers that several windows keep open: nothing leaves as another', async () => {
  await playInterlock('several', 5_000);
}, 900_000);
