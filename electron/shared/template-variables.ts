/**
 * What a template may name. An order is not ours to know: any of its fields can be named, and each is left for the
 * operator to fill; so is whatever stands under `fill`. Of these two the page proposes the fields listed here.
 */
export const templateVariables = {
  customer: ['name', 'first_name', 'email', 'language'],
  operator: ['name', 'first_name', 'email'],
  conversation: ['subject', 'status', 'tags', 'created_at', 'channel'],
  client: ['name'],
  order: ['number', 'date', 'total', 'tracking_number', 'delivery_date'],
  fill: ['amount', 'date', 'link', 'reason'],
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

/** Roots of which any field can be named. */
export const isOpenRoot = (root: string): boolean => root === 'order' || root === 'fill';

/** Whether a template may name this path (`customer.first_name`). */
export function isTemplateVariable(path: readonly unknown[]): boolean {
  const [root, field, ...rest] = path;
  if (typeof root !== 'string' || typeof field !== 'string' || rest.length > 0) return false;
  if (isOpenRoot(root)) return /^[a-z_][a-z0-9_]{0,79}$/.test(field);
  const fields: readonly string[] | undefined = Object.hasOwn(templateVariables, root)
    ? templateVariables[root as TemplateRoot]
    : undefined;
  return fields?.includes(field) ?? false;
}
