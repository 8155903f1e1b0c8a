import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ViewId } from '../../../../electron/shared/ids.ts';
import type { SavedView, ViewCount } from '../../../../electron/shared/views.ts';
import { useSession } from '../../../app/session.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { QueuePlace } from '../inbox-place.ts';
import { isOver } from './view-draft.ts';
import classes from './views.module.css';

interface SavedViewItemsProps {
  readonly place: QueuePlace;
  readonly edit: (view: ViewId | 'new') => void;
}

/** The saved views that can be shown here, each with how much is in it. */
export function SavedViewItems({ place, edit }: SavedViewItemsProps) {
  const { t } = useTranslation('views');
  const trpc = useTRPC();
  const { data: views = [] } = useQuery(trpc.views.list.queryOptions());
  const { data: counts } = useQuery(trpc.views.counts.queryOptions({ clientId: place.clientId }));
  const { clientOf } = useSession();
  /** A team is that of one client. */
  const nameOf = ({ clientIds }: SavedView) => (clientIds?.[0] && clientOf(clientIds[0])?.name) ?? '';
  const here = views.filter((view) => isOver(view, place.clientId));
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
              <span role="img" aria-label={t(`audience.${view.audience}`, { name: nameOf(view) })}>
                <Icon name="clients" size={14} />
              </span>
            )
          }
          rightSection={<Count of={counts?.find(({ id }) => id === view.id)} />}
        >
          <bdi className={classes['name']}>{view.name}</bdi>
        </Menu.Item>
      ))}
      {open && (
        <Menu.Item leftSection={<Icon name="write" size={14} />} onClick={() => edit(open.id)}>
          {t(open.mine ? 'edit' : 'copy')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<Icon name="plus" size={14} />} onClick={() => edit('new')}>
        {t('new')}
      </Menu.Item>
    </>
  );
}

function Count({ of }: { readonly of: ViewCount | undefined }) {
  const { t } = useTranslation('views');
  const formats = useFormats();
  if (!of) return null;
  const number = formats.number(of.count);
  return <span className={classes['count']}>{of.capped ? t('moreThan', { number }) : number}</span>;
}
