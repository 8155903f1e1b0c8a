import { expect, test } from 'vitest';
import { triedLocale } from './tried-locale.ts';

const german = {
  ...{ id: 1, kind: 'emoji' as const, most: 0, prose: 'No emoji.', level: 'warning' as const },
  ...{ channels: [], locales: ['de-AT'] },
};
const known = { languages: ['en-GB', 'es-MX'], lines: [german] };

test.each([
  ['nothing yet', '', 'en-GB'],
  ['too little to tell', 'Ok.', 'en-GB'],
  ['the client’s own', 'Gracias por su mensaje, hemos enviado el pedido.', 'es-MX'],
  ['what a line names', 'Vielen Dank für die Nachricht, wir haben das Paket.', 'de-AT'],
  ['of neither', 'Merci pour votre message, nous avons bien reçu les colis.', 'fr'],
])('%s', (...[, text, locale]) => {
  expect(triedLocale(text, known)).toBe(locale);
});
