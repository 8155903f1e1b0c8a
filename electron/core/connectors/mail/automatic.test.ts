import { expect, test } from 'vitest';
import { hasAutomaticSubject } from './automatic.ts';

test.each([
  'Automatic reply: Order 4711',
  'Out of Office: Order 4711',
  'Automatische Antwort: Bestellung',
  'Réponse automatique : Commande 4711',
  'Automatická odpověď: Objednávka',
  'Automatikus válasz: Rendelés',
  'Αυτόματη απάντηση: Παραγγελία',
  'תשובה אוטומטית: הזמנה',
  'رد تلقائي: الطلب',
  '자동 회신: 주문 4711',
  '自動応答: 注文4711',
  'Trả lời tự động: Đơn hàng',
])('%s was written by a machine', (subject) => {
  expect(hasAutomaticSubject(subject)).toBe(true);
});

test.each([
  'Automatic gearbox broken',
  'Your out of office reply',
  'Re: Automatic reply: Order 4711',
  'Undeliverable parcel',
  '자동 회신 버튼이 고장',
])('%s was written by a person', (subject) => {
  expect(hasAutomaticSubject(subject)).toBe(false);
});
