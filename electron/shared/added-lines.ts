const linesOf = (text: string): string[] => text.split(/\r\n?|\n/).map((line) => line.trim());

/**
 * What somebody wrote into a text that was not theirs: the lines that the original does not have, whole or as a part of
 * one of its own.
 */
export function addedLines(original: string, edited: string): string {
  const had = new Set(linesOf(original));
  return linesOf(edited)
    .filter((line) => !had.has(line) && !original.includes(line))
    .join('\n');
}
