import { folded } from './needed-literals.ts';

/** Finds which of many words a text holds. */
export interface LiteralSearch {
  /** The numbers of the owners whose literals are in the text, each once. */
  ownersIn(text: string): readonly number[];
}

/** What has been read of a word; words of the same beginning share it. */
interface Node {
  readonly next: Map<number, Node>;
  /** Owners of the literals that end here. */
  readonly owners: number[];
}

const makeNode = (): Node => ({ next: new Map(), owners: [] });

/** A table that a processor keeps at hand: in it nearly every place of a text is told to begin no word. */
const slots = 0x8000;
const slotAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) % slots;

/** `literals` are folded already and of three letters at least; each has an owner. */
export function createLiteralSearch(
  literals: readonly (readonly [literal: string, owner: number])[],
): LiteralSearch {
  const root = makeNode();
  const begins = new Uint8Array(slots);
  for (const [literal, owner] of literals) {
    nodeOf(root, literal).owners.push(owner);
    begins[slotAt(literal, 0)] = 1;
  }

  return {
    ownersIn(text) {
      const found = new Set<number>();
      const searched = folded(text);
      for (let at = 0; at + 2 < searched.length; at += 1) {
        if (begins[slotAt(searched, at)] === 0) continue;
        let node = root.next.get(searched.charCodeAt(at));
        for (let next = at + 1; node; next += 1) {
          for (const owner of node.owners) found.add(owner);
          node = node.next.get(searched.charCodeAt(next));
        }
      }
      return [...found];
    },
  };
}

function nodeOf(root: Node, literal: string): Node {
  let node = root;
  for (let at = 0; at < literal.length; at += 1) {
    const code = literal.charCodeAt(at);
    const next = node.next.get(code) ?? makeNode();
    node.next.set(code, next);
    node = next;
  }
  return node;
}
