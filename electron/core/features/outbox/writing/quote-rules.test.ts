import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitQuote } from '../../../connectors/mail/quote.ts';
import { createMailWords } from './mail-words.ts';
import { bodyOf, forwardedOf, forwardSubject, quotationOf, type Quotable } from './quote-rules.ts';

const words = createMailWords(join(import.meta.dirname, '../../../../../locales'));
const at = Date.UTC(2026, 2, 4, 9, 12);
const ana: Quotable = {
  from: { name: 'Ana López', address: 'ana@customer.example' },
  to: [{ name: '', address: 'help@northwind.example' }],
  cc: [],
  subject: 'Where is it?',
  text: 'Where is my parcel?\r\n\r\n> said before\nAna',
  at,
};
const ours: Quotable = {
  ...ana,
  from: { name: 'Northwind', address: 'help@northwind.example' },
  to: [ana.from],
  text: 'On its way.',
};
const english = words.of({ language: 'en-GB', timeZone: 'Europe/London' });
const languages = ['en-GB', 'en', 'es', 'es-MX', 'ar', 'de'];

describe('a quotation', () => {
  it('marks every line below who wrote and when, on the clients’ clock', () => {
    expect(quotationOf([ana], english)).toBe(
      'On 4 March 2026 at 09:12, Ana López wrote:\n> Where is my parcel?\n>\n>> said before\n> Ana',
    );
    const madrid = words.of({ language: 'es', timeZone: 'Europe/Madrid' });
    expect(quotationOf([ana], madrid)).toContain('El 4 de marzo de 2026 a las 10:12, Ana López escribió:');
  });

  it('of a thread holds each message inside the one after it', () => {
    const quote = quotationOf([ana, ours], english);
    expect(quote.split('\n').slice(0, 4)).toEqual([
      'On 4 March 2026 at 09:12, Northwind wrote:',
      '> On its way.',
      '>',
      '> On 4 March 2026 at 09:12, Ana López wrote:',
    ]);
    expect(quote).toContain('>>> said before');
  });

  it.each(languages)('in %s is told from the answer above it by our own reader', (language) => {
    const quote = quotationOf([ana, ours], words.of({ language, timeZone: 'Asia/Riyadh' }));
    const text = bodyOf({ text: 'Thank you!', signature: 'Ada\nNorthwind', quote });
    expect(splitQuote(text)).toEqual({ text: 'Thank you!\n\n-- \nAda\nNorthwind', quotedText: quote });
  });

  it('stays short however long the thread is', () => {
    const long = Array.from({ length: 40 }, () => ({ ...ana, text: 'word '.repeat(4_000) }));
    expect(quotationOf(long, english).length).toBeLessThan(70_000);
    expect(quotationOf([], english)).toBe('');
  });
});

describe('a forward', () => {
  it('shows each original below its header, oldest first', () => {
    expect(forwardedOf([{ ...ana, cc: [{ name: 'Dan', address: 'dan@x.example' }] }, ours], english)).toBe(
      [
        '---------- Forwarded message ----------',
        'From: Ana López <ana@customer.example>',
        'Date: 4 March 2026 at 09:12',
        'Subject: Where is it?',
        'To: help@northwind.example',
        'Cc: Dan <dan@x.example>',
        '',
        'Where is my parcel?\n\n> said before\nAna',
        '',
        '---------- Forwarded message ----------',
        'From: Northwind <help@northwind.example>',
        'Date: 4 March 2026 at 09:12',
        'Subject: Where is it?',
        'To: Ana López <ana@customer.example>',
        '',
        'On its way.',
      ].join('\n'),
    );
  });

  it.each([
    ['Where is it?', 'Fwd: Where is it?'],
    ['RE: Fwd: RV: Where is it?', 'Fwd: Where is it?'],
    ['', 'Fwd:'],
  ])('of “%s” is called “%s”', (subject, called) => expect(forwardSubject(subject, english)).toBe(called));

  it('is marked in the client’s language', () => {
    const marks = languages.map((language) => forwardSubject('x', words.of({ language, timeZone: 'UTC' })));
    expect(marks).toEqual(['Fwd: x', 'Fwd: x', 'RV: x', 'RV: x', 'إعادة توجيه: x', 'Fwd: x']);
  });
});

it('a body without signature and quotation is the text as it was written', () => {
  expect(bodyOf({ text: 'Hello \n', signature: '', quote: '' })).toBe('Hello \n');
  expect(bodyOf({ text: '', signature: '', quote: 'q' })).toBe('q');
});
