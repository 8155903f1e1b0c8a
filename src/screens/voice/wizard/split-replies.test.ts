import { expect, test } from 'vitest';
import { splitReplies } from './split-replies.ts';

test.each([
  ['', []],
  ['One', ['One']],
  ['One\n\n=====\n\nTwo\n---\n\n***\nThree\n', ['One', 'Two', 'Three']],
  ['Bye\n-- \nAna', ['Bye\n-- \nAna']],
])('%j', (...[text, replies]) => {
  expect(splitReplies(text)).toEqual(replies);
});
