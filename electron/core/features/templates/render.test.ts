import { expect, test } from 'vitest';
import { templateFilters } from '../../../shared/template-variables.ts';
import { render } from './render.ts';

/** For somebody of whom nothing is known. */
const rendered = (source: string) =>
  render({
    ...{ source, context: {}, locale: 'en', timeZone: 'UTC', now: 0 },
    ...{ format: 'text', strict: true },
  });

test.each(templateFilters.filter((filter) => filter !== 'default' && filter !== 'size'))(
  'what %s makes of a missing value is missing, written out, assigned or handed over',
  (filter) => {
    for (const source of [
      `{{ order.number | ${filter}: "1" }}`,
      `{% assign made = order.number | ${filter}: "1" %}{{ made }}`,
      `{% assign made = "a" | ${filter}: order.number %}{{ made }}`,
      `{% assign made = order.number | split: "-" %}{{ made[0] | ${filter}: "1" }}`,
      `{{ customer.name | default: order.number | ${filter}: "1" }}`,
    ])
      expect({ source, answer: rendered(source) }).toEqual({
        source,
        answer: { kind: 'rendered', text: '[order.number]', unfilled: ['order.number'] },
      });
  },
);

test('a missing value gives way to a default behind any filter, and has no length', () => {
  const source =
    '{{ order.number | upcase | default: "none" }} {% assign long = customer.name | size %}{{ long }}';
  expect(rendered(source)).toEqual({ kind: 'rendered', text: 'none 0', unfilled: [] });
});

test('nothing is written as nothing, and a field may have any name', () => {
  expect(rendered('{{ nil }}{{ empty }}{{ blank }}')).toMatchObject({ text: '' });
  expect(rendered('{{ fill.constructor }} {{ order.__proto__ }} {{ order.size }}')).toMatchObject({
    unfilled: ['fill.constructor', 'order.__proto__', 'order.size'],
  });
});
