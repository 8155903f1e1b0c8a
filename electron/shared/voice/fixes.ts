import { simpleCase } from './casing.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import type { RuleAction } from './rule-definition.ts';

/** Gives the replacements of a match, best first. */
export type Fixer = (match: string) => string[];

/** Thrown with what is wrong with an action's parameters. */
export class ActionError extends Error {}

const parameterCounts: Readonly<Record<string, number>> = {
  regex: 3,
  trim: 2,
  trim_left: 2,
  trim_right: 2,
  truncate: 2,
  split: 3,
};

/**
 * Vale's actions (https://vale.sh/docs/actions). `suggest` needs a dictionary or a Tengo script, so it proposes nothing.
 *
 * @throws ActionError, PatternError
 */
export function compileAction(action: RuleAction | null): Fixer {
  if (action === null) return () => [];
  switch (action.name) {
    case 'replace':
      return () => [...action.params];
    case 'remove':
      return () => [''];
    case 'convert':
      return (match) => [action.params[0] === 'simple' ? simpleCase(match) : match];
    case 'edit':
      return compileEdit(action.params);
    case 'suggest':
      return () => [];
  }
}

function compileEdit(params: readonly string[]): Fixer {
  const [how = '', first = '', second = ''] = params;
  const wanted = parameterCounts[how];
  if (wanted === undefined) throw new ActionError(`edit: ${how || 'no parameters'}`);
  if (params.length !== wanted) throw new ActionError(`edit ${how}: ${wanted - 1} parameters`);
  const edit = editors[how];
  if (how === 'regex') return replaceAll(compilePattern(first), second);
  if (how === 'split' && !/^\d+$/.test(second)) throw new ActionError(`edit split: ${second}`);
  return (match) => (edit ? [edit(match, first, Number(second)).trim()] : []);
}

const editors: Readonly<Record<string, (match: string, by: string, index: number) => string>> = {
  trim: (match, set) => trimLeft(trimRight(match, set), set),
  trim_left: (match, set) => trimLeft(match, set),
  trim_right: (match, set) => trimRight(match, set),
  truncate: (match, separator) => match.split(separator)[0] ?? match,
  split: (match, separator, index) => match.split(separator)[index] ?? match,
};

function trimLeft(text: string, set: string): string {
  let at = 0;
  while (at < text.length && set.includes(text.charAt(at))) at += 1;
  return text.slice(at);
}

function trimRight(text: string, set: string): string {
  let end = text.length;
  while (end > 0 && set.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function replaceAll(pattern: Pattern, replacement: string): Fixer {
  return (match) => {
    let result = '';
    let at = 0;
    for (const found of pattern.all(match)) {
      result += match.slice(at, found.start) + expand(replacement, found);
      at = found.end;
    }
    return [(result + match.slice(at)).trim()];
  };
}

/** Fills `$1`, `${1}`, `${name}` and `$$` of a replacement with the groups of a match. */
export function expand(
  replacement: string,
  match: { groups: Readonly<Record<string, string | undefined>>; text: string },
  prefix = '',
): string {
  if (!replacement.includes('$')) return replacement;
  return replacement.replace(/\$(?:\$|\d+|\{\w+\})/g, (reference) => {
    if (reference === '$$') return '$';
    const group = reference.replace(/[${}]/g, '');
    if (group === '0') return match.text;
    const { groups } = match;
    return groups[`${prefix}u${group}`] ?? groups[`${prefix}n_${group}`] ?? '';
  });
}
