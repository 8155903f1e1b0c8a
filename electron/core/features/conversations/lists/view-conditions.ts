import type { FieldQuestion } from '../../../../shared/fields.ts';
import type { ViewFilter } from '../../../../shared/views.ts';
import type { PossibleStatuses } from './view-plan-rules.ts';

/** A part of a statement with the values that it names. */
export interface Part {
  readonly sql: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export const part = (sql: string, values: Part['values'] = {}): Part => ({ sql, values });
export const listed = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');

/** What a view may ask of `c`, a conversation, each as a condition. */
export function statusCondition({ categories, named }: PossibleStatuses): Part {
  if (categories === null) return part("c.status <> 'spam'");
  const within = `c.status IN (${listed(categories)})`;
  if (named.length === 0) return part(within);
  return part(`(${within} OR c.status_id IN (SELECT value FROM json_each(:named)))`, {
    named: JSON.stringify(named),
  });
}

export function promiseOf(promise: NonNullable<ViewFilter['promise']>, now: number): Part {
  const holds = (condition: string, values: Part['values'] = {}) =>
    part(`EXISTS (SELECT 1 FROM dues p WHERE p.conversation_id = c.id${condition})`, values);
  if (promise === 'overdue') return holds(' AND p.due_at <= :now', { now });
  if (promise === 'soon') return holds(' AND p.warn_at <= :now AND p.due_at > :now', { now });
  return holds('');
}

/** As `answersQuestion` says it, in SQL. */
export function fieldCondition({ fieldId, how, values }: FieldQuestion, index: number): Part {
  const [field, value] = [`field${index}`, `value${index}`];
  const holds = (condition: string) =>
    `EXISTS (SELECT 1 FROM field_values f WHERE f.conversation_id = c.id AND f.field_id = :${field}${condition})`;
  const wanted = values[0] ?? '';
  const isNumber = wanted !== '' && !Number.isNaN(Number(wanted));
  const [left, right] = isNumber
    ? ['CAST(f.value AS REAL)', `CAST(:${value} AS REAL)`]
    : ['f.value', `:${value}`];
  switch (how) {
    case 'filled':
      return part(holds(''), { [field]: fieldId });
    case 'empty':
      return part(`NOT ${holds('')}`, { [field]: fieldId });
    case 'is':
      return part(holds(` AND f.value IN (SELECT value FROM json_each(:${value}))`), {
        [field]: fieldId,
        [value]: JSON.stringify(values),
      });
    case 'contains':
      return part(holds(` AND f.value LIKE :${value} ESCAPE '\\'`), {
        [field]: fieldId,
        [value]: `%${wanted.replaceAll(/[\\%_]/gu, '\\$&')}%`,
      });
    case 'at-least':
    case 'at-most':
      return part(holds(` AND ${left} ${how === 'at-least' ? '>=' : '<='} ${right}`), {
        [field]: fieldId,
        [value]: wanted,
      });
  }
}
