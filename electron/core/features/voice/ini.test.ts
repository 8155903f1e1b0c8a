import { expect, test } from 'vitest';
import { listOf, readIni } from './ini.ts';

test('sections, keys, comments and quotes', () => {
  const text = `# a comment
StylesPath = styles ; where they are
MinAlertLevel: warning

[*.{md,txt}] # section
BasedOnStyles = Vale, \\
  House
; off
House.Rule = NO
Quoted = "a # b"
no key at all
`;
  expect(readIni(text)).toEqual([
    { section: '', key: 'StylesPath', value: 'styles', line: 2 },
    { section: '', key: 'MinAlertLevel', value: 'warning', line: 3 },
    { section: '*.{md,txt}', key: 'BasedOnStyles', value: 'Vale, House', line: 7 },
    { section: '*.{md,txt}', key: 'House.Rule', value: 'NO', line: 9 },
    { section: '*.{md,txt}', key: 'Quoted', value: 'a # b', line: 10 },
  ]);
});

test.each([
  ['a, b', ['a', 'b']],
  ['', []],
  [' a ,, b ', ['a', 'b']],
  ['(\\$[^\\n$]{1,3}\\$), x', ['(\\$[^\\n$]{1,3}\\$)', 'x']],
])('the list %j', (value, list) => {
  expect(listOf(value)).toEqual(list);
});
