import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../app/commands/commands.ts';

interface ListCommands {
  readonly move: (by: number) => void;
  readonly open: () => void;
  /** Absent where nothing can be done to several at once. */
  readonly tick?: () => void;
  /** Everything from the row ticked last to the cursor, and everything there is. */
  readonly extend?: () => void;
  readonly tickAll?: () => void;
}

/** The keys of every list: j and k, Enter, x. Arrow keys work inside the list itself. */
export function useListCommands({ move, open, tick, extend, tickAll }: ListCommands): void {
  const { t } = useTranslation('inbox');
  useCommands([
    { id: 'next', group: 'list', label: t('list.next'), keys: ['J'], hidden: true, run: () => move(1) },
    {
      id: 'previous',
      group: 'list',
      label: t('list.previous'),
      keys: ['K'],
      hidden: true,
      run: () => move(-1),
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
