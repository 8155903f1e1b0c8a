import { CloseButton, Splitter } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import classes from './panes.module.css';

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

/** List, work, evidence: side by side and resizable where there is room. */
export function Panes(props: PanesProps) {
  const { name, start, children, end, endSize, startOut, endOut, close, closeLabel } = props;
  const isNarrow = useNarrow();
  if (isNarrow) {
    return (
      <div className={classes['narrow']}>
        <div className={classes['pane']}>{children}</div>
        {(startOut || endOut) && (
          <>
            <div className={classes['shade']} aria-hidden="true" onClick={close} />
            <aside className={classes['over']} data-side={startOut ? 'start' : 'end'}>
              <CloseButton className={classes['close']} aria-label={closeLabel} onClick={close} />
              {startOut ? start : end}
            </aside>
          </>
        )}
      </div>
    );
  }
  return (
    <WidePanes
      key={end ? 'three' : 'two'}
      name={`${name}-${end ? 'three' : 'two'}`}
      start={start}
      end={end}
      endSize={endSize ?? '280px'}
    >
      {children}
    </WidePanes>
  );
}

type WidePanesProps = Pick<PanesProps, 'name' | 'start' | 'children' | 'end'> & {
  readonly endSize: `${number}px`;
};

function WidePanes({ name, start, children, end, endSize }: WidePanesProps) {
  const [sizes, setSizes] = useState(() => remembered(name) ?? initialSizes(end ? endSize : null));
  return (
    <Splitter
      className={classes['wide'] ?? ''}
      sizes={sizes}
      onSizeChange={setSizes}
      onResizeEnd={(_, resized) => localStorage.setItem(storageKey(name), JSON.stringify(resized))}
      lineSize={1}
      withHandle={false}
      step="16px"
      shiftStep="64px"
      classNames={{ pane: classes['pane'] ?? '', handle: classes['handle'] ?? '' }}
    >
      <Splitter.Pane defaultSize="360px" min="280px" max="560px">
        {start}
      </Splitter.Pane>
      <Splitter.Pane defaultSize={100} min="440px">
        {children}
      </Splitter.Pane>
      {end ? (
        <Splitter.Pane defaultSize={endSize} min="220px" max="480px">
          {end}
        </Splitter.Pane>
      ) : null}
    </Splitter>
  );
}

const initialSizes = (end: `${number}px` | null): Sizes => (end ? ['360px', 100, end] : ['360px', 100]);
const storageKey = (name: string) => `liaison.panes.${name}`;

function remembered(name: string): Sizes | null {
  const kept: unknown = JSON.parse(localStorage.getItem(storageKey(name)) ?? 'null');
  return Array.isArray(kept) ? (kept as Sizes) : null;
}
