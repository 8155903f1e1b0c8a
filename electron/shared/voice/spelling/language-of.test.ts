import { expect, test } from 'vitest';
import { languageOf } from './language-of.ts';

test.each([
  ['en', 'Thank you for your message. We have sent the parcel and it will be with you soon.', null],
  ['es', 'Gracias por su mensaje. Hemos enviado el pedido y llegará con los demás.', 'en-GB'],
  ['de', 'Vielen Dank für die Nachricht. Wir haben das Paket nicht auf den Weg gebracht.', null],
  ['fr', 'Merci pour votre message, nous avons bien reçu les colis et vos questions.', 'en'],
  ['ar', 'شكرا لرسالتك، لقد أرسلنا طلبك', 'en'],
  ['ar', 'شكرا لرسالتك، لقد أرسلنا Galaxy S24 وiPhone إليك', 'en'],
  ['fa', 'سفارش شما ارسال شد و فردا به دست شما می‌رسد', 'en'],
  ['en', 'Done!', 'en-GB'],
  ['es', 'ok', 'es-MX'],
  ['', 'ok', null],
])('%s: %s', (...[language, text, locale]) => {
  expect(languageOf(text, locale)).toBe(language);
});
