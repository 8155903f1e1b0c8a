/** Makes a message of the values that are put into it. */
type MessageMaker = (values: readonly string[]) => string;

/** What stands in a message where a value comes: its number, or null for the next one. */
interface Verb {
  readonly quoted: boolean;
  readonly number: number | null;
}

/**
 * Reads a message's verbs as Go's `fmt.Sprintf` does, which Vale's messages are written for: `%s`, `%v` and `%d` in turn,
 * `%q` quoted, `%[2]s` by number, `%%` a per cent sign. Verbs without a value give nothing; values without a verb are
 * ignored. Line breaks and runs of spaces become one space.
 */
export function compileMessage(message: string): MessageMaker {
  const pieces = piecesOf(message);
  return (values) => {
    let next = 0;
    let filled = '';
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        filled += piece;
        continue;
      }
      if (piece.number !== null) next = piece.number;
      const value = values[next] ?? '';
      next += 1;
      filled += piece.quoted ? JSON.stringify(value) : value;
    }
    return filled.includes('\n') || filled.includes('  ')
      ? filled.replaceAll('\n', ' ').replace(/ +/g, ' ')
      : filled;
  };
}

function piecesOf(message: string): (string | Verb)[] {
  const pieces: (string | Verb)[] = [];
  let at = 0;
  for (const found of message.matchAll(/%(?:%|(?:\[(\d+)\])?([svdq]))/g)) {
    const [whole, number, verb] = found;
    pieces.push(message.slice(at, found.index));
    pieces.push(
      verb === undefined
        ? '%'
        : { quoted: verb === 'q', number: number === undefined ? null : Number(number) - 1 },
    );
    at = found.index + whole.length;
  }
  return [...pieces, message.slice(at)].filter((piece) => piece !== '');
}

/** `'a'`, `'a' or 'b'`, `'a', 'b', or 'c'`. */
export function toSentence(options: readonly string[]): string {
  const quoted = options.map((option) => `'${option}'`);
  if (quoted.length <= 2) return quoted.join(' or ');
  return `${quoted.slice(0, -1).join(', ')}, or ${quoted.at(-1) ?? ''}`;
}

/** A sentence of options brings its own quotes: `Use '%s' instead of '%s'.` loses the first pair. */
export function withoutDoubleQuotes(message: string): string {
  for (const quoted of ["'%s'", '"%s"']) {
    if (message.split(quoted).length === 3) return message.replace(quoted, '%s');
  }
  return message;
}
