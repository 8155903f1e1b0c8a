import { folded } from './needed-literals.ts';

/** Finds which of many words a text holds, in one pass (Aho and Corasick, 1975). */
export interface LiteralSearch {
  /** The numbers of the owners whose literals are in the text, each once. */
  ownersIn(text: string): readonly number[];
}

interface Node {
  readonly next: Map<number, Node>;
  /** Where to go on when no next letter fits; the root's is null. */
  fallback: Node | null;
  /** Owners of the literals that end here, or at a fallback of this node. */
  owners: number[];
}

const makeNode = (): Node => ({ next: new Map(), fallback: null, owners: [] });

/** `literals` are folded already; each has an owner. */
export function createLiteralSearch(
  literals: readonly (readonly [literal: string, owner: number])[],
): LiteralSearch {
  const root = makeNode();
  for (const [literal, owner] of literals) nodeOf(root, literal).owners.push(owner);
  linkFallbacks(root);
  /** When each owner was last found, by the number of the search: nothing has to be cleared between two. */
  const foundAt = new Uint32Array(literals.reduce((most, [, owner]) => Math.max(most, owner + 1), 0));
  let searches = 0;

  return {
    ownersIn(text) {
      const found: number[] = [];
      const searched = folded(text);
      searches += 1;
      let node = root;
      for (let at = 0; at < searched.length; at += 1) {
        node = follow(node, searched.charCodeAt(at)) ?? root;
        if (node.owners.length === 0) continue;
        for (const owner of node.owners) {
          if (foundAt[owner] === searches) continue;
          foundAt[owner] = searches;
          found.push(owner);
        }
      }
      return found;
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

function follow(from: Node, code: number): Node | null {
  for (let node: Node | null = from; node; node = node.fallback) {
    const next = node.next.get(code);
    if (next) return next;
  }
  return null;
}

/** Breadth first: a node's fallback is nearer to the root and has been linked before. */
function linkFallbacks(root: Node): void {
  const queue: Node[] = [root];
  for (const node of queue) {
    for (const [code, next] of node.next) {
      next.fallback = (node.fallback && follow(node.fallback, code)) ?? root;
      next.owners = [...new Set([...next.owners, ...next.fallback.owners])];
      queue.push(next);
    }
  }
}
