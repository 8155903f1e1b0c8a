import { expect, test } from 'vitest';
import { placeholderPattern } from './placeholder-pattern.ts';

const placeholders = (text: string) => [...text.matchAll(placeholderPattern)].map(([, name]) => name);

test('is what a template leaves of a variable without a value', () => {
  const names = ['customer.first_name', 'order.number', 'order.delivery_date', 'fill.n2_days', 'client.name'];
  expect(placeholders(names.map((name) => `[${name}]`).join(', '))).toEqual(names);
  expect(placeholders('[order.number][fill.amount]')).toEqual(['order.number', 'fill.amount']);
});

test.each([
  'our page [example.com] says so',
  'see [help.northwind.example] and [docs.v2.html]',
  'as in [1], [12] and [2.1]',
  'press [Enter], then [Add to cart]',
  '[sic] [EXTERNAL] [Northwind]',
  'the field [customer.com] and [client.example]',
  'the file [config.yml], the class [order]',
  '[customer.name.first] and [ order.number ] and [Order.Number]',
  'in code: a[fill] and list[order]',
])('is not what a person puts in brackets: %s', (text) => {
  expect(placeholders(text)).toEqual([]);
});
