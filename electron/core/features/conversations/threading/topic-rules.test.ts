import { expect, test } from 'vitest';
import { goesOnUnder } from './topic-rules.ts';

test.each([
  ['Re: Where is my parcel?', 'Where is my parcel?'],
  ['AW: WG: Where is my parcel?', 'Re: Where is my parcel?'],
  ['RV: ¿Dónde está mi paquete?', '¿Dónde está mi paquete?'],
  ['رد: الطلب رقم ١٢', 'الطلب رقم ١٢'],
  ['Odg: Where is my parcel?', 'Where is my parcel?'],
  ['回复：关于订单的问题', '关于订单的问题'],
  ['Re: [External] Where is my parcel?', 'Where is my parcel?'],
  ['Re: Where is my parcel? [ref:_00D58]', 'Where is my parcel?'],
  ['Where is my parcel? URGENT', 'Where is my parcel?'],
  ['Re: Were is my parcel', 'Where is my parcel?'],
  ['Refund for order 12', 'Order 12 refund'],
  ['Order 12', 'Order'],
  ['Re: Where is my par…', 'Where is my parcel?'],
  ['Re: Where is my parcel and when w', 'Where is my parcel and when will it come?'],
  ['', 'Where is my parcel?'],
  ['Re:', 'Where is my parcel?'],
  ['Invoice 12 is wrong', 'hi'],
])('%j goes on with %j', (subject, before) => {
  expect(goesOnUnder(subject, before)).toBe(true);
  expect(goesOnUnder(before, subject)).toBe(true);
});

test.each([
  ['Re: A wrong invoice', 'Where is my parcel?'],
  ['A wrong invoice', 'Re: Where is my parcel?'],
  ['Re: Order 13', 'Order 12'],
  ['Order 4711: the lamp is broken', 'Order 12: the lamp is broken'],
  ['Question about my invoice', 'Question about my order'],
  ['Pregunta sobre la factura', '¿Dónde está mi paquete?'],
  ['رد: الفاتورة خاطئة', 'الطلب رقم ١٢'],
  ['A wrong invoice (was: Where is my parcel?)', 'Where is my parcel?'],
  ['关于退款的申请', '订单什么时候发货'],
])('%j is another matter than %j', (subject, before) => {
  expect(goesOnUnder(subject, before)).toBe(false);
  expect(goesOnUnder(before.replace(/ \(was.*/, ''), subject)).toBe(false);
});

test('a hostile subject costs no time', () => {
  const long = 'ab '.repeat(50_000);
  expect(goesOnUnder(long, `${long}x`)).toBe(true);
  expect(goesOnUnder(`x${' (was:'.repeat(20_000)}`, 'Where is my parcel?')).toBe(true);
});
