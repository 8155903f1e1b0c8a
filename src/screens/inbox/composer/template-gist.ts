/** A run of a template's text; or the name of what will stand there. */
export interface GistPart {
  readonly text: string;
  readonly isName: boolean;
}

const token = /\{\{-?(?<output>[\s\S]*?)-?\}\}|\{%-?\s*(?<tag>[\w#]+)[\s\S]*?-?%\}/gu;

/** A block that is open: whether what stands in it now is left out. */
interface Block {
  readonly isLeftOut: boolean;
  /** One of its ways was told already. */
  readonly isTold: boolean;
}

/**
 * What a template says before anybody has filled it, in one line of at most `length` characters: its variables by the names
 * that its editor gives them, and of what it says in one case or another the first.
 */
export function gistOf(source: string, length: number): GistPart[] {
  const parts: GistPart[] = [];
  let blocks: readonly Block[] = [];
  let left = length;
  const tell = (words: string, isName: boolean) => {
    if (blocks.some(({ isLeftOut }) => isLeftOut)) return;
    const text = words.slice(0, left);
    left -= text.length;
    if (text !== '') parts.push({ text, isName });
  };
  let end = 0;
  for (const { index, 0: all, groups } of source.matchAll(token)) {
    tell(inOneLine(source.slice(end, index)), false);
    end = index + all.length;
    if (groups?.['tag'] !== undefined) blocks = after(blocks, groups['tag']);
    else tell(nameIn(groups?.['output'] ?? ''), true);
  }
  tell(inOneLine(source.slice(end)), false);
  return parts;
}

/** The blocks that are open behind a tag. */
function after(blocks: readonly Block[], tag: string): readonly Block[] {
  if (tag === 'if' || tag === 'unless') return [...blocks, { isLeftOut: false, isTold: true }];
  if (tag === 'case') return [...blocks, { isLeftOut: true, isTold: false }];
  if (tag === 'comment') return [...blocks, { isLeftOut: true, isTold: true }];
  if (tag.startsWith('end')) return blocks.slice(0, -1);
  const block = blocks.at(-1);
  if (!block || !['else', 'elsif', 'when'].includes(tag)) return blocks;
  return [...blocks.slice(0, -1), { isLeftOut: block.isTold, isTold: true }];
}

/** `customer.first_name | default: "there"` is about `customer.first_name`. */
const nameIn = (output: string): string => (output.split('|')[0] ?? '').trim();

const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');
