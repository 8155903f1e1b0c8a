import { compilePattern } from './pattern.ts';

/** How a vocabulary writes a word: as its term, where the two differ in case only, or as it stands where a term's pattern fits. */
export function compileVocabulary(terms: readonly string[]): (word: string) => string | null {
  const plain = new Map(terms.map((term) => [term.toLowerCase(), term]));
  const patterns = terms
    .filter((term) => /[^\p{L}\p{N}\s'’-]/u.test(term))
    .map((term) => compilePattern(term));
  const parts = terms.filter((term) => !/[^\p{L}\p{N}\s'’-]/u.test(term));
  return (word) => {
    const own = plain.get(word.toLowerCase());
    if (own !== undefined) return own;
    const fits = parts.some((part) => word.includes(part)) || patterns.some((pattern) => pattern.test(word));
    return fits ? word : null;
  };
}

/** Keeps what the prefix matches as it is and writes the rest. */
export function compilePrefix(source: string): (text: string, write: (rest: string) => string) => string {
  if (source === '') return (text, write) => write(text);
  const pattern = compilePattern(source);
  return (text, write) => {
    const [found] = pattern.all(text);
    if (found?.start !== 0) return write(text);
    return found.text + write(text.slice(found.end));
  };
}
