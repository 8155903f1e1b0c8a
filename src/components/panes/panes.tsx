import { CloseButton, Splitter } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import classes from './panes.module.css';
import { useKeyboardOver } from './use-keyboard-over.ts';

type Sizes = NonNullable<React.ComponentProps<typeof Splitter>['sizes']>;

interface PanesProps {
  /** Sizes are remembered under this name. */
  readonly name: string;
  readonly start: ReactNode;
  readonly children: ReactNode;
  readonly end?: ReactNode;
  /** How wide the end is before anybody has moved it. */
  readonly endSize?: `${number}px`;
  /** In a narrow window the sides slide over the middle; these say which of them is out. */
  readonly startOut: boolean;
  readonly endOut: boolean;
  readonly close: () => void;
  readonly closeLabel: string;
}

/** Below this width the sides slide over. */
const narrow = '(width < 1100px)';
export const useNarrow = (): boolean => useMediaQuery(narrow, false, { getInitialValueInEffect: false });

/**
 * List, work, evidence: side by side and resizable where there is room. The middle stays the same element whatever stands
 * beside it: what is being written in it survives every change of the window.
 */
export function Panes(props: PanesProps) {
  const { name, start, children, end, endSize = '280px', startOut, endOut, close, closeLabel } = props;
  const isNarrow = useNarrow();
  const beside = isNarrow ? undefined : end;
  const arrangement = `${name}-${beside ? 'three' : 'two'}`;
  const side = isNarrow ? sideOf({ startOut, endOut }) : null;
  const over = useRef<HTMLDivElement>(null);
  const middle = useRef<HTMLDivElement>(null);
  useKeyboardOver({ side, over, middle, close });
  const { sizes, resize } = useSizes(arrangement, initialSizes(beside ? endSize : null));
  return (
    <div className={classes['panes']}>
      <Splitter
        className={classes['splitter'] ?? ''}
        mod={{ narrow: isNarrow }}
        inert={side !== null}
        sizes={sizes}
        onSizeChange={resize}
        onResizeEnd={(_, resized) => localStorage.setItem(storageKey(arrangement), JSON.stringify(resized))}
        lineSize={1}
        withHandle={false}
        step="16px"
        shiftStep="64px"
        classNames={{ pane: classes['pane'] ?? '', handle: classes['handle'] ?? '' }}
      >
        <Splitter.Pane className={classes['start'] ?? ''} defaultSize="360px" min="280px" max="560px">
          {!isNarrow && start}
        </Splitter.Pane>
        <Splitter.Pane ref={middle} defaultSize={100} min="440px" {...(isNarrow && { tabIndex: -1 })}>
          {children}
        </Splitter.Pane>
        {beside ? (
          <Splitter.Pane defaultSize={endSize} min="220px" max="480px">
            {beside}
          </Splitter.Pane>
        ) : null}
      </Splitter>
      {side && (
        <>
          <div className={classes['shade']} aria-hidden="true" onClick={close} />
          <div ref={over} className={classes['over']} data-side={side}>
            <CloseButton className={classes['close']} aria-label={closeLabel} onClick={close} />
            {side === 'start' ? start : end}
          </div>
        </>
      )}
    </div>
  );
}

const sideOf = ({ startOut, endOut }: Pick<PanesProps, 'startOut' | 'endOut'>): 'start' | 'end' | null =>
  startOut ? 'start' : endOut ? 'end' : null;

/** Two panes and three are sized apart, each as it was left. */
function useSizes(arrangement: string, initial: Sizes) {
  const [resized, setResized] = useState<Readonly<Record<string, Sizes>>>({});
  const kept = useMemo(() => remembered(arrangement), [arrangement]);
  return {
    sizes: resized[arrangement] ?? kept ?? initial,
    resize: (sizes: Sizes) => setResized({ ...resized, [arrangement]: sizes }),
  };
}

const initialSizes = (end: `${number}px` | null): Sizes => (end ? ['360px', 100, end] : ['360px', 100]);
const storageKey = (name: string) => `liaison.panes.${name}`;

function remembered(name: string): Sizes | null {
  const kept: unknown = JSON.parse(localStorage.getItem(storageKey(name)) ?? 'null');
  return Array.isArray(kept) ? (kept as Sizes) : null;
}
