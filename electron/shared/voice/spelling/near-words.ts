import { beginning, type WordTrie } from './word-trie.ts';

/** What it costs to have meant another letter; letters are UTF-16 code units. 100 is any one change. */
export interface EditCosts {
  /** A letter was forgotten. */
  forgotten(letter: number): number;
  /** A letter is too many; `before` stands before it, 0 at the beginning. */
  tooMany(letter: number, before: number): number;
  replaced(written: number, meant: number): number;
  /** Two neighbours changed places. */
  readonly swapped: number;
}

export interface NearWord {
  readonly word: string;
  readonly cost: number;
}

/**
 * The words nearest to one that is none, best first: by the least sum of costs that leads from the one to the other
 * (Damerau, 1964, restricted to neighbours), then by how long they begin alike. None that costs more than `limit`.
 */
export function nearWords(
  trie: WordTrie,
  written: string,
  { costs, most, limit }: { costs: EditCosts; most: number; limit: number },
): NearWord[] {
  const letters = Array.from({ length: written.length }, (_, at) => written.charCodeAt(at));
  const found: NearWord[] = [];
  let dearest = limit;

  function keep(word: string, cost: number): void {
    found.push({ word, cost });
    found.sort((a, b) => a.cost - b.cost || alike(b.word) - alike(a.word) || (a.word < b.word ? -1 : 1));
    if (found.length <= most) return;
    found.length = most;
    dearest = found.at(-1)?.cost ?? limit;
  }
  const alike = (word: string): number => {
    let at = 0;
    while (at < word.length && word[at] === written[at]) at += 1;
    return at;
  };
  /** `row[i]` is what it costs to have meant `word` where the first `i` letters are written; `above` is the row before. */
  function walk(node: number, { word, row, above }: { word: string; row: number[]; above: number[] }): void {
    const cost = row.at(-1) ?? limit;
    if (trie.endsAt(node) && cost <= dearest) keep(word, cost);
    const last = word === '' ? 0 : word.charCodeAt(word.length - 1);
    trie.forEachNext(node, (letter, behind) => {
      const below = nextRow({ letter, last, row, above });
      if (Math.min(...below) <= dearest)
        walk(behind, { word: word + String.fromCharCode(letter), row: below, above: row });
    });
  }
  function nextRow(step: { letter: number; last: number; row: number[]; above: number[] }): number[] {
    const { letter, last, row, above } = step;
    const forgotten = costs.forgotten(letter);
    const below = [(row[0] ?? 0) + forgotten];
    for (const [index, own] of letters.entries()) {
      const before = letters[index - 1] ?? 0;
      const swapped = own === last && before === letter ? (above[index - 1] ?? Infinity) : Infinity;
      below.push(
        Math.min(
          (row[index + 1] ?? 0) + forgotten,
          (below[index] ?? 0) + costs.tooMany(own, before),
          (row[index] ?? 0) + (own === letter ? 0 : costs.replaced(own, letter)),
          swapped + costs.swapped,
        ),
      );
    }
    return below;
  }

  const first = [0];
  for (const [index, own] of letters.entries())
    first.push((first[index] ?? 0) + costs.tooMany(own, letters[index - 1] ?? 0));
  walk(beginning, { word: '', row: first, above: [] });
  return found;
}
