import { canonical, isBesideText, strokesOf, type Keys } from './stroke-rules.ts';
import type { Bindings } from './key-sets.ts';

/** Two actions that want the same keys, or one of which is the beginning of the other's. */
interface Conflict {
  readonly one: string;
  readonly other: string;
  readonly keys: Keys;
}

const collide = (one: Keys, other: Keys): boolean =>
  one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);

/** Every pair once. */
export function conflictsOf(bindings: Bindings): Conflict[] {
  const all = Object.entries(bindings).flatMap(([id, list]) =>
    list.map((keys) => ({ id, keys: canonical(keys) })),
  );
  return all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter((b) => a.id !== b.id && collide(a.keys, b.keys))
      .map((b) => ({ one: a.id, other: b.id, keys: a.keys })),
  );
}

/** Why keys can't be given to an action at all: they move the focus or operate what has it, or they would be text. */
type Refusal = 'reserved' | 'text';

const reserved: ReadonlySet<string> = new Set(
  'Tab Shift+Tab Enter Space Backspace Delete ArrowUp ArrowDown ArrowLeft ArrowRight Home End PageUp PageDown Mod+C Mod+V Mod+X Mod+A'.split(
    ' ',
  ),
);
/** These are wanted while somebody writes. */
const fromText: ReadonlySet<string> = new Set(['send', 'send-resolve', 'palette', 'leave']);

export function refusalOf(id: string, keys: Keys): Refusal | null {
  const strokes = strokesOf(canonical(keys));
  if (strokes.some((stroke) => reserved.has(stroke))) return 'reserved';
  const isText = strokes.some((stroke) => !isBesideText(stroke));
  return fromText.has(id) && isText ? 'text' : null;
}

/** Gives keys to an action; whoever had them, or a beginning of them, loses them where `take` says so. */
export function rebind(
  bindings: Bindings,
  { id, keys, take }: { id: string; keys: Keys; take: boolean },
): Bindings {
  const wanted = canonical(keys);
  const others = Object.entries(bindings).map(([each, list]) => [
    each,
    take && each !== id ? list.filter((one) => !collide(canonical(one), wanted)) : list,
  ]);
  return { ...Object.fromEntries(others), [id]: [wanted] };
}
