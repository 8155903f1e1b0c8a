import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { SampleItem } from '../../../../electron/shared/quality.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { clientLook } from '../../../components/client-mark/client-mark.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './item-list.module.css';

interface ItemListProps {
  readonly client: Client;
  readonly items: readonly SampleItem[];
  readonly position: number | null;
  readonly open: (position: number) => void;
}

/** What was drawn, in the order of the draw; j and k walk through it. */
export function ItemList({ client, items, position, open }: ItemListProps) {
  const { t } = useTranslation('quality');
  const current = useRef<HTMLDivElement>(null);
  const at = items.findIndex((item) => item.position === position);
  const move = (by: number) => {
    const to = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (to && to.position !== position) open(to.position);
  };
  // In braces: newer browsers answer with a promise, which React would take for a clean-up.
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [position]);
  useCommands([
    {
      id: 'quality.next',
      action: 'next',
      group: 'list',
      label: t('next'),
      keys: ['J'],
      hidden: true,
      run: () => move(1),
    },
    {
      id: 'quality.previous',
      action: 'previous',
      group: 'list',
      label: t('previous'),
      keys: ['K'],
      hidden: true,
      run: () => move(-1),
    },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    move(by);
  };
  return (
    <div
      className={classes['list']}
      role="listbox"
      tabIndex={0}
      data-autofocus
      aria-label={t('items')}
      aria-activedescendant={at >= 0 ? `item-${position}` : undefined}
      onKeyDown={onKeyDown}
      {...clientLook(client)}
    >
      {items.map((item) => (
        <div
          key={item.position}
          id={`item-${item.position}`}
          ref={item.position === position ? current : null}
          role="option"
          aria-selected={item.position === position}
          className={classes['item']}
          onClick={() => open(item.position)}
        >
          <Row item={item} />
        </div>
      ))}
    </div>
  );
}

function Row({ item }: { readonly item: SampleItem }) {
  const { t } = useTranslation('quality');
  const formats = useFormats();
  const trpc = useTRPC();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  const operator = operators?.find((each) => each.id === item.reviewedOperatorId);
  return (
    <>
      <span className={classes['edge']} />
      <bdi className={classes['name']}>{item.contactName}</bdi>
      <span className={classes['state']} data-state={item.state} data-outcome={item.outcome}>
        {item.state === 'reviewed' && <Icon name={item.outcome === 'fail' ? 'close' : 'check'} size={12} />}
        {item.state === 'reviewed' && item.score !== null
          ? t('scoreShort', { outcome: t(`outcome.${item.outcome}`), score: formats.percent(item.score) })
          : t(`state.${item.state}`)}
      </span>
      <span className={classes['what']} dir="auto">
        {item.subject || t('noSubject')}
      </span>
      <span className={classes['by']}>{operator?.name}</span>
    </>
  );
}
