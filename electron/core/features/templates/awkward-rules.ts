import type { AwkwardCustomer } from '../../../shared/template-preflight.ts';
import type { RenderContext } from './render-job.ts';
import { contextOf, type People } from './rules.ts';

/** Names that templates stumble over. Somebody without a name writes from an address, as in real mail. */
const names: Readonly<Record<AwkwardCustomer, string>> = {
  plain: 'Zoë García',
  'one-word': 'Sukarno',
  apostrophe: "Sinéad O’Brien-O'Neil",
  'family-name-first': 'García Márquez, José',
  'right-to-left': 'محمد عبد الرحمن',
  'very-long': `Wolfeschlegel${'steinhausenberger'.repeat(11)}`.slice(0, 200),
  emoji: '🦄 Robin 👩🏽‍🚀',
  'address-only': 'zoe.garcia@example.com',
  nobody: '',
  'with-order': 'Zoë García',
};

const order = {
  number: '100-2026',
  date: '2026-02-27',
  total: '€ 42.00',
  tracking_number: 'XY123456789NL',
  delivery_date: '2026-03-05',
};

/** The table that every template is tried on. Only one customer has an order; of nobody, not even the address is known. */
export function awkwardContexts(
  people: People,
): readonly { readonly customer: AwkwardCustomer; readonly context: RenderContext }[] {
  return (Object.keys(names) as AwkwardCustomer[]).map((customer) => {
    const context = contextOf(
      {
        subject: customer === 'nobody' ? '' : 'Broken mug',
        status: 'open',
        createdAt: Date.UTC(2026, 2, 3, 9, 30),
        channel: 'Support',
        channelKind: 'mail',
        customerName: names[customer],
        customerLanguage: null,
        customerEmail: customer === 'nobody' ? null : 'zoe.garcia@example.com',
        tags: customer === 'plain' ? ['delivery'] : [],
      },
      people,
    );
    return { customer, context: customer === 'with-order' ? { ...context, order } : context };
  });
}
