/** A name that is being typed behind an `@`. Offsets into the text; `query` in lower case. */
interface TypedMention {
  readonly start: number;
  readonly end: number;
  readonly query: string;
}

/** Names have spaces, and none is longer than this. */
const atCaret = /(?:^|[^\p{L}\p{N}\p{M}])(@([\p{L}\p{N}\p{M}'’.\- ]{0,60}))$/u;

/** Whether the caret stands behind an `@` that begins a name. */
export function mentionAt(text: string, caret: number): TypedMention | null {
  const match = atCaret.exec(text.slice(0, caret));
  if (!match) return null;
  const [, written = '', query = ''] = match;
  return { start: caret - written.length, end: caret, query: query.toLowerCase() };
}

/** Whether a name, or one of its later words, begins with what was typed. */
export function isMeant(name: string, query: string): boolean {
  const folded = name.toLowerCase();
  return folded.startsWith(query) || (query.trim() !== '' && folded.includes(` ${query}`));
}

/** The text with the whole name in the place of what was typed of it, and where the caret stands then. */
export function withMention(
  text: string,
  { start, end, name }: Pick<TypedMention, 'start' | 'end'> & { readonly name: string },
): { readonly text: string; readonly caret: number } {
  const written = `@${name} `;
  const rest = text.slice(end).replace(/^ /, '');
  return { text: text.slice(0, start) + written + rest, caret: start + written.length };
}
