import { isOpenRoot, templateVariables } from './template-variables.ts';

/** Of `order` and `fill` any field; of the others those that there are. */
const names = Object.entries(templateVariables).map(([root, fields]) =>
  isOpenRoot(root) ? `${root}\\.[a-z_][a-z0-9_]{0,79}` : `${root}\\.(?:${fields.join('|')})`,
);

/**
 * A placeholder that an operator must fill: what a template leaves of a variable that it has no value for, `[order.number]` or
 * `[fill.amount]`. Whatever else stands in brackets, a domain, a number, a key or a button, is a person's own words.
 */
export const placeholderPattern = new RegExp(`\\[(${names.join('|')})\\]`, 'g');
