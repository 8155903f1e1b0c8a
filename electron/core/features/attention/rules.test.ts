import { expect, test } from 'vitest';
import type { OperatorId } from '../../../shared/ids.ts';
import { mentionedIn } from './rules.ts';

const people = [
  { id: 'ana' as OperatorId, name: 'Ana' },
  { id: 'ana-ruiz' as OperatorId, name: 'Ana Ruiz' },
  { id: 'jose' as OperatorId, name: 'José Núñez' },
  { id: 'salma' as OperatorId, name: 'سلمى حداد' },
  { id: 'other-ana' as OperatorId, name: 'Ana' },
  { id: 'nameless' as OperatorId, name: '' },
];

test.each([
  ['a whole name', 'ask @José Núñez about it', ['jose']],
  ['in any case', 'ask @josé núñez', ['jose']],
  ['with accents written apart', `@${'José Núñez'.normalize('NFD')}, please`, ['jose']],
  ['the longer name before the shorter', '@Ana Ruiz has it', ['ana-ruiz']],
  ['two of one name are both meant', 'is @Ana there?', ['ana', 'other-ana']],
  ['several, each once', '@Ana Ruiz @José Núñez @Ana Ruiz', ['ana-ruiz', 'jose']],
  ['right to left', 'سؤال إلى @سلمى حداد.', ['salma']],
  ['at the very end', 'for @Ana Ruiz', ['ana-ruiz']],
  ['in brackets', '(@Ana Ruiz)', ['ana-ruiz']],
  ['not the beginning of a longer word', '@Anabel and @Ana2', []],
  ['not an address', 'write to shop@ana ruiz', []],
  ['nobody of that name', '@Zoe', []],
  ['a lonely sign', 'at 3 @ the desk @', []],
])('%s', (_, text, named) => {
  expect(mentionedIn(text, people)).toEqual(named);
});
