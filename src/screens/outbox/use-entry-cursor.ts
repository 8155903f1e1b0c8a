import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands, type Command } from '../../app/commands/commands.ts';

/** What makes an element one of the entries that the keyboard walks over. */
export const entryProps = { tabIndex: 0, 'data-entry': true } as const;

/** Arrow keys and those of every list walk over the entries; on an entry, a key does what its button does. */
export function useEntryCursor(list: RefObject<HTMLElement | null>): void {
  const { t } = useTranslation('outbox');
  const current = () => document.activeElement?.closest<HTMLElement>('[data-entry]') ?? null;
  const move = (by: 1 | -1) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])];
    const at = current();
    const next = all[at ? all.indexOf(at) + by : by === 1 ? 0 : all.length - 1];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  const press = (act: string) => current()?.querySelector<HTMLElement>(`[data-act=${act}]`)?.click();
  const key = (
    id: string,
    keys: readonly string[],
    { label, run }: Pick<Command, 'label' | 'run'>,
  ): Command => ({
    id,
    group: 'list',
    label,
    keys,
    hidden: true,
    run,
  });
  useCommands([
    key('next', ['J'], { label: t('key.next'), run: () => move(1) }),
    key('previous', ['K'], { label: t('key.previous'), run: () => move(-1) }),
    key('outbox-down', ['ArrowDown'], { label: t('key.next'), run: () => move(1) }),
    key('outbox-up', ['ArrowUp'], { label: t('key.previous'), run: () => move(-1) }),
    key('open', ['Enter'], { label: t('act.open'), run: () => press('open') }),
    key('outbox-edit', ['E'], { label: t('act.edit'), run: () => press('edit') }),
    key('outbox-retry', ['R'], { label: t('act.retry'), run: () => press('retry') }),
    key('outbox-cancel', ['Delete'], { label: t('act.cancel'), run: () => press('cancel') }),
  ]);
}
