import { expect, test } from 'vitest';
import { extendedParameter, readStructured } from './parameters.ts';

const read = (field: string) => {
  const structured = readStructured(field);
  return structured && { value: structured.value, ...Object.fromEntries(structured.parameters) };
};
const nameIn = (field: string) => {
  const structured = readStructured(field);
  return structured && extendedParameter(structured, 'name');
};

test('a value and its parameters, quoted or not', () => {
  expect(read('Text/Plain; Charset="utf-8" ; format=flowed;')).toEqual({
    value: 'text/plain',
    charset: 'utf-8',
    format: 'flowed',
  });
  expect(read('multipart/mixed; boundary=----=_Part_1')).toEqual({
    value: 'multipart/mixed',
    boundary: '----=_Part_1',
  });
  expect(read('inline')).toEqual({ value: 'inline' });
});

test.each([
  '',
  'text/plain; charset=utf-8 (really)',
  'text/plain; name="a\\"b"',
  'text/plain; name=a b',
  'text/plain; name="a"b',
  'text/plain; charset=a; charset=b',
  'text/plain;; charset=a',
  'text/plain charset=a',
])('%j is left to another reader', (field) => expect(readStructured(field)).toBeNull());

test.each([
  // RFC 2231, 3 and 4.
  ['x/y; name*0="ftp://"; name*1="cs.utk.edu/pub"', 'ftp://cs.utk.edu/pub'],
  ["x/y; name*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A", 'This is ***fun***'],
  ["x/y; name*0*=utf-8''na%C3; name*1*=%AFve; name*2=.txt", 'naïve.txt'],
  ["x/y; name=plain; name*=utf-8''better", 'better'],
])('the name in %s is %s', (field, name) => expect(nameIn(field)).toBe(name));

test('pieces that are missing, mixed or in another order are left to another reader', () => {
  for (const field of [
    'x/y; name*1=b; name*0=a',
    'x/y; name*0=a; name*2=b',
    "x/y; name*0=a; name*1*=utf-8''b",
    "x/y; name*0*=utf-8''a; name*1=%41",
    'x/y; name*=a',
    "x/y; name*=utf-8''%4",
    "x/y; name*=utf-8''%FF",
  ])
    expect(nameIn(field), field).toBeNull();
  expect(nameIn('x/y; name=a')).toBeUndefined();
});
