import { exactPattern } from '../exact-pattern.ts';

/** One way in which an affix is put to a word (hunspell(5)). */
export interface Affix {
  /** What its class is called; the words that it is for bear this flag. */
  readonly flag: string;
  readonly strip: string;
  readonly add: string;
  /** Whether a prefix and a suffix may come together. */
  readonly crosses: boolean;
  /** What a form that it made bears in its turn. */
  readonly flags: readonly string[];
  fits(word: string): boolean;
}

/** An affix file (`.aff`), as far as it says which words there are. */
export interface Affixes {
  flagsOf(written: string): readonly string[];
  readonly prefixes: readonly Affix[];
  readonly suffixes: readonly Affix[];
  /** Flags that mean something by themselves; empty where the file gives none. */
  readonly forbidden: string;
  readonly needsAffix: string;
  readonly onlyInCompound: string;
  /** Of a part of a compound: anywhere, at its beginning, in its middle, at its end. */
  readonly compound: {
    readonly anywhere: string;
    readonly begins: string;
    readonly middle: string;
    readonly ends: string;
    /** The letters that the shortest part has. */
    readonly least: number;
  };
}

/** Of what an affix asks of a word: a pattern as long as a page takes its time on a word as long. */
const longestCondition = 100;
const usualLeast = 3;

/** Reads an affix file. What it can't read of it says nothing. */
export function readAffixes(text: string): Affixes {
  const lines = text.split(/\r\n?|\n/).map((line) =>
    line
      .replace(/^\ufeff/, '')
      .trim()
      .split(/\s+/),
  );
  const valueOf = (name: string) => lines.find(([key]) => key === name)?.[1] ?? '';
  const aliases = lines.filter(([key]) => key === 'AF').map(([, flags = '']) => flags);
  const read = flagReader(valueOf('FLAG'));
  const flagsOf = (written: string): readonly string[] =>
    read(aliases.length > 0 && /^\d+$/.test(written) ? (aliases[Number(written)] ?? '') : written);
  return {
    flagsOf,
    prefixes: readClass(lines, { kind: 'PFX', flagsOf }),
    suffixes: readClass(lines, { kind: 'SFX', flagsOf }),
    forbidden: valueOf('FORBIDDENWORD'),
    needsAffix: valueOf('NEEDAFFIX'),
    onlyInCompound: valueOf('ONLYINCOMPOUND'),
    compound: {
      anywhere: valueOf('COMPOUNDFLAG'),
      begins: valueOf('COMPOUNDBEGIN'),
      middle: valueOf('COMPOUNDMIDDLE'),
      ends: valueOf('COMPOUNDEND'),
      least: Math.max(1, Number(valueOf('COMPOUNDMIN')) || usualLeast),
    },
  };
}

function flagReader(kind: string): (flags: string) => string[] {
  if (kind === 'num') return (flags) => flags.split(',');
  return kind === 'long' ? (flags) => flags.match(/../gu) ?? [] : (flags) => [...flags];
}

interface ClassReader {
  readonly kind: 'PFX' | 'SFX';
  readonly flagsOf: (written: string) => readonly string[];
}

/** The first line of a class says whether it crosses, those that follow what it does. */
function readClass(lines: readonly string[][], { kind, flagsOf }: ClassReader): Affix[] {
  const crossing = new Map<string, boolean>();
  const affixes: Affix[] = [];
  for (const [key, flag = '', strip = '', added = '', condition = '.'] of lines) {
    if (key !== kind) continue;
    const crosses = crossing.get(flag);
    if (crosses === undefined) {
      crossing.set(flag, strip === 'Y');
      continue;
    }
    const [add = '', flags = ''] = added.split('/');
    const fits = conditionOf(condition, kind);
    affixes.push({
      flag,
      strip: orNothing(strip),
      add: orNothing(add),
      crosses,
      flags: flags === '' ? [] : flagsOf(flags),
      fits,
    });
  }
  return affixes;
}

/** `0` is nothing. */
const orNothing = (text: string): string => (text === '0' ? '' : text);

/** Letters, dots and sets of letters, at the end where the affix comes. */
function conditionOf(condition: string, kind: ClassReader['kind']): (word: string) => boolean {
  if (condition === '.') return () => true;
  if (condition.length > longestCondition) return () => false;
  const pattern = condition.replace(/\[\^?[^\][]+\]|[^]/gu, (part) =>
    part === '.' ? part : part.length > 1 && part.startsWith('[') ? setOf(part) : exactPattern(part),
  );
  const fit = new RegExp(kind === 'PFX' ? `^(?:${pattern})` : `(?:${pattern})$`, 'u');
  return (word) => fit.test(word);
}

const setOf = (set: string): string =>
  `[${set.startsWith('[^') ? '^' : ''}${exactPattern(set.replace(/^\[\^?|\]$/g, '')).replaceAll('-', '\\-')}]`;
