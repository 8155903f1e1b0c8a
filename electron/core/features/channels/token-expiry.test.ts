import { expect, test } from 'vitest';
import { tokenExpiry } from './token-expiry-rules.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims: unknown) => `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmVk`;

test('a token that says when it ends is believed', () => {
  expect(tokenExpiry(token({ sub: 'help', exp: 1_772_618_400 }))).toBe(Date.UTC(2026, 2, 4, 10, 0, 0));
  expect(tokenExpiry(` ${token({ exp: 1_772_618_400.5 })}\n`)).toBe(Date.UTC(2026, 2, 4, 10, 0, 0, 500));
});

test('what says nothing, or nonsense, has no end that is known', () => {
  const silent = [
    '',
    'ya29.a0AfH6SMBx',
    'plain-secret',
    'a.b.c',
    token({ sub: 'help' }),
    token({ exp: 'soon' }),
  ];
  for (const each of [...silent, token({ exp: -1 }), token(null), token([1])])
    expect(tokenExpiry(each)).toBeNull();
});
