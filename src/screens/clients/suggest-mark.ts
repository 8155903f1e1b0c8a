/** As the core takes it: two letters or digits. */
const isMark = (mark: string): boolean => /^[\p{L}\p{N}]{2}$/u.test(mark);

/**
 * Two characters of a brand's name that stand for no other client yet: the initials of its first words, else its first
 * letter with a later one, else with a digit. Empty where the name has no letter to begin with.
 */
export function suggestMark(name: string, taken: readonly string[]): string {
  const words = name.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first, ...later] = words.join('');
  if (first === undefined) return '';
  const initials = words.slice(1).map((word) => `${first}${[...word][0] ?? ''}`);
  const letters = later.map((letter) => `${first}${letter}`);
  const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => `${first}${digit}`);
  const possible = [...initials, ...letters, ...digits].filter(isMark);
  return possible.find((mark) => !taken.includes(mark)) ?? possible[0] ?? '';
}
