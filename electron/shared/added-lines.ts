const linesOf = (text: string): string[] => text.split(/\r\n?|\n/).map((line) => line.trim());

/** Whether a line is somebody's own: a text does not have it, whole or as words of one of its lines. */
export function createAdded(original: string): (line: string) => boolean {
  const had = new Set(linesOf(original));
  return (line) => {
    const words = line.trim();
    return words !== '' && !had.has(words) && !holdsWords(original, words);
  };
}

/**
 * What somebody wrote into a text that was not theirs: the lines that the original does not have, whole or as a part of
 * one of its own.
 */
export function addedLines(original: string, edited: string): string {
  return linesOf(edited).filter(createAdded(original)).join('\n');
}

const inWord = /[\p{L}\p{N}]/u;

/** Whether a place of a text has letters or digits on both sides. */
export const isInsideWord = (text: string, at: number): boolean =>
  inWord.test(text.charAt(at - 1)) && inWord.test(text.charAt(at));

/** Whether words stand in a text just so, neither begun nor ended in the middle of one of its own. */
export function holdsWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    if (!isInsideWord(text, at) && !isInsideWord(text, at + words.length)) return true;
  return false;
}
