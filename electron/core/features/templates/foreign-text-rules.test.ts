import { describe, expect, test } from 'vitest';
import type { ImportSource } from '../../../shared/template-import.ts';
import { translateText } from './foreign-text-rules.ts';

const sourceOf = (from: ImportSource, text: string) => translateText(text, { from }).source;

describe('their variables in our words', () => {
  test.each<[ImportSource, string, string]>([
    ['zendesk', 'Hi {{ticket.requester.first_name}},', 'Hi {{ customer.first_name }},'],
    [
      'zendesk',
      '{{ current_user.name }} for {{ticket.account}}',
      '{{ operator.name }} for {{ client.name }}',
    ],
    ['zendesk', 'since {{ticket.created_at}}', 'since {{ conversation.created_at | date }}'],
    ['zendesk', '{{ticket.created_at | date: "%d.%m."}}', '{{ conversation.created_at | date: "%d.%m." }}'],
    ['zendesk', '{{dc.greeting}}', '{{ fill.dc_greeting }}'],
    ['zendesk', '{{ticket.ticket_field_360012}}', '{{ fill.ticket_ticket_field_360012 }}'],
    ['gorgias', '{{ticket.customer.firstname}}', '{{ customer.first_name }}'],
    ['gorgias', '{{ticket.customer.integrations.shopify.orders[0].name}}', '{{ order.number }}'],
    [
      'gorgias',
      '{{ticket.customer.integrations.shopify.orders[0].fulfillments[0].tracking_number}}',
      '{{ order.tracking_number }}',
    ],
    [
      'gorgias',
      '{{ticket.customer.integrations.shopify.orders[0].created_at|datetime_format("MMM Do YY")}}',
      '{{ order.date }}',
    ],
    [
      'chatwoot',
      "Hey {{ contact.first_name || 'there' }}",
      "Hey {{ customer.first_name | default: 'there' }}",
    ],
    ['chatwoot', '{{agent.name}}, {{ contact.phone }}', '{{ operator.name }}, {{ fill.contact_phone }}'],
    ['front', '{{recipient.handle}} {{user.first_name}}', '{{ customer.email }} {{ operator.first_name }}'],
    ['front', '{{account.name}} {{survey}}', '{{ fill.account_name }} {{ fill.survey }}'],
    [
      'csv',
      '[First Name], order %order_number% is [late]',
      '{{ customer.first_name }}, order {{ order.number }} is {{ fill.late }}',
    ],
    [
      'csv',
      'see [our page](https://x.example) or {reason} <<Agent Name>>',
      'see [our page](https://x.example) or {{ fill.reason }} {{ operator.name }}',
    ],
    ['csv', '{{ customer.name }} {{ order.number }}', '{{ customer.name }} {{ order.number }}'],
  ])('%s: %s', (from, text, source) => expect(sourceOf(from, text)).toBe(source));

  test('conditions keep working, with our names and theirs that are unknown listed', () => {
    const text =
      "{% if ticket.requester.language == 'es.x' %}Hola{% elsif ticket.organization.name %}B2B{% endif %}";
    expect(translateText(text, { from: 'zendesk' })).toEqual({
      source:
        "{% if customer.language == 'es.x' %}Hola{% elsif fill.ticket_organization_name %}B2B{% endif %}",
      mapped: [{ from: 'ticket.requester.language', to: 'customer.language' }],
      unmapped: [{ original: 'ticket.organization.name', becomes: '{{ fill.ticket_organization_name }}' }],
    });
  });
  test('what is assigned in the text stays', () => {
    const text = '{% assign who = ticket.requester.name %}{{ who | upcase }}';
    expect(sourceOf('zendesk', text)).toBe('{% assign who = customer.name %}{{ who | upcase }}');
  });
  test('tags that we don’t run become placeholders', () => {
    expect(translateText('{% for c in ticket.comments %}x{% endfor %}', { from: 'zendesk' })).toMatchObject({
      source: '{{ fill.for_c_in_ticket_comments }}x{{ fill.endfor }}',
      unmapped: [
        { original: '{% for c in ticket.comments %}', becomes: '{{ fill.for_c_in_ticket_comments }}' },
        { original: '{% endfor %}', becomes: '{{ fill.endfor }}' },
      ],
    });
  });
  test('conditions that don’t fit together become placeholders when asked for', () => {
    const { source } = translateText('{% if a.b %}x', { from: 'zendesk', plainly: true });
    expect(source).toBe('{{ fill.if_a_b }}x');
  });
  test('a filter that we don’t have is listed', () => {
    const { unmapped } = translateText('{{ ticket.title | shout: "x|y" }}', { from: 'zendesk' });
    expect(unmapped).toEqual([{ original: '| shout: "x|y"', becomes: '{{ conversation.subject }}' }]);
  });
  test('braces without a partner are said as they are', () => {
    expect(sourceOf('front', 'open {{ and {% stay')).toBe('open {{ "{{" }} and {{ "{%" }} stay');
    expect(sourceOf('zendesk', '{{% if ticket.title %}a{% endif %}')).toBe(
      '{{ "{" }}{% if conversation.subject %}a{% endif %}',
    );
    expect(sourceOf('csv', '{[First Name] {{{<<Order Number>>')).toBe(
      '{{ "{" }}{{ customer.first_name }} {{ "{{" }}{{ "{" }}{{ order.number }}',
    );
  });
});
