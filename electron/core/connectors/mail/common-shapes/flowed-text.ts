/**
 * Joins the lines of flowed text (RFC 3676, 4): one that ends in a space goes on, but for the signature's `-- `; the
 * space that stuffs a line's beginning goes. Takes and gives one character a byte.
 */
export function joinFlowedLines(text: string, deletesSpace: boolean): string {
  const paragraphs: string[] = [];
  /** Of the paragraph, none of them empty: to join it for every line would take a quadratic time. */
  let pieces: string[] = [];
  let length = 0;
  const add = (piece: string) => {
    if (piece !== '') pieces.push(piece);
    length += piece.length;
  };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const last = pieces.at(-1) ?? '';
    const isSignature = length === 3 && pieces.join('') === '-- ';
    const goesOn = last.endsWith(' ') && !isSignature;
    if (goesOn && deletesSpace) {
      pieces.pop();
      length -= last.length;
      add(last.slice(0, -1));
    } else if (!goesOn) {
      if (index > 0) paragraphs.push(pieces.join(''));
      pieces = [];
      length = 0;
    }
    add(line);
  }
  if (length > 0) paragraphs.push(pieces.join(''));
  return paragraphs.join('\n').replaceAll(/^ /gm, '');
}
