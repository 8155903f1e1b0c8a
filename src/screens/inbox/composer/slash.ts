/** A slash at the caret, and what was typed after it. Offsets into the text. */
export interface Slash {
  readonly start: number;
  readonly end: number;
  readonly query: string;
}

const atCaret = /(?:^|\s)(\/([\p{L}\p{N}_-]{0,40}))$/u;

/** Whether the caret stands behind a slash that begins a word: a template is being looked for. */
export function slashAt(text: string, caret: number): Slash | null {
  const match = atCaret.exec(text.slice(0, caret));
  if (!match) return null;
  const [, written = '', query = ''] = match;
  return { start: caret - written.length, end: caret, query: query.toLowerCase() };
}
