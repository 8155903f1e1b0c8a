import { expect, test } from 'vitest';
import { apparentOwnWords } from './apparent-own-words.ts';

const shown = (text: string): string => apparentOwnWords(text).replace(/ +\n/g, '\n').trimEnd();

test.each([
  ['nothing foreign', 'Hello > there -- you', 'Hello > there -- you'],
  ['quoted lines', 'Hello\n> utilize\n>\n  > more\nBye', 'Hello\n\n\n\nBye'],
  ['the line above a quotation', 'Hi\nOn 3 March 2026, Ana wrote:\n> x', 'Hi'],
  ['and a blank line between', 'Hi\nana@example.com wrote:\n\n> x\nBye', 'Hi\n\n\n\nBye'],
  ['a list that only ends in a colon', 'You need 2 things:\n- a\n- b', 'You need 2 things:\n- a\n- b'],
  ['a signature', 'Bye\n-- \nAna, utilize GmbH\n+49', 'Bye'],
  ['a line of dashes that is no signature', 'One\n---\nTwo', 'One\n---\nTwo'],
])('%s', (...[, text, left]) => {
  expect(shown(text)).toBe(left);
  expect(apparentOwnWords(text)).toHaveLength(text.length);
});
