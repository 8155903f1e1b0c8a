import type { Pattern } from '../pattern.ts';
import { remembered } from '../../remembered.ts';
import { inScope, type Scopes } from './scopes.ts';
import { placedWhole, type Piece, type PlacedText } from './placed-text.ts';
import {
  readPlain,
  readSection,
  readSubject,
  type DocumentPart,
  type SectionParts,
  type TextFormat,
} from './section-parts.ts';
import { nowhereOff, readSwitches, type IsOff } from './file-switches.ts';
import { markdownSections } from './markdown-sections.ts';
import { sectionsOf, type Section } from './sections.ts';

/** What of a text is not to be looked at. */
export interface Ignores {
  /** Words and phrases (`TokenIgnores`). */
  readonly tokens: readonly Pattern[];
  /** Whole stretches (`BlockIgnores`). */
  readonly blocks: readonly Pattern[];
}
export const noIgnores: Ignores = { tokens: [], blocks: [] };

/** A section at its place in the whole text. */
interface PlacedSection {
  readonly start: number;
  readonly parts: SectionParts;
}

/** A part, and where its section begins in the whole text. */
export interface PlacedPart {
  readonly start: number;
  readonly part: DocumentPart;
}

/** A text as rules see it. */
export interface VoiceDocument {
  readonly text: string;
  readonly sections: readonly PlacedSection[];
  /** The parts in some scopes, in their order. */
  partsIn(scopes: Scopes): readonly PlacedPart[];
  /** Those of them that are the whole text, and of no section. */
  wholesIn(scopes: Scopes): readonly DocumentPart[];
  /** How many sections of each kind there are: `list`, `heading.h2`, `pre`. */
  readonly counts: ReadonlyMap<string, number>;
  /** Whether the text says of a finding that nobody wants it there. */
  readonly isOff: IsOff;
}

/** Sections that have been read before, by what they are and say: an unchanged one is the same object. */
export type SectionMemory = Map<string, SectionParts>;

export interface ReadOptions {
  readonly format: TextFormat;
  readonly ignores: Ignores;
  /** Sections of the text before this one; replaced by those of this one. */
  readonly memory?: SectionMemory;
}

export function readDocument(text: string, { format, ignores, memory }: ReadOptions): VoiceDocument {
  const raw = { scope: format === 'plain' ? 'raw.txt' : 'raw.md', placed: placedWhole(text) };
  if (format === 'plain') {
    const summary = { scope: 'summary.txt', placed: placedWhole(text) };
    const sections = [{ start: 0, parts: readPlain(text) }];
    return documentOf(text, { sections, wholes: [raw, summary], counts: new Map(), isOff: nowhereOff });
  }
  if (format === 'subject') {
    const sections = [{ start: 0, parts: readSubject(text, ignores.tokens) }];
    return documentOf(text, { sections, wholes: [raw], counts: new Map(), isOff: nowhereOff });
  }
  const looked = withoutBlocks(text, ignores.blocks);
  const found = format === 'markdown' ? markdownSections(looked) : sectionsOf(looked);
  const read = readAll(found, { text, format, ignores, memory: memory ?? new Map() });
  const sections = found.map((section, index) => ({ start: section.start, parts: read[index] ?? noParts }));
  const prose = sections.filter((_, index) => !/^(?:heading|table)/.test(found[index]?.kind ?? ''));
  const summary = { scope: 'summary.md', placed: joined(prose) };
  const isOff = format === 'markdown' ? readSwitches(found) : nowhereOff;
  return documentOf(text, { sections, wholes: [raw, summary], counts: countsOf(found), isOff });
}

function documentOf(
  text: string,
  whole: Pick<VoiceDocument, 'sections' | 'counts' | 'isOff'> & { wholes: readonly DocumentPart[] },
): VoiceDocument {
  const { sections, wholes, counts, isOff } = whole;
  const wholesIn = remembered((scopes: Scopes) => wholes.filter(({ scope }) => inScope(scopes, scope)));
  const partsIn = remembered((scopes: Scopes): PlacedPart[] => [
    ...sections.flatMap(({ start, parts }) => parts.inScopes(scopes).map((part) => ({ start, part }))),
    ...wholesIn(scopes).map((part) => ({ start: 0, part })),
  ]);
  return { text, sections, counts, isOff, wholesIn, partsIn };
}

const noParts: SectionParts = { written: '', main: null, inScopes: () => [] };

function readAll(
  found: readonly Section[],
  { text, format, ignores, memory }: Required<ReadOptions> & { text: string },
): SectionParts[] {
  const before = new Map(memory);
  memory.clear();
  return found.map((section) => {
    const { kind, level, start, source } = section;
    const written = text.slice(start, start + source.length);
    const key = `${kind}${level}\n${source}\n${written === source ? '' : written}`;
    const parts =
      memory.get(key) ??
      before.get(key) ??
      readSection(section, { format, written, ignored: ignores.tokens });
    memory.set(key, parts);
    return parts;
  });
}

/** Blocks that are not to be looked at become empty lines; every offset stays. */
const withoutBlocks = (text: string, blocks: readonly Pattern[]): string =>
  blocks.reduce(
    (left, pattern) =>
      pattern
        .all(left)
        .reduce(
          (rest, { start, end }) =>
            rest.slice(0, start) + rest.slice(start, end).replace(/[^\n]/g, ' ') + rest.slice(end),
          left,
        ),
    text,
  );

const betweenParts = '\n\n';

function joined(sections: readonly PlacedSection[]): PlacedText {
  const pieces: Piece[] = [];
  let text = '';
  for (const { start, parts } of sections) {
    if (!parts.main) continue;
    const { placed } = parts.main;
    if (text !== '') {
      pieces.push({ at: text.length, from: start, length: 0 });
      text += betweenParts;
    }
    for (const piece of placed.pieces) {
      pieces.push({ at: text.length + piece.at, from: start + piece.from, length: piece.length });
    }
    text += placed.text;
  }
  return { text, pieces };
}

function countsOf(sections: readonly Section[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, level } of sections) {
    if (kind === 'hidden') continue;
    const name = kind === 'heading' ? `heading.h${level}` : kind === 'code' ? 'pre' : kind;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
