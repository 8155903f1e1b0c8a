import { describe, expect, it } from 'vitest';
import { readAddresses, shownAddress } from './addresses.ts';

const shown = (text: string) => readAddresses(text).people.map(shownAddress);

describe('a pasted list', () => {
  it.each([
    ['a@x.example, b@x.example;c@x.example', ['a@x.example', 'b@x.example', 'c@x.example']],
    [
      '"López, Ana" <ana@x.example>, Dan <dan@x.example>',
      ['López, Ana <ana@x.example>', 'Dan <dan@x.example>'],
    ],
    ['a@x.example\r\nb@x.example\r\n\r\n', ['a@x.example', 'b@x.example']],
    ['Ana\tana@x.example', ['ana@x.example']],
    ['mailto:a@x.example; A@X.example', ['a@x.example']],
    ['<a@x.example>', ['a@x.example']],
    ['', []],
  ])('%j', (text, people) => expect(shown(text)).toEqual(people));

  it('names what is no address, and keeps the rest', () => {
    expect(readAddresses('ana at x.example; b@x.example, "Torn" <b@x')).toEqual({
      people: [{ name: '', address: 'b@x.example' }],
      wrong: ['ana at x.example', '"Torn" <b@x'],
    });
  });

  it('takes no time over a text that never was one', () => {
    const { wrong } = readAddresses('"<'.repeat(20_000));
    expect(wrong.length).toBeLessThan(3);
  });
});
