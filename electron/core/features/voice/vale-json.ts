import type { ValeReport } from './lint.ts';

/** Go's encoder writes these so, that a report may stand in a page. */
const escaped = /[<>&\u2028\u2029]/g;

/**
 * A report as the letters that `vale --output=JSON` prints (Go's `json.MarshalIndent` of a map): files by their names, two
 * spaces a level. What finds the same gives the same lines.
 */
export function valeJson(report: ValeReport): string {
  const byName = Object.entries(report).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(byName), null, 2).replace(escaped, codeOf)}\n`;
}

const codeOf = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
