import { expect, test } from 'vitest';
import { gistOf } from './template-gist.ts';

/** Names in angle brackets. */
const told = (source: string, length = 160) =>
  gistOf(source, length)
    .map(({ text, isName }) => (isName ? `‹${text}›` : text))
    .join('');

test.each([
  ['Hello {{ customer.first_name }},\n\nthank you.', 'Hello ‹customer.first_name›, thank you.'],
  ['{{- customer.name | default: "you" -}}!', '‹customer.name›!'],
  [
    '{% if customer.language == "es" %}Hola{% elsif x %}Ciao{% else %}Hello{% endif %} {{ fill.reason }}',
    'Hola ‹fill.reason›',
  ],
  [
    '{% case customer.language %} {% when "es" %}Hola{% when "fr" %}Salut{% else %}Hello{% endcase %}!',
    'Hola!',
  ],
  ['{% comment %}Ask {{ operator.name }} first.{% endcomment %}{% # nobody reads this %}Yes.', 'Yes.'],
  ['{% unless a %}A{% if b %}B{% else %}C{% endif %}{% else %}D{{ order.number }}{% endunless %}E', 'ABE'],
  ['{% assign day = "Monday" %}Until {{ day }}', 'Until ‹day›'],
  ['{{ customer.name', '{{ customer.name'],
  ['{% else %}', ''],
])('%j is told as %j', (source, gist) => expect(told(source)).toBe(gist));

test('no longer than asked', () => {
  expect(told('Dear {{ customer.first_name }} and all', 12)).toBe('Dear ‹custome›');
  expect(told('Dear all', 4)).toBe('Dear');
});
