import { describe, expect, test } from 'vitest';
import { advance, canonical, isBesideText, strokeOf, type KeyEvent } from './stroke-rules.ts';

const press = (key: string, held: Partial<KeyEvent> = {}): KeyEvent => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  getModifierState: () => false,
  ...held,
});

describe('a key press is the stroke', () => {
  test.each<[string, KeyEvent, boolean, string | null]>([
    ['of its letter', press('j'), false, 'J'],
    ['with Shift held', press('J', { shiftKey: true }), false, 'Shift+J'],
    ['of a sign, however the keyboard makes it', press('?', { shiftKey: true }), false, '?'],
    ['with Control', press('k', { ctrlKey: true }), false, 'Mod+K'],
    ['with Command on a Mac', press('k', { metaKey: true }), true, 'Mod+K'],
    ['never with the other one', press('k', { ctrlKey: true }), true, null],
    [
      'of the key, where Alt types a sign on a Mac',
      press('¡', { altKey: true, code: 'Digit1' }),
      true,
      'Alt+1',
    ],
    [
      'never of what AltGr types',
      press('@', {
        ctrlKey: true,
        altKey: true,
        code: 'KeyQ',
        getModifierState: (key) => key === 'AltGraph',
      }),
      false,
      null,
    ],
    ['never of a modifier alone', press('Shift', { shiftKey: true }), false, null],
    ['of the space bar by its name', press(' '), false, 'Space'],
    ['of Arabic letters as of others', press('ش'), false, 'ش'],
  ])('%s', (_, event, isMac, stroke) => expect(strokeOf(event, isMac)).toBe(stroke));
});

test.each([
  ['shift+mod+k', 'Mod+Shift+K'],
  ['g i', 'G I'],
  ['Shift+?', '?'],
  ['Mod++', 'Mod++'],
  ['Mod+,', 'Mod+,'],
  ['ArrowDown', 'ArrowDown'],
])('%s is written %s', (typed, written) => expect(canonical(typed)).toBe(written));

describe('strokes in a row', () => {
  const commands = [
    { id: 'inbox', keys: ['g i'] },
    { id: 'settings', keys: ['G S', 'Mod+,'] },
    { id: 'next', keys: ['J'] },
    { id: 'outer next', keys: ['J'] },
    { id: 'nothing' },
  ];
  const after = (pending: string, stroke: string) => advance(commands, { pending, stroke });

  test('run at once, or wait for the second', () => {
    expect(after('', 'J')).toEqual({ kind: 'run', command: commands[2] });
    expect(after('', 'Mod+,')).toEqual({ kind: 'run', command: commands[1] });
    expect(after('', 'G')).toEqual({ kind: 'begun', pending: 'G' });
    expect(after('G', 'I')).toEqual({ kind: 'run', command: commands[0] });
  });
  test('that lead nowhere do nothing', () => {
    expect(after('G', 'J')).toEqual({ kind: 'none' });
    expect(after('', 'I')).toEqual({ kind: 'none' });
  });
});

test('only what is no letter may be pressed in a text', () => {
  expect(['Mod+Enter', 'Alt+S', 'Escape', 'F2'].every(isBesideText)).toBe(true);
  expect(['J', '?', 'Shift+J', 'Enter', 'Tab'].some(isBesideText)).toBe(false);
});
