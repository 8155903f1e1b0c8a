import { expect, test } from 'vitest';
import { suggestMark } from './suggest-mark.ts';

test.each([
  ['Kestrel Fork Outdoor', [], 'KF'],
  ['Kestrel Fork Outdoor', ['KF'], 'KO'],
  ['Kestrel Fork Outdoor', ['KF', 'KO'], 'KE'],
  ['northwind', [], 'NO'],
  ['3M & Sons', [], '3S'],
  ['مكتبة زمرد', [], 'مز'],
  ['Ñandú', ['ÑA'], 'ÑN'],
  ['X', [], 'X1'],
  ['X', ['X1'], 'X2'],
  ['XX', ['XX', 'X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X7', 'X8', 'X9'], 'XX'],
  ['  – ', [], ''],
  ['', [], ''],
])('“%s” where %j are taken: %s', (name, taken, mark) => expect(suggestMark(name, taken)).toBe(mark));
