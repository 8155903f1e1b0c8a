import { actionNames, severities } from '../../../shared/voice/rule-definition.ts';

/** Reads a field's value; undefined where it can't be one. Vale decodes every value by the field's own type. */
type FieldReader = (value: unknown) => unknown;

const readers: ReadonlyMap<string, FieldReader> = new Map([
  ...named(
    ['matchcase', 'ignorecase', 'nonword', 'vocab', 'append', 'capitalize', 'alpha', 'custom'],
    flagOf,
  ),
  ...named(['scope', 'exceptions', 'tokens', 'raw', 'indicators', 'metrics'], listOf),
  ...named(['filters', 'ignore', 'dictionaries'], listOf),
  ...named(['extends', 'message', 'description', 'link', 'pos', 'token', 'first', 'second'], textOf),
  ...named(['match', 'style', 'prefix', 'formula', 'condition', 'aff', 'dic', 'dicpath'], textOf),
  ...named(['limit', 'max', 'min'], wholeOf),
  ...named(['grade', 'threshold'], numberOf),
  ...named(['swap', 'either'], pairsOf),
  ...named(['level'], (value) => severities.find((level) => level === value)),
  ...named(['action'], actionOf),
]);

function named(names: readonly string[], read: FieldReader): [string, FieldReader][] {
  return names.map((name) => [name, read]);
}

/** The value of a field by its name; undefined where it can't be read. */
export const readFieldValue = (field: string, value: unknown): unknown => readers.get(field)?.(value);

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : value === null ? '' : undefined;
}

function flagOf(value: unknown): boolean | undefined {
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}

function wholeOf(value: unknown): number | undefined {
  return /^\d{1,6}$/.test(String(value)) ? Number(value) : undefined;
}

function numberOf(value: unknown): number | undefined {
  return /^-?\d{1,6}(?:\.\d{1,6})?$/.test(String(value)) ? Number(value) : undefined;
}

function listOf(value: unknown): string[] | undefined {
  if (value === null) return [];
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value) || value.some((item) => item !== null && typeof item !== 'string'))
    return undefined;
  return value.map((item: string | null) => item ?? '');
}

function pairsOf(value: unknown): [string, string][] | undefined {
  if (!Array.isArray(value)) return undefined;
  const pairs = value.map((pair: unknown): [string, string] | null => {
    if (!Array.isArray(pair) || pair.length !== 2) return null;
    const [key, text] = pair as unknown[];
    return typeof key === 'string' && (text === null || typeof text === 'string') ? [key, text ?? ''] : null;
  });
  return pairs.every((pair) => pair !== null) ? pairs : undefined;
}

function actionOf(value: unknown): { name: string; params: string[] } | undefined {
  const fields = Array.isArray(value) ? new Map(value as [string, unknown][]) : new Map<string, unknown>();
  const name = actionNames.find((known) => known === fields.get('name'));
  const params = listOf(fields.get('params') ?? null);
  return name && params ? { name, params } : undefined;
}
