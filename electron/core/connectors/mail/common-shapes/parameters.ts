import { charsetOf, decodeCharset } from './charsets.ts';
import { bytesOfHex } from './encoded-words.ts';

/** A structured field: its value in lower case, and its parameters by lower-case name. */
export interface Structured {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const head = /^[!#$&+.^`|~\w/-]+(?=\s*(?:;|$))/;
const parameter = /\s*;\s*([!#$&+.^`|~\w*-]+)\s*=\s*(?:"([^"\\]*)"|([^\s;"\\()]+))(?=\s*(?:;|$))/y;
const nothingElse = /^\s*;?\s*$/;

/** Reads `value; name=token; name="quoted"` (RFC 2045, 5.1). Null for comments, escapes, repeats and all that is odd. */
export function readStructured(field: string): Structured | null {
  const value = head.exec(field)?.[0];
  if (value === undefined) return null;
  const parameters = new Map<string, string>();
  let end = value.length;
  parameter.lastIndex = end;
  for (let found = parameter.exec(field); found; found = parameter.exec(field)) {
    const name = (found[1] ?? '').toLowerCase();
    if (parameters.has(name)) return null;
    parameters.set(name, found[2] ?? found[3] ?? '');
    end = parameter.lastIndex;
  }
  return nothingElse.test(field.slice(end)) ? { value: value.toLowerCase(), parameters } : null;
}

const extended = /^([\w-]+)'[\w-]*'(.*)$/;
const wholePercent = /^(?:[^%]|%[0-9A-Fa-f]{2})*$/;

/**
 * A parameter that is cut into pieces or carries a charset (RFC 2231, 3 and 4): `name*`, `name*0`, `name*0*`.
 * Undefined where the field has none of that name, null where it is not wholly as the RFC wants it.
 */
export function extendedParameter({ parameters }: Structured, name: string): string | null | undefined {
  const keys = [...parameters.keys()].filter((key) => key.startsWith(`${name}*`));
  const [first] = keys;
  if (first === undefined) return undefined;
  const isWhole = keys.length === 1 && first === `${name}*`;
  const isInOrder = keys.every((key, index) => key === `${name}*${index}` || key === `${name}*${index}*`);
  const isEncoded = first.endsWith('*');
  const isMixed = keys.some(
    (key) => key.endsWith('*') !== isEncoded && (!isEncoded || parameters.get(key)?.includes('%')),
  );
  if (isMixed || (!isWhole && !isInOrder)) return null;
  const joined = keys.map((key) => parameters.get(key) ?? '').join('');
  return isEncoded ? decodeExtended(joined) : joined;
}

function decodeExtended(value: string): string | null {
  const [, name = '', text = ''] = extended.exec(value) ?? [];
  const charset = charsetOf(name);
  return charset === null || !wholePercent.test(text) ? null : decodeCharset(bytesOfHex(text, '%'), charset);
}
