import { expect, test } from 'vitest';
import type { Severity, VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import { findingFrom, findingsAt, textPieces, worst } from './text-pieces.ts';

const finding = (start: number, end: number, severity: Severity = 'warning'): VoiceFinding => ({
  check: 'A.B',
  severity,
  start,
  end,
  match: '',
  message: '',
  description: '',
  link: '',
  fixes: [],
});

test('the pieces are the text, whatever is marked', () => {
  const text = 'We utilize [order.number] 🙂\n';
  for (const findings of [
    [],
    [finding(3, 10)],
    [finding(0, text.length), finding(3, 10)],
    [finding(3, 999)],
  ]) {
    const pieces = textPieces(text, findings);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.every((piece) => text.startsWith(piece.text, piece.start))).toBe(true);
  }
});

test('a piece that two findings share shows the worse of them', () => {
  const pieces = textPieces('abcdef', [finding(0, 4, 'suggestion'), finding(2, 6, 'error')]);
  expect(pieces.map(({ text, severity }) => [text, severity])).toEqual([
    ['ab', 'suggestion'],
    ['cd', 'error'],
    ['ef', 'error'],
  ]);
});

test('placeholders are marked, inside a finding too', () => {
  const pieces = textPieces('a [order.number] b', [finding(0, 18)]);
  expect(pieces.map(({ text, placeholder }) => [text, placeholder])).toEqual([
    ['a ', false],
    ['[order.number]', true],
    [' b', false],
  ]);
});

test('an empty text has no pieces', () => {
  expect(textPieces('', [])).toEqual([]);
});

test('a caret finds what it stands in or touches, and what comes next', () => {
  const [first, second] = [finding(2, 5), finding(8, 9)];
  const both = [first, second];
  expect(findingsAt(both, 5)).toEqual([first]);
  expect(findingsAt(both, 6)).toEqual([]);
  expect(findingFrom(both, 0)).toBe(first);
  expect(findingFrom(both, 6)).toBe(second);
  expect(findingFrom(both, 10)).toBe(first);
  expect(findingFrom([], 0)).toBeNull();
});

test('the worst of several', () => {
  expect(worst([finding(0, 1, 'suggestion'), finding(0, 1, 'warning')])).toBe('warning');
  expect(worst([])).toBeNull();
});
