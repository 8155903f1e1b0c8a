import { useCallback, useState } from 'react';

/** A browser's event or React's. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'preventDefault' | 'stopPropagation'>;

export interface ListCursor {
  /** -1 before it was moved. */
  readonly index: number;
  move(by: number): void;
  set(index: number): void;
  onKeyDown(event: KeyPress): void;
}

interface ListCursorOptions<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** The cursor follows this one, when it changes. */
  readonly follow: string | null;
  readonly open: (item: Item) => void;
}

/** A place in a list that stays on its item while the list changes around it. */
export function useListCursor<Item>({ items, keyOf, follow, open }: ListCursorOptions<Item>): ListCursor {
  const [key, setKey] = useState<string | null>(follow);
  const [followed, setFollowed] = useState(follow);
  if (follow !== followed) {
    setFollowed(follow);
    if (follow !== null) setKey(follow);
  }
  const index = key === null ? -1 : items.findIndex((item) => keyOf(item) === key);
  const set = useCallback(
    (to: number) => {
      const item = items[Math.max(0, Math.min(to, items.length - 1))];
      if (item) setKey(keyOf(item));
    },
    [items, keyOf],
  );
  const move = (by: number) => set(index < 0 ? 0 : index + by);
  const onKeyDown = (event: KeyPress) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const by = moves[event.key];
    const item = items[index];
    if (by !== undefined) move(by);
    else if (event.key === 'Home') set(0);
    else if (event.key === 'End') set(items.length - 1);
    else if (event.key === 'Enter' && item) open(item);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { index, move, set, onKeyDown };
}
