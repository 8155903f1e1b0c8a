/**
 * What a template may name. An order is not ours to know: any of its fields can be named, and each is left for the
 * operator to fill; these are the ones that the page proposes.
 */
export const templateVariables = {
  customer: ['name', 'first_name', 'email', 'language'],
  operator: ['name', 'first_name', 'email'],
  conversation: ['subject', 'status', 'tags', 'created_at', 'channel'],
  client: ['name'],
  order: ['number', 'date', 'total', 'tracking_number', 'delivery_date'],
} as const;
export type TemplateRoot = keyof typeof templateVariables;

export const templateTags = ['if', 'unless', 'case', 'assign', 'comment', '#'] as const;

export const templateFilters = [
  'default',
  'date',
  'upcase',
  'downcase',
  'capitalize',
  'escape',
  'append',
  'prepend',
  'strip',
  'replace',
  'truncate',
  'slice',
  'split',
  'join',
  'first',
  'last',
  'size',
  'round',
] as const;

/** Whether a template may name this path (`customer.first_name`). */
export function isTemplateVariable(path: readonly unknown[]): boolean {
  const [root, field, ...rest] = path;
  if (typeof root !== 'string' || typeof field !== 'string' || rest.length > 0) return false;
  if (root === 'order') return /^[a-z_]+$/.test(field);
  const fields: readonly string[] | undefined = Object.hasOwn(templateVariables, root)
    ? templateVariables[root as TemplateRoot]
    : undefined;
  return fields?.includes(field) ?? false;
}
