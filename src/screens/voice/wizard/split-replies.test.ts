import { expect, test } from 'vitest';
import { filledUp, splitReplies } from './split-replies.ts';

test.each([
  ['', []],
  ['One', ['One']],
  ['One\n\n=====\n\nTwo\n---\n\n***\nThree\n', ['One', 'Two', 'Three']],
  ['Bye\n-- \nAna', ['Bye\n-- \nAna']],
])('%j', (...[text, replies]) => {
  expect(splitReplies(text)).toEqual(replies);
});

test('what was pasted stays, and replies sent fill it up, none of them twice', () => {
  const filled = filledUp('Two\n---\nOwn', ['One', 'Two', 'Three', 'Four'], 4);
  expect(splitReplies(filled)).toEqual(['Two', 'Own', 'One', 'Three']);
  expect(splitReplies(filledUp('A\n---\nB', ['C'], 1))).toEqual(['A', 'B']);
});
