import { expect, test } from 'vitest';
import { createPasteQueue, type WaitingPaste } from './paste-queue.ts';
import { pastePlaceNow } from './paste-place.ts';

interface Field {
  value: string;
  selectionStart: number;
  selectionEnd: number;
}
interface Paste extends WaitingPaste {
  readonly field: Field;
}

function aField(value: string) {
  const field: Field = { value, selectionStart: value.length, selectionEnd: value.length };
  const held: Paste[] = [];
  const queue = createPasteQueue<Paste>({
    hold: (paste) => void held.push(paste),
    insert(paste, text) {
      const { start, end } = pastePlaceNow(paste, field);
      field.value = field.value.slice(0, start) + text + field.value.slice(end);
    },
  });
  const paste = (text: string, isForeign: Promise<boolean>, at = field.value.length) =>
    queue.add({ text, field, value: field.value, start: at, end: at }, isForeign);
  return { field, held, queue, paste };
}

/** An answer that comes when the test says so. */
function later() {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  return { word: promise, say: resolve };
}
/** Everything that is settled has gone on. */
const rest = () => new Promise(setImmediate);

test('two pastes stand as they were pasted, whichever has its word first', async () => {
  const { field, paste } = aField('Dear Ana, ');
  const first = later();
  paste('one ', first.word);
  field.value += 'typed ';
  paste('two ', Promise.resolve(false));
  paste('Hello. ', Promise.resolve(false), 0);
  await rest();
  expect(field.value).toBe('Dear Ana, typed ');
  first.say(false);
  await rest();
  expect(field.value).toBe('Hello. Dear Ana, one typed two ');
});

test('at one caret, too', async () => {
  const { field, paste } = aField('');
  const first = later();
  paste('one ', first.word);
  paste('two ', Promise.resolve(false));
  first.say(false);
  await rest();
  expect(field.value).toBe('one two ');
});

test('of two for a person to decide the second waits for the first, and none is forgotten', async () => {
  const { field, held, queue, paste } = aField('');
  paste('theirs ', Promise.resolve(true));
  paste('theirs too', Promise.resolve(true));
  await rest();
  expect(held.map(({ text }) => text)).toEqual(['theirs ']);
  queue.decided('[…] ');
  await rest();
  expect(held.map(({ text }) => text)).toEqual(['theirs ', 'theirs too']);
  queue.decided(null);
  await rest();
  expect(field.value).toBe('[…] ');
  paste('ours', Promise.resolve(false));
  await rest();
  expect(field.value).toBe('[…] ours');
});
