import { expect, test } from 'vitest';
import { createOwnWords } from './own-words.ts';

const said = [
  'My order is late.\nCan you promise\nthat it comes tomorrow?\n\n> We utilize the best carrier.',
  'It was never sent',
];
const ownWords = createOwnWords({ said, signature: 'Ana Ruiz\nutilize GmbH' });
const shown = (text: string): string => ownWords(text).replace(/ +\n/g, '\n').trimEnd();

test.each([
  ['nothing foreign', 'Hello > there -- you', 'Hello > there -- you'],
  ['a line that was said', 'Hello\n> My order is late.\nBye', 'Hello\n\nBye'],
  ['indented, marked twice, with other spaces', '  > >My  order is late.\n>\nBye', '\n\nBye'],
  ['a part of a line', 'Hi\n> order is\nBye', 'Hi\n\nBye'],
  ['lines that were wrapped anew', '> Can you promise that it\n> comes tomorrow?\nYes', '\n\nYes'],
  ['what was quoted in what was said', '> We utilize the best carrier.\nBye', '\nBye'],
  ['a line that nobody said', 'Hello\n> We never do that.\nBye', 'Hello\n> We never do that.\nBye'],
  ['a part of a word', '> ever', '> ever'],
  ['words of two messages', '> late It was', '> late It was'],
  ['a line above a quotation', 'On 3 March, Ana wrote:\n> My order is late.', 'On 3 March, Ana wrote:'],
  ['the signature of the address', 'Bye\n-- \nAna Ruiz\nutilize  GmbH', 'Bye'],
  ['without the space behind its mark', 'Bye\n--\nAna Ruiz\nutilize GmbH\n', 'Bye'],
  ['words below it', 'Bye\n-- \nAna Ruiz\nutilize GmbH\nWe never do.', 'Bye\n\n\n\nWe never do.'],
  ['a signature that is another', 'Bye\n--\nAna Ruiz\nutilize Ltd', 'Bye\n--\nAna Ruiz\nutilize Ltd'],
  ['words behind the mark of one', 'Bye\n--\nWe never do.', 'Bye\n--\nWe never do.'],
])('%s', (...[, text, left]) => {
  expect(shown(text)).toBe(left);
  expect(ownWords(text)).toHaveLength(text.length);
});

test('where nothing was said and nobody signs, every word is its writer’s', () => {
  const text = '> utilize\n-- \nAna, utilize GmbH';
  expect(createOwnWords({ said: [], signature: '' })(text)).toBe(text);
});
