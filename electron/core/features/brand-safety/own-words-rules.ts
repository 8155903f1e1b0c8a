import { lineKey } from './traits-rules.ts';
import { linesIn } from './patterns-rules.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

const quoted = /[“"«„»](?<words>[^“”"«»„\n]{12,600})[”"»“«]/gu;

/**
 * The parts of a reply that are the customer's words: lines marked as quoted, lines that the customer wrote just so,
 * and passages between quotation marks that stand in what they wrote.
 */
export function customersWords(text: string, written: readonly string[]): Range[] {
  const said = written.map(lineKey);
  const lines = new Set(written.flatMap((each) => linesIn(each).map(({ value }) => lineKey(value))));
  const isSaid = (passage: string) => {
    const key = lineKey(passage);
    return key.length >= 12 && said.some((each) => ` ${each} `.includes(` ${key} `));
  };
  const marked = linesIn(text).filter(({ value }) => {
    if (value.startsWith('>')) return true;
    const key = lineKey(value);
    return key.length >= 20 && lines.has(key);
  });
  const cited = [...text.matchAll(quoted)]
    .filter(({ groups }) => isSaid(groups?.['words'] ?? ''))
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  return [...marked.map(({ start, end }) => ({ start, end })), ...cited];
}

export const isInside = (range: Range, among: readonly Range[]): boolean =>
  among.some(({ start, end }) => start <= range.start && range.end <= end);
