import type { Pattern } from '../pattern.ts';
import { remembered } from '../../remembered.ts';
import { paragraphsIn, sentencesIn } from '../sentences.ts';
import { readInline } from './inline.ts';
import { placedWhole, slicePlaced, type Piece, type PlacedText } from './placed-text.ts';
import { inScope, type Scopes } from './scopes.ts';
import type { Section } from './sections.ts';

/**
 * How a text is read: `reply` is what people send as plain words, with the marks that they put into mail; `subject` is one
 * line of words; `markdown` is a file of it; `plain` has no markup and is one piece, like Vale's `.txt`.
 */
export type TextFormat = 'reply' | 'subject' | 'markdown' | 'plain';

/** What a rule is run on: a stretch of text that is something (`text.heading.h2.md`). */
export interface DocumentPart {
  readonly scope: string;
  /** Placed in the source of its section. */
  readonly placed: PlacedText;
}

/** The parts of one section, made once, when they are asked for. */
export interface SectionParts {
  /** What was written there, with all that is not looked at. */
  readonly written: string;
  /** The section itself; null of code and of what is hidden, which no rule sees. */
  readonly main: DocumentPart | null;
  inScopes(scopes: Scopes): readonly DocumentPart[];
}

const scopeOf = ({ kind, level }: Section): string => {
  if (kind === 'heading') return `text.heading.h${level}.md`;
  return kind === 'paragraph' ? 'text.md' : `text.${kind}.md`;
};

interface SectionOptions {
  readonly format: TextFormat;
  readonly written: string;
  /** They find what is no word of the text. */
  readonly ignored: readonly Pattern[];
}

/** Reads a section of a text with markup. */
export function readSection(section: Section, { format, written, ignored }: SectionOptions): SectionParts {
  if (section.kind === 'code' || section.kind === 'hidden')
    return createParts({ written, main: null }, () => []);
  const content = contentOf(section);
  const ranges = ignored.flatMap((pattern) => pattern.all(content.text));
  const { words, links } = readInline(content.text, { format, ignored: ranges });
  const scope = scopeOf(section);
  const main = { scope, placed: through(content, words) };
  return createParts({ written, main }, () => [
    ...(section.kind === 'paragraph' ? [{ scope: `paragraph.${scope}`, placed: main.placed }] : []),
    ...sentencePartsOf(main),
    ...links.map((link) => ({ scope: 'link.md', placed: through(content, link) })),
  ]);
}

/** Reads a line that stands for itself: it has sentences, and is no paragraph. */
export function readSubject(text: string, ignored: readonly Pattern[]): SectionParts {
  const ranges = ignored.flatMap((pattern) => pattern.all(text));
  const { words } = readInline(text, { format: 'subject', ignored: ranges });
  const main = { scope: 'text.subject.md', placed: words };
  return createParts({ written: text, main }, () => sentencePartsOf(main));
}

/** Reads a whole plain text as one section. */
export function readPlain(text: string): SectionParts {
  const scope = 'text.txt';
  const main = { scope, placed: placedWhole(text) };
  return createParts({ written: text, main }, () => [
    ...paragraphsIn(text).map((paragraph) => ({
      scope: `paragraph.${scope}`,
      placed: slicePlaced(main.placed, paragraph),
    })),
    ...sentencePartsOf(main),
  ]);
}

function createParts(
  { written, main }: Pick<SectionParts, 'written' | 'main'>,
  readOthers: () => readonly DocumentPart[],
): SectionParts {
  let others: readonly DocumentPart[] | null = null;
  const inScopes = remembered((scopes: Scopes): readonly DocumentPart[] => {
    const byName = scopes.some((selectors) =>
      selectors.some(({ names }) => names.some((name) => byNameOnly.has(name))),
    );
    if (byName) others ??= readOthers();
    return [...(main ? [main] : []), ...(byName ? (others ?? []) : [])].filter(({ scope }) =>
      inScope(scopes, scope),
    );
  });
  return { written, main, inScopes };
}

const byNameOnly: ReadonlySet<string> = new Set(['paragraph', 'sentence', 'link']);

const sentencePartsOf = ({ scope, placed }: DocumentPart): DocumentPart[] =>
  sentencesIn(placed.text).map((sentence) => ({
    scope: `sentence.${scope}`,
    placed: slicePlaced(placed, sentence),
  }));

const contentOf = ({ source, content }: Section): PlacedText => ({
  text: content.map(({ from, length }) => source.slice(from, from + length)).join(''),
  pieces: content,
});

/** A text placed in a text that is placed itself. */
function through(outer: PlacedText, inner: PlacedText): PlacedText {
  const pieces = inner.pieces.flatMap(({ at, from, length }): Piece[] =>
    slicePlaced(outer, { start: from, text: outer.text.slice(from, from + length) }).pieces.map((piece) => ({
      at: at + piece.at,
      from: piece.from,
      length: piece.length,
    })),
  );
  return { text: inner.text, pieces };
}
