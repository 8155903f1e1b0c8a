export interface Token {
  readonly kind: 'number' | 'name' | 'sign';
  readonly text: string;
}

const token =
  /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_]\w*(?:\.\w+)?)|(\|\||&&|[<>=!]=|[-+*/%()<>!,]))/y;

/** The numbers, names and signs of an expression; null where there is anything else in it. */
export function tokensOf(source: string): Token[] | null {
  const trimmed = source.trim();
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < trimmed.length) {
    const found = token.exec(trimmed);
    if (!found) return null;
    const [, number, name, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}
