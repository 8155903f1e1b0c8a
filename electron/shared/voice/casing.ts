/** The first character in upper case. */
export const capitalised = (text: string): string => {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return text === '' ? '' : first.toUpperCase() + text.slice(first.length);
};

/** Gives a replacement the case of what it replaces: `A-OK` for `a ok` is `a-ok`, for `A OK` `A-OK`. */
export function recased(replacement: string, observed: string): string {
  const letters = observed.match(/\p{L}/gu)?.join('') ?? '';
  if (letters === '') return replacement;
  if (letters === letters.toLowerCase()) return replacement.toLowerCase();
  if (letters.length > 1 && letters === letters.toUpperCase()) return replacement.toUpperCase();
  return observed === capitalised(observed) ? capitalised(replacement) : replacement;
}

/** Words in lower case with one space between them, of `camelCase`, `snake_case` and `kebab-case`. */
export const simpleCase = (text: string): string =>
  text
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-\s]+/g, ' ')
    .trim()
    .toLowerCase();
