import type { MatchedWord, WordPlace } from '../../../shared/templates.ts';
import { wordPlaces } from '../../../shared/templates.ts';
import type { Word } from './word-rules.ts';

/** A template as it is ranked: its words by the place where they stand. */
export interface RankedDocument<Id extends string> {
  readonly id: Id;
  readonly places: Readonly<Record<WordPlace, readonly Word[]>>;
}

export interface Rank {
  readonly score: number;
  /** What speaks for it, strongest first; their shares add up to 1. */
  readonly words: readonly MatchedWord[];
}

interface RankRequest<Id extends string> {
  readonly documents: readonly RankedDocument<Id>[];
  /** What the customer writes about. */
  readonly asked: readonly Word[];
  /** In how many of `texts` texts a word stands. */
  readonly frequency: (word: Word) => number;
  readonly texts: number;
}

/** A word in the name says more than the same word in the text. */
const weights: Readonly<Record<WordPlace, number>> = { name: 3, tags: 3, text: 1, uses: 2 };
/** The usual constants: a word's tenth mention adds little (k1); long places count less per word (b). */
const k1 = 1.2;
const b = 0.75;

/**
 * BM25F (Robertson, Zaragoza and Taylor 2004): per word, the weighted and length-normalised counts of all places are
 * added up before they saturate, and then weighed by how rare the word is. A word that is asked for twice counts once.
 */
export function rankTemplates<Id extends string>(request: RankRequest<Id>): ReadonlyMap<Id, Rank> {
  const asked = new Map(request.asked.toReversed().map((word) => [word.stem, word]));
  const lengths = averageLengths(request.documents);
  return new Map(
    request.documents.map((document) => [document.id, rankOne(document, { ...request, asked, lengths })]),
  );
}

interface Asked {
  readonly asked: ReadonlyMap<string, Word>;
  readonly lengths: Readonly<Record<WordPlace, number>>;
  readonly frequency: (word: Word) => number;
  readonly texts: number;
}

function rankOne(document: RankedDocument<string>, { asked, lengths, frequency, texts }: Asked): Rank {
  const found: { word: string; place: WordPlace; part: number }[] = [];
  const counts = wordPlaces.map((place) => ({ place, words: countOf(document.places[place], asked) }));
  const shared = new Set(counts.flatMap(({ words }) => [...words.keys()]));
  for (const stem of shared) {
    const word = asked.get(stem);
    if (!word) continue;
    const places = counts.map(({ place, words }) => {
      const length = document.places[place].length;
      const norm = 1 - b + (b * length) / Math.max(1, lengths[place]);
      return { place, weight: (weights[place] * (words.get(stem) ?? 0)) / norm };
    });
    const weight = places.reduce((total, each) => total + each.weight, 0);
    const strongest = places.reduce((best, each) => (each.weight > best.weight ? each : best));
    const part = (rarity(frequency(word), texts) * weight) / (k1 + weight);
    found.push({ word: word.written, place: strongest.place, part });
  }
  const score = found.reduce((total, { part }) => total + part, 0);
  const words = found
    .toSorted((one, other) => other.part - one.part)
    .map(({ word, place, part }) => ({ word, place, share: part / score }));
  return { score, words };
}

/** Robertson's inverse document frequency, kept above zero: ln(1 + (N - n + 0.5) / (n + 0.5)). */
const rarity = (found: number, texts: number): number =>
  Math.log(1 + (Math.max(0, texts - found) + 0.5) / (found + 0.5));

/** How often each word that is asked for stands there. */
function countOf(words: readonly Word[], asked: ReadonlyMap<string, Word>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { stem } of words) if (asked.has(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function averageLengths(documents: readonly RankedDocument<string>[]): Readonly<Record<WordPlace, number>> {
  const average = (place: WordPlace): number =>
    documents.reduce((total, document) => total + document.places[place].length, 0) /
    Math.max(1, documents.length);
  return { name: average('name'), tags: average('tags'), text: average('text'), uses: average('uses') };
}
