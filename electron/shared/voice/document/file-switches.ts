import type { Section } from './sections.ts';

interface Found {
  readonly check: string;
  readonly match: string;
  /** UTF-16 offsets; both are 0 of what is said of the text as a whole. */
  readonly start: number;
  readonly end: number;
}

/** Whether a finding is switched off where it stands. */
export type IsOff = (finding: Found) => boolean;

export const nowhereOff: IsOff = () => false;

/** What is off from some place of the text on. */
interface State {
  readonly from: number;
  readonly all: boolean;
  /** Whether a style, a rule or a rule's match (`Style.Rule["words"]`) is off. */
  readonly off: ReadonlyMap<string, boolean>;
  /** The only styles that are on but for those of `off`; null: every one is. */
  readonly only: ReadonlySet<string> | null;
}

/** Comments, and what is none though it may hold one: code, and what stands behind a backslash. */
const comments = /\\[^]|(`+)(?!`)[^]{0,4000}?[^`]\1(?!`)|<!--([^]*?)-->/g;

/**
 * Reads the comments of a Markdown file by which Vale is switched off and on (https://vale.sh/docs/formats/markdown), all of
 * it or a style, a rule, some words of a rule; each counts from where it stands. A rule that looks at the whole text is
 * only off where all is, up to the end.
 */
export function readSwitches(sections: readonly Section[]): IsOff {
  const states: State[] = [{ from: 0, all: false, off: new Map(), only: null }];
  for (const { kind, start, source } of sections) {
    if (kind === 'code' || !source.includes('<!--')) continue;
    for (const { index, 2: said } of source.matchAll(comments)) {
      const before = states.at(-1);
      const after = before && said !== undefined ? switched(before, said.trim()) : undefined;
      if (after) states.push({ ...after, from: start + index });
    }
  }
  if (states.length === 1) return nowhereOff;
  return ({ check, match, start, end }) => {
    if (end === 0) return states.at(-1)?.all === true;
    const state = states.findLast(({ from }) => from <= start);
    return state !== undefined && isOffIn(state, { check, match });
  };
}

function isOffIn({ all, off, only }: State, { check, match }: Pick<Found, 'check' | 'match'>): boolean {
  const style = check.split('.')[0] ?? '';
  const styleIsOff = off.get(style) ?? (only !== null && !only.has(style));
  return all || styleIsOff || off.get(check) === true || off.get(wordsOf(check, match)) === true;
}

const wordsOf = (check: string, match: string): string => `${check}[${JSON.stringify(match)}]`;

/** What a comment changes; undefined where it says nothing of this. */
function switched(before: State, said: string): State | undefined {
  if (said === 'vale off' || said === 'vale on') return { ...before, all: said === 'vale off' };
  const [, rule = '', words, value = ''] = /^vale ([^\s="[\]]+)(\[.+\])? = (YES|NO|on|off)$/.exec(said) ?? [];
  if (rule !== '') {
    const isOff = value === 'NO' || value === 'off';
    const names = words === undefined ? [rule] : matchesIn(words).map((match) => wordsOf(rule, match));
    return { ...before, off: new Map([...before.off, ...names.map((name) => [name, isOff] as const)]) };
  }
  const styles = /^vale styles? = (.+)$/
    .exec(said)?.[1]
    ?.split(',')
    .map((style) => style.trim());
  if (!styles) return undefined;
  const off = new Map([...before.off].filter(([name]) => name.includes('.')));
  return { ...before, off, only: new Set(styles) };
}

function matchesIn(words: string): string[] {
  try {
    const read: unknown = JSON.parse(words);
    return Array.isArray(read) ? read.filter((word) => typeof word === 'string') : [];
  } catch {
    return [];
  }
}
