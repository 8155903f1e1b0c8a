import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../app/commands/commands.ts';

interface ListCommands {
  readonly box: RefObject<HTMLElement | null>;
  readonly move: (by: number) => void;
  readonly open: () => void;
  /** Absent where nothing can be done to several at once. */
  readonly tick?: () => void;
  /** Everything from the row ticked last to the cursor, and everything there is. */
  readonly extend?: () => void;
  readonly tickAll?: () => void;
}

/** The keys of every list: j and k, Enter, x. Arrow keys work inside the list itself. */
export function useListCommands({ box, move, open, tick, extend, tickAll }: ListCommands): void {
  const { t } = useTranslation('inbox');
  const step = (by: number) => {
    move(by);
    // Enter belongs to a button or link that has the focus: whoever moves in the list has left it.
    if (document.activeElement?.closest('a, button, summary')) box.current?.focus({ preventScroll: true });
  };
  useCommands([
    { id: 'next', group: 'list', label: t('list.next'), keys: ['J'], hidden: true, run: () => step(1) },
    {
      id: 'previous',
      group: 'list',
      label: t('list.previous'),
      keys: ['K'],
      hidden: true,
      run: () => step(-1),
    },
    { id: 'open', group: 'list', label: t('list.open'), keys: ['Enter'], hidden: true, run: open },
    ...(tick
      ? [{ id: 'tick', group: 'list' as const, label: t('list.tick'), keys: ['X'], hidden: true, run: tick }]
      : []),
    ...(extend
      ? [
          {
            id: 'tick-range',
            group: 'list' as const,
            label: t('list.extend'),
            keys: ['Shift+X'],
            hidden: true,
            run: extend,
          },
        ]
      : []),
    ...(tickAll
      ? [
          {
            id: 'tick-all',
            group: 'list' as const,
            label: t('list.tickAll'),
            keys: ['Mod+A'],
            run: tickAll,
          },
        ]
      : []),
  ]);
}
