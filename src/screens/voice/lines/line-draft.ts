import {
  GuideLine,
  dateStyles,
  readingMetrics,
  type GuideLineKind,
} from '../../../../electron/shared/voice/guide-lines.ts';
import type { Severity } from '../../../../electron/shared/voice/rule-definition.ts';

/** A line as it is being written: what its kind asks for may be missing, or not right yet. */
export interface LineDraft {
  readonly id: number;
  readonly kind: GuideLineKind;
  readonly prose: string;
  readonly level: Severity;
  readonly channels: readonly string[];
  readonly locales: readonly string[];
  readonly [field: string]: unknown;
}

/** How a field is filled in. */
export type LineField =
  | { readonly name: string; readonly type: 'text' | 'long-text' | 'phrases' | 'time' }
  | { readonly name: string; readonly type: 'number'; readonly optional?: boolean }
  | { readonly name: string; readonly type: 'choice'; readonly choices: readonly string[] };

/** What each kind asks for beside its prose. */
export const lineFields: Readonly<Record<GuideLineKind, readonly LineField[]>> = {
  sounds: [{ name: 'text', type: 'long-text' }],
  'sounds-not': [
    { name: 'text', type: 'text' },
    { name: 'instead', type: 'text' },
  ],
  greeting: [
    { name: 'texts', type: 'phrases' },
    { name: 'from', type: 'time' },
    { name: 'to', type: 'time' },
  ],
  'sign-off': [
    { name: 'texts', type: 'phrases' },
    { name: 'from', type: 'time' },
    { name: 'to', type: 'time' },
  ],
  formality: [{ name: 'address', type: 'choice', choices: ['formal', 'informal'] }],
  term: [
    { name: 'avoid', type: 'phrases' },
    { name: 'use', type: 'text' },
  ],
  promise: [{ name: 'texts', type: 'phrases' }],
  emoji: [{ name: 'most', type: 'number' }],
  exclamation: [{ name: 'most', type: 'number' }],
  'sentence-length': [{ name: 'most', type: 'number' }],
  'message-length': [
    { name: 'least', type: 'number', optional: true },
    { name: 'most', type: 'number', optional: true },
  ],
  'reading-grade': [
    { name: 'metric', type: 'choice', choices: readingMetrics },
    { name: 'most', type: 'number' },
  ],
  apology: [
    { name: 'texts', type: 'phrases' },
    { name: 'most', type: 'number' },
  ],
  date: [{ name: 'style', type: 'choice', choices: dateStyles }],
  number: [{ name: 'decimal', type: 'choice', choices: ['.', ','] }],
  product: [
    { name: 'name', type: 'text' },
    { name: 'wrong', type: 'phrases' },
  ],
  'left-over': [],
};

const emptyOf = (field: LineField): unknown => {
  switch (field.type) {
    case 'phrases':
      return [];
    case 'number':
      return field.optional ? null : 0;
    case 'time':
      return null;
    case 'choice':
      return field.choices[0] ?? '';
    case 'text':
    case 'long-text':
      return '';
  }
};

/** Numbers that a new line of a kind begins with. */
const usual: Readonly<Partial<Record<GuideLineKind, Readonly<Record<string, unknown>>>>> = {
  'sentence-length': { most: 25 },
  'message-length': { most: 150 },
  'reading-grade': { most: 9 },
  apology: { most: 1 },
  exclamation: { most: 1 },
};

export function newLine(lines: readonly LineDraft[], kind: GuideLineKind): LineDraft {
  const fields = Object.fromEntries(lineFields[kind].map((field) => [field.name, emptyOf(field)]));
  const common = { prose: '', level: 'warning' as const, channels: [], locales: [] };
  return { ...fields, ...usual[kind], ...common, id: freeId(lines), kind };
}

/** Ids are never given twice within what a guide has now; the least that is free. */
export function freeId(lines: readonly LineDraft[]): number {
  const taken = new Set(lines.map(({ id }) => id));
  let id = 1;
  while (taken.has(id)) id += 1;
  return id;
}

/** Those that say all that their kind asks for. */
export const wholeLines = (lines: readonly LineDraft[]): GuideLine[] =>
  lines.flatMap((line) => {
    const read = GuideLine.safeParse(line);
    return read.success ? [read.data] : [];
  });

export const isWhole = (line: LineDraft): boolean => GuideLine.safeParse(line).success;
