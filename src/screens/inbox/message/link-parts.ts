export interface TextPart {
  readonly text: string;
  /** Null for what is no link. */
  readonly href: string | null;
}

const address = /https?:\/\/[^\s<>"'()[\]{}]+(?:\([^\s()]*\)[^\s<>"'()[\]{}]*)*/gi;
/** Ends a sentence, not an address. */
const trailing = /[.,;:!?…»”’]+$/;

/** Cuts a text at its web addresses. The parts together are the text again. */
export function linkParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const found = match[0].replace(trailing, '');
    if (!URL.canParse(found)) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), href: null });
    parts.push({ text: found, href: found });
    end = match.index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}
