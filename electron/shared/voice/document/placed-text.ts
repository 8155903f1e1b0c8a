/** A stretch of a placed text that stands as it is in its source. Lengths are equal. */
export interface Piece {
  /** UTF-16 offset in the placed text. */
  readonly at: number;
  /** UTF-16 offset in the source. */
  readonly from: number;
  readonly length: number;
}

/** A text that was read out of a larger one, with markup left out: it knows where each of its letters came from. */
export interface PlacedText {
  readonly text: string;
  /** In order; together they are the whole text. */
  readonly pieces: readonly Piece[];
}

export const placedWhole = (text: string, from = 0): PlacedText => ({
  text,
  pieces: [{ at: 0, from, length: text.length }],
});

/** Where a stretch of the placed text stands in the source: from its first letter to its last, whatever is between. */
export function sourceRange(
  { pieces }: PlacedText,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  const first = pieceAt(pieces, start);
  if (end <= start) return { start: offsetIn(first, start), end: offsetIn(first, start) };
  const last = pieceAt(pieces, end - 1);
  return { start: offsetIn(first, start), end: offsetIn(last, end - 1) + 1 };
}

const offsetIn = (piece: Piece | undefined, offset: number): number =>
  piece ? piece.from + Math.min(offset - piece.at, piece.length) : 0;

/** The last piece that begins at or before an offset, by halving; the first where there is none. */
function indexAt(pieces: readonly Piece[], offset: number): number {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const pieceAt = (pieces: readonly Piece[], offset: number): Piece | undefined =>
  pieces[indexAt(pieces, offset)];

/** A stretch of a placed text, still knowing where it came from. */
export function slicePlaced(whole: PlacedText, { start, text }: { start: number; text: string }): PlacedText {
  const end = start + text.length;
  const first = indexAt(whole.pieces, start);
  const last = indexAt(whole.pieces, Math.max(start, end - 1));
  const pieces = whole.pieces.slice(first, last + 1).flatMap(({ at, from, length }): Piece[] => {
    const low = Math.max(at, start);
    const high = Math.min(at + length, end);
    return low < high ? [{ at: low - start, from: from + low - at, length: high - low }] : [];
  });
  return {
    text,
    pieces:
      pieces.length > 0
        ? pieces
        : [{ at: 0, from: sourceRange(whole, { start, end: start }).start, length: 0 }],
  };
}
