import type { ImportSource, UnmappedPiece } from '../../../shared/template-import.ts';
import { isTemplateVariable, templateFilters } from '../../../shared/template-variables.ts';

/** Theirs to ours. Sources: the providers' own lists of placeholders (see each). */
const zendesk: Readonly<Record<string, string>> = {
  // support.zendesk.com 4408886858138, Zendesk placeholders reference
  'ticket.requester.name': 'customer.name',
  'ticket.requester.first_name': 'customer.first_name',
  'ticket.requester.email': 'customer.email',
  'ticket.requester.language': 'customer.language',
  'current_user.name': 'operator.name',
  'current_user.first_name': 'operator.first_name',
  'current_user.email': 'operator.email',
  'agent.name': 'operator.name',
  'agent.first_name': 'operator.first_name',
  'agent.email': 'operator.email',
  'ticket.assignee.name': 'operator.name',
  'ticket.assignee.first_name': 'operator.first_name',
  'ticket.assignee.email': 'operator.email',
  'ticket.title': 'conversation.subject',
  'ticket.status': 'conversation.status',
  'ticket.tags': 'conversation.tags',
  'ticket.via': 'conversation.channel',
  'ticket.created_at': 'conversation.created_at | date',
  'ticket.account': 'client.name',
  'ticket.brand.name': 'client.name',
};
const gorgias: Readonly<Record<string, string>> = {
  // gorgias-help-center 81845, Macro variables
  'ticket.customer.name': 'customer.name',
  'ticket.customer.firstname': 'customer.first_name',
  'ticket.customer.email': 'customer.email',
  'ticket.customer.language': 'customer.language',
  'ticket.sender.email': 'customer.email',
  'current_user.name': 'operator.name',
  'current_user.firstname': 'operator.first_name',
  'current_user.email': 'operator.email',
  'ticket.assignee_user.name': 'operator.name',
  'ticket.assignee_user.firstname': 'operator.first_name',
  'ticket.assignee_user.email': 'operator.email',
  'ticket.subject': 'conversation.subject',
  'ticket.status': 'conversation.status',
  'ticket.channel': 'conversation.channel',
  'ticket.created_datetime': 'conversation.created_at | date',
  'ticket.account.name': 'client.name',
};
const chatwoot: Readonly<Record<string, string>> = {
  // chatwoot/utils src/canned.ts, getMessageVariables
  'contact.name': 'customer.name',
  'contact.first_name': 'customer.first_name',
  'contact.email': 'customer.email',
  'agent.name': 'operator.name',
  'agent.first_name': 'operator.first_name',
  'agent.email': 'operator.email',
  'inbox.name': 'conversation.channel',
};
const front: Readonly<Record<string, string>> = {
  // help.front.com 2306, Using variables in message templates. `account` is the customer's company, not our client.
  'recipient.name': 'customer.name',
  'recipient.first_name': 'customer.first_name',
  'recipient.email': 'customer.email',
  'recipient.handle': 'customer.email',
  'user.name': 'operator.name',
  'user.first_name': 'operator.first_name',
  'user.email': 'operator.email',
  'conversation.subject': 'conversation.subject',
};
/** Words that people write between brackets of their own. */
const plain: Readonly<Record<string, string>> = {
  name: 'customer.name',
  first_name: 'customer.first_name',
  firstname: 'customer.first_name',
  customer_name: 'customer.name',
  customer_first_name: 'customer.first_name',
  email: 'customer.email',
  customer_email: 'customer.email',
  agent_name: 'operator.name',
  agent_first_name: 'operator.first_name',
  my_name: 'operator.first_name',
  subject: 'conversation.subject',
  company: 'client.name',
  company_name: 'client.name',
  brand: 'client.name',
  brand_name: 'client.name',
  order_number: 'order.number',
  order_id: 'order.number',
  order_date: 'order.date',
  tracking_number: 'order.tracking_number',
  delivery_date: 'order.delivery_date',
};
const tables: Readonly<Record<ImportSource, Readonly<Record<string, string>>>> = {
  zendesk,
  gorgias,
  chatwoot,
  front,
  csv: { ...zendesk, ...gorgias, ...chatwoot, ...front, ...plain },
};

/** Orders hang below a shop's integration: `…shopify.orders[0].name`. */
const orderFields: readonly (readonly [RegExp, string])[] = [
  [/\borders?(?:\[-?\d+\])?\.(?:name|number|order_number|increment_id)$/, 'order.number'],
  [/\borders?(?:\[-?\d+\])?\.(?:created_at|date)$/, 'order.date'],
  [/\borders?(?:\[-?\d+\])?\.(?:total_price|grand_total|total)$/, 'order.total'],
  [/\btracking_numbers?(?:\[-?\d+\])?$/, 'order.tracking_number'],
];

/** A piece of their text in our words: what it becomes, and what there was no word for. */
export interface Translated {
  readonly text: string;
  readonly mapped: { readonly from: string; readonly to: string } | null;
  readonly unmapped: readonly UnmappedPiece[];
}

/** Our variable (with a filter, where it is a date), or null. Names of ours stay as they are. */
export function ourNameOf(source: ImportSource, path: string): string | null {
  const table = tables[source];
  if (Object.hasOwn(table, path)) return table[path] ?? null;
  if (isTemplateVariable(path.split('.'))) return path;
  return orderFields.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

/** `fill.` and the words of what it stands for. */
export function fillName(original: string): string {
  const words = original
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return `fill.${words === '' ? 'text' : `${/^\d/.test(words) ? 'n' : ''}${words}`.slice(0, 60)}`;
}

/** The inside of `{{ }}`: a path, filters behind it, or a value that stands in (`contact.name || 'there'`). */
export function translateOutput(source: ImportSource, inside: string): Translated {
  const whole = inside.replace(/^-|-$/g, '').trim();
  const [, path = whole, fallback] = /^([^|]+?)\s*\|\|\s*(['"][^'"]*['"])$/.exec(whole) ?? [];
  if (fallback !== undefined) {
    const name = ourNameOf(source, path.trim());
    if (name) return known(`{{ ${name} | default: ${fallback} }}`, { from: path.trim(), to: name });
    return unknown(whole);
  }
  const [first = '', ...filters] = whole
    .split(/\|(?=(?:[^'"]|'[^']*'|"[^"]*")*$)/)
    .map((part) => part.trim());
  const name = ourNameOf(source, first);
  if (!name) return unknown(whole, first);
  const [variable = name, itsFilter] = name.split(' | ');
  const names: readonly string[] = templateFilters;
  const kept = filters.filter((filter) => names.includes(/^\w+/.exec(filter)?.[0] ?? ''));
  const isDated = kept.some((filter) => filter.startsWith('date'));
  const all = [variable, ...(itsFilter && !isDated ? [itsFilter] : []), ...kept];
  const text = `{{ ${all.join(' | ')} }}`;
  return {
    text,
    mapped: first === variable ? null : { from: first, to: variable },
    unmapped: filters
      .filter((filter) => !kept.includes(filter))
      .map((filter) => ({ original: `| ${filter}`, becomes: text })),
  };
}

const known = (text: string, mapped: { from: string; to: string }): Translated => ({
  text,
  mapped,
  unmapped: [],
});

/** A placeholder that keeps the reply from being sent before somebody has seen it. */
export function unknown(original: string, named = original): Translated {
  const becomes = `{{ ${fillName(named)} }}`;
  return { text: becomes, mapped: null, unmapped: [{ original, becomes }] };
}
