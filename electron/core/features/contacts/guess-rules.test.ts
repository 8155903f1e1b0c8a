import { expect, test } from 'vitest';
import { isTimeZone } from '../../../shared/time.ts';
import { dateOffset, guessLanguage, mostSaid } from './guess-rules.ts';
import { lastDigitsOf, phoneZone } from './phone-rules.ts';
import { languageZone } from './zone-rules.ts';

test.each([
  ['Hello, I have not received my order and it was due last week. Can you help?', 'en'],
  ['Hola, no he recibido mi pedido y la tienda no me responde. Gracias por la ayuda.', 'es'],
  ['Guten Tag, ich habe meine Bestellung nicht erhalten und die Frist ist vorbei. Danke.', 'de'],
  ['Bonjour, je ne vois pas ma commande dans le suivi, merci de vérifier pour moi avec les livreurs.', 'fr'],
  ['مرحبا، لم يصل طلبي حتى الآن، أرجو المساعدة', 'ar'],
  ['OK', null],
  ['4711 12345', null],
])('%s: %s', (text, language) => expect(guessLanguage([text])).toBe(language));

test.each([
  ['Date: Tue, 3 Mar 2026 10:00:00 +0200\r\nFrom: a', '+02:00'],
  ['From: a\r\nDate: Tue, 3 Mar 2026 10:00:00 -0330 (NST)\r\n\r\n', '-03:30'],
  ['Date: Tue, 3 Mar 2026\r\n 10:00:00 +0530\r\nX: y', '+05:30'],
  ['Date: Tue, 3 Mar 2026 10:00:00 +0000\r\n', null],
  ['Date: Tue, 3 Mar 2026 10:00:00 GMT\r\n', null],
  ['Date: Tue, 3 Mar 2026 10:00:00 +9900\r\n', null],
  ['Subject: no date\r\n', null],
])('%j: %s', (head, offset) => expect(dateOffset(head)).toBe(offset));

test('what most say counts, and the newest where nobody has more', () => {
  expect(mostSaid(['+01:00', '+02:00', null, '+02:00'])).toBe('+02:00');
  expect(mostSaid(['+01:00', '+02:00'])).toBe('+01:00');
  expect(mostSaid([null])).toBeNull();
});

test.each([
  ['+49 170 1234567', 'Europe/Berlin'],
  ['0034 600 123 456', 'Europe/Madrid'],
  ['+966 50 123 4567', 'Asia/Riyadh'],
  ['+1 415 555 0100', null],
  ['0170 1234567', null],
])('the zone of %s is %s', (number, zone) => {
  expect(phoneZone(number)).toBe(zone);
  if (zone) expect(isTimeZone(zone)).toBe(true);
});

test.each([
  ['es-CO', 'America/Bogota'],
  ['zh-Hant-TW', null],
  ['de', 'Europe/Berlin'],
  ['en', null],
])('the zone of %s is %s', (tag, zone) => expect(languageZone(tag)).toBe(zone));

test('numbers are compared by their ends', () => {
  expect(lastDigitsOf('+49 170 1234567')).toBe(lastDigitsOf('0170/1234567'));
  expect(lastDigitsOf('12 34')).toBe('');
  expect(['Europe/Madrid', '+02:00', 'Nowhere/Land'].map(isTimeZone)).toEqual([true, true, false]);
});
