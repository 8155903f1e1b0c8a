export interface TextPart {
  /** UTF-16 offset of the part in the whole. */
  readonly start: number;
  readonly text: string;
}

const partsOf: Readonly<Record<string, (text: string) => TextPart[]>> = {
  text: whole,
  txt: whole,
  raw: whole,
  paragraph: (text) => [...text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g)].map(toPart),
  sentence: sentences,
};

function whole(text: string): TextPart[] {
  return [{ start: 0, text }];
}

function sentences(text: string): TextPart[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ index, segment }) => ({
    start: index,
    text: segment.trimEnd(),
  }));
}

const toPart = (found: RegExpExecArray): TextPart => ({ start: found.index, text: found[0] });

/**
 * The parts of a plain text that a rule's scopes ask for. Scopes of markup (`heading`, `table.cell`, `link`) have none
 * here; their negations (`~code`) mean the whole text.
 */
export function partsInScope(text: string, scopes: readonly string[]): TextPart[] {
  for (const scope of scopes.length === 0 ? ['text'] : scopes) {
    const selectors = scope.split('&').map((selector) => selector.trim());
    const parts = selectors.map((selector) => partsOfSelector(text, selector));
    const narrowest = parts.toSorted((a, b) => b.length - a.length)[0];
    if (narrowest && parts.every((some) => some.length > 0)) return narrowest;
  }
  return [];
}

function partsOfSelector(text: string, selector: string): TextPart[] {
  const base = selector.replace(/^~/, '').split('.')[0] ?? '';
  const parts = partsOf[base];
  if (selector.startsWith('~')) return parts ? [] : whole(text);
  return parts?.(text) ?? [];
}
