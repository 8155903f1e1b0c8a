import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ClientId, ViewId } from '../../../../electron/shared/ids.ts';
import type { SavedView, ViewCount } from '../../../../electron/shared/views.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { InboxPlace } from '../inbox-place.ts';
import classes from './views.module.css';

interface SavedViewItemsProps {
  readonly place: InboxPlace;
  readonly edit: (view: ViewId | 'new') => void;
}

/** The saved views that can be shown here, each with how much is in it. */
export function SavedViewItems({ place, edit }: SavedViewItemsProps) {
  const { t } = useTranslation('views');
  const trpc = useTRPC();
  const { data: views = [] } = useQuery(trpc.views.list.queryOptions());
  const { data: counts } = useQuery(trpc.views.counts.queryOptions({ clientId: place.clientId }));
  const here = views.filter((view) => isOf(view, place.clientId));
  const open = here.find(({ id }) => id === place.saved);
  return (
    <>
      <Menu.Divider />
      {here.length > 0 && <Menu.Label>{t('saved')}</Menu.Label>}
      {here.map((view) => (
        <Menu.Item
          key={view.id}
          onClick={() => place.showSaved(view.id)}
          leftSection={
            view.audience === 'me' ? null : (
              <span role="img" aria-label={t('audience.everyone')}>
                <Icon name="clients" size={14} />
              </span>
            )
          }
          rightSection={<Count of={counts?.find(({ id }) => id === view.id)} />}
        >
          <bdi className={classes['name']}>{view.name}</bdi>
        </Menu.Item>
      ))}
      {open?.mine && (
        <Menu.Item leftSection={<Icon name="write" size={14} />} onClick={() => edit(open.id)}>
          {t('edit')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<Icon name="plus" size={14} />} onClick={() => edit('new')}>
        {t('new')}
      </Menu.Item>
    </>
  );
}

/** In one client's queue stand the views that hold something of it. */
const isOf = ({ clientIds }: SavedView, clientId: ClientId | null): boolean =>
  clientId === null || clientIds === null || clientIds.includes(clientId);

function Count({ of }: { readonly of: ViewCount | undefined }) {
  const { t } = useTranslation('views');
  const formats = useFormats();
  if (!of) return null;
  const number = formats.number(of.count);
  return <span className={classes['count']}>{of.capped ? t('moreThan', { number }) : number}</span>;
}
