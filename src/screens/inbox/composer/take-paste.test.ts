import { expect, test } from 'vitest';
import { takePaste } from './take-paste.ts';

/** What becomes of a paste: what was taken, whether the browser still puts it in, and whether Mantine hears of it. */
function pasted(text: string, files = 0) {
  const outcome = { taken: '', putIn: true, heard: true };
  takePaste(
    {
      clipboardData: { files: { length: files }, getData: (type) => (type === 'text/plain' ? text : '') },
      preventDefault: () => (outcome.putIn = false),
      stopPropagation: () => (outcome.heard = false),
    },
    (taken) => (outcome.taken = taken),
  );
  return outcome;
}

const people = 'ana@example.com, ben@';

test.each([
  ['an address and half of another', pasted(people), { taken: people, putIn: false, heard: false }],
  ['a name alone is put in where it was pasted', pasted('dana'), { taken: '', putIn: true, heard: false }],
  ['a file is for the composer', pasted('', 1), { taken: '', putIn: true, heard: true }],
])('%s', (_, outcome, expected) => expect(outcome).toEqual(expected));
