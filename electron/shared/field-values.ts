import type { FieldKind, FieldTestKind } from './field-words.ts';

/** Longer texts belong into a note. */
export const longestFieldText = 500;

/**
 * A value as it is kept, so that equal values are equal texts: numbers as JavaScript writes them, days as `YYYY-MM-DD`,
 * `yes` or `no`, a choice as it is spelt in the list. Null: it is none of that kind.
 */
export function canonicalValue(
  field: { readonly kind: FieldKind; readonly choices: readonly string[] },
  typed: string,
): string | null {
  const text = typed.normalize('NFC').trim();
  if (text === '' || text.length > longestFieldText) return null;
  switch (field.kind) {
    case 'text':
      return text;
    case 'number':
      return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/u.test(text) ? String(Number(text.replace(',', '.'))) : null;
    case 'date':
      return isDay(text) ? text : null;
    case 'yes-no':
      return text === 'yes' || text === 'no' ? text : null;
    case 'choice':
      return field.choices.find((choice) => choice === text) ?? null;
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** What is asked of a field: `values` of `is` are alternatives; the other tests take one value or none. */
export interface FieldQuestion {
  readonly how: FieldTestKind;
  readonly values: readonly string[];
}

/** Whether a kept value answers the question. Numbers are compared as numbers, days and texts as texts. */
export function answersQuestion(value: string | null, { how, values }: FieldQuestion): boolean {
  const [wanted = ''] = values;
  switch (how) {
    case 'filled':
      return value !== null;
    case 'empty':
      return value === null;
    case 'is':
      return value !== null && values.includes(value);
    case 'contains':
      return value !== null && value.toLowerCase().includes(wanted.toLowerCase());
    case 'at-least':
      return value !== null && compareValues(value, wanted) >= 0;
    case 'at-most':
      return value !== null && compareValues(value, wanted) <= 0;
  }
}

function compareValues(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)];
  if (!Number.isNaN(left) && !Number.isNaN(right)) return left - right;
  return a < b ? -1 : Number(a > b);
}
