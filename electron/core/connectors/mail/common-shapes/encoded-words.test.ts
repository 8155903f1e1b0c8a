import { expect, test } from 'vitest';
import { decodeEncodedWords } from './encoded-words.ts';

test.each([
  // RFC 2047, 8.
  ['=?ISO-8859-1?Q?a?=', 'a'],
  ['=?ISO-8859-1?Q?a?= b', 'a b'],
  ['=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=', 'ab'],
  ['=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=', 'ab'],
  ['=?ISO-8859-1?Q?a_b?=', 'a b'],
  ['=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=', 'a b'],
  ['=?US-ASCII?Q?Keith_Moore?= <moore@cs.utk.edu>', 'Keith Moore <moore@cs.utk.edu>'],
  ['=?ISO-8859-1?Q?Andr=E9?= Pirard', 'André Pirard'],
  ['=?utf-8?B?w6TDtsO8?=', 'äöü'],
  // Some programs cut within a character.
  ['=?utf-8?Q?caf=C3?= =?UTF-8?q?=A9?=', 'café'],
  ['=?utf-8?B?w6Q=?= =?utf-8?Q?=C3=A4?=', 'ää'],
  ['a = b? yes', 'a = b? yes'],
])('%s is %s', (value, decoded) => expect(decodeEncodedWords(value)).toBe(decoded));

test.each([
  '=?utf-8?B?w6?=',
  '=?utf-8?Q?=C3?=',
  '=?utf-8?Q?=X?=',
  '=?utf-8?Q?two words?=',
  '=?utf-8?X?a?=',
  '=?klingon?Q?a?=',
  '=?utf-8*en?Q?a?=',
  'nothing but =?',
])('%s is left to another reader', (value) => expect(decodeEncodedWords(value)).toBeNull());
