/**
 * Fills a message's verbs as Go's `fmt.Sprintf` does, which Vale's messages are written for: `%s`, `%v` and `%d` in turn,
 * `%q` quoted, `%[2]s` by number, `%%` a per cent sign. Verbs without a value give nothing; values without a verb are
 * ignored. Line breaks and runs of spaces become one space.
 */
export function formatMessage(message: string, values: readonly string[]): string {
  let next = 0;
  const filled = message.replace(
    /%(?:%|(?:\[(\d+)\])?([svdq]))/g,
    (_, number: string | undefined, verb: string | undefined) => {
      if (verb === undefined) return '%';
      if (number !== undefined) next = Number(number) - 1;
      const value = values[next] ?? '';
      next += 1;
      return verb === 'q' ? JSON.stringify(value) : value;
    },
  );
  return filled.replaceAll('\n', ' ').replace(/ +/g, ' ');
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
