import type { Condition, Test } from '../../../electron/shared/automations.ts';

export const joins = ['all', 'any', 'none'] as const;
export type Join = (typeof joins)[number];

/** A condition as it is put together on the screen: groups, and tests that may be turned round. */
export type Node = Group | { readonly kind: 'test'; readonly not: boolean; readonly test: Test };
export interface Group {
  readonly kind: 'group';
  readonly join: Join;
  readonly of: readonly Node[];
}

/** The outermost is always a group, so that something can be added. */
export function groupOf(condition: Condition): Group {
  const node = nodeOf(condition);
  return node.kind === 'group' ? node : { kind: 'group', join: 'all', of: [node] };
}

function nodeOf(condition: Condition): Node {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { kind: 'group', join: condition.kind, of: condition.of.map(nodeOf) };
    case 'not':
      return turned(nodeOf(condition.of));
    default:
      return { kind: 'test', not: false, test: condition };
  }
}

/** None of them is not any of them; whatever else is turned round stands alone in such a group. */
function turned(node: Node): Node {
  if (node.kind === 'test') return { ...node, not: !node.not };
  return node.join === 'any' ? { ...node, join: 'none' } : { kind: 'group', join: 'none', of: [node] };
}

export function conditionOf(node: Node): Condition {
  if (node.kind === 'test') return node.not ? { kind: 'not', of: node.test } : node.test;
  const of = node.of.map(conditionOf);
  return node.join === 'none' ? { kind: 'not', of: { kind: 'any', of } } : { kind: node.join, of };
}
