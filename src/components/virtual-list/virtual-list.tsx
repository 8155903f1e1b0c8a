import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { usePainted } from '../after-paint/after-paint.tsx';
import classes from './virtual-list.module.css';

interface VirtualListProps<Item> {
  readonly label: string;
  /** The box itself, for whoever brings the keyboard into it. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly render: (item: Item) => ReactNode;
  /** Pixels; every row has the same height. */
  readonly rowHeight: number;
  /** Where the cursor stands, or -1. */
  readonly cursor: number;
  readonly isSelected: (item: Item) => boolean;
  readonly onOpen: (item: Item) => void;
  /** A click with Shift, or with Ctrl or Cmd: the row is chosen, not opened. */
  readonly onChoose?: (item: Item, how: 'range' | 'toggle') => void;
  /** The pointer came onto it. */
  readonly onPoint?: (item: Item) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** The end of what is loaded comes into sight. */
  readonly onEnd: () => void;
}

/** Rows beyond the window that are drawn ahead of the scroll, once those in it are on the screen. */
const overscan = 8;
/** As tall as the last list was: what is drawn first is drawn once. */
let lastHeight = window.innerHeight;

/** A long list of equal rows, of which only the visible ones exist; a list box to a screen reader. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { box, items, keyOf, rowHeight, cursor, onEnd } = props;
  const isPainted = usePainted();
  const list = useVirtualizer({
    initialRect: { width: 0, height: lastHeight },
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const item = items[index];
      return item ? keyOf(item) : index;
    },
    overscan: isPainted ? overscan : 0,
  });
  const drawn = list.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  const atEnd = items.length > 0 && last >= items.length - overscan;

  useMeasured(list, rowHeight);
  useEffect(() => {
    lastHeight = list.scrollRect?.height ?? lastHeight;
  });
  useEffect(() => {
    if (atEnd) onEnd();
  }, [atEnd, items.length, onEnd]);
  useEffect(() => {
    if (cursor >= 0) list.scrollToIndex(cursor, { align: 'auto' });
  }, [list, cursor]);

  const rowId = (index: number) => `${props.label}-${index}`.replaceAll(/\s/g, '-');
  return (
    <div
      ref={box}
      className={classes['scroller']}
      role="listbox"
      tabIndex={0}
      data-autofocus
      aria-label={props.label}
      aria-activedescendant={cursor >= 0 ? rowId(cursor) : undefined}
      onKeyDown={props.onKeyDown}
    >
      <div role="presentation" className={classes['space']} style={{ height: list.getTotalSize() }}>
        {drawn.map((row) => {
          const item = items[row.index];
          if (!item) return null;
          return (
            <div
              key={row.key}
              id={rowId(row.index)}
              role="option"
              className={classes['row']}
              aria-selected={props.isSelected(item)}
              aria-posinset={row.index + 1}
              aria-setsize={items.length}
              data-cursor={row.index === cursor || undefined}
              style={{ height: rowHeight, transform: `translateY(${row.start}px)` }}
              onClick={(event) => {
                if (props.onChoose && event.shiftKey) props.onChoose(item, 'range');
                else if (props.onChoose && (event.ctrlKey || event.metaKey)) props.onChoose(item, 'toggle');
                else props.onOpen(item);
              }}
              onMouseDown={(event) => {
                // A range of rows is chosen, not their text.
                if (props.onChoose && event.shiftKey) event.preventDefault();
              }}
              onPointerEnter={() => props.onPoint?.(item)}
            >
              {props.render(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Rows of another height stand elsewhere. */
function useMeasured(list: { measure(): void }, rowHeight: number): void {
  const measured = useRef(rowHeight);
  useEffect(() => {
    if (measured.current === rowHeight) return;
    measured.current = rowHeight;
    list.measure();
  }, [list, rowHeight]);
}
