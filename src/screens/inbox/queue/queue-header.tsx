import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, memo, Suspense, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { queueViews } from '../../../../electron/shared/conversation-words.ts';
import type { QueueCounts, QueueView } from '../../../../electron/shared/conversations.ts';
import type { ViewId } from '../../../../electron/shared/ids.ts';
import { useCommandLabel, useCommands, useRunCommand } from '../../../app/commands/commands.ts';
import { useSession } from '../../../app/session.tsx';
import { ClientMark } from '../../../components/client-mark/client-mark.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { QueuePlace } from '../inbox-place.ts';
import classes from './queue-pane.module.css';
import { SearchField } from './search-field.tsx';
import { SavedName } from '../views/saved-name.tsx';

const SavedViewItems = lazy(async () => ({
  default: (await import('../views/saved-view-items.tsx')).SavedViewItems,
}));
const ViewEditor = lazy(async () => ({ default: (await import('../views/view-editor.tsx')).ViewEditor }));

interface QueueHeaderProps {
  readonly place: QueuePlace;
  /** How many are loaded; null while none is. */
  readonly loaded: number | null;
  readonly hasMore: boolean;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** Which queue this is, how long it is, and the field to search it. */
export const QueueHeader = memo(function QueueHeader(props: QueueHeaderProps) {
  const { place, loaded, hasMore, text, setText, input } = props;
  const { t } = useTranslation('inbox');
  const { clientOf } = useSession();
  const client = place.clientId && clientOf(place.clientId);
  const total = useViewCount(place);
  return (
    <header className={classes['header']}>
      <div className={classes['title']}>
        <ViewMenu place={place} />
        <Total known={total} loaded={loaded} hasMore={hasMore} />
        <span className={classes['whose']}>
          {client ? (
            <>
              <ClientMark client={client} named />
              <span dir="auto">{client.name}</span>
            </>
          ) : (
            <span>{t('queue.all')}</span>
          )}
        </span>
        <NewMessageButton />
      </div>
      <SearchField clientId={place.clientId} text={text} setText={setText} input={input} />
    </header>
  );
});

/** The frame's command, within reach of the hand. */
function NewMessageButton() {
  const label = useCommandLabel('new-message');
  const run = useRunCommand();
  if (label === null) return null;
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" aria-label={label} onClick={() => run('new-message')}>
        <Icon name="write" mirrored />
      </ActionIcon>
    </Tooltip>
  );
}

function Total({
  known,
  loaded,
  hasMore,
}: Pick<QueueHeaderProps, 'loaded' | 'hasMore'> & { readonly known: number | null }) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  if (loaded === null) return null;
  const number = formats.number(known ?? loaded);
  const more = known === null && hasMore;
  return <span className={classes['total']}>{more ? t('queue.moreThan', { number }) : number}</span>;
}

function ViewMenu({ place }: { readonly place: QueuePlace }) {
  const { t } = useTranslation('inbox');
  const [editing, setEditing] = useState<ViewId | 'new' | null>(null);
  const [opened, setOpened] = useState(false);
  useCommands([{ id: 'views', group: 'list', label: t('queue.views'), run: () => setOpened(true) }]);
  const unseen = useUnseenMentions(place);
  const toSee = unseen > 0 && <span className={classes['toSee']}>{t('queue.toSee', { count: unseen })}</span>;
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-start" width={260} returnFocus={false}>
        <Menu.Target>
          <UnstyledButton className={classes['view']}>
            <h1 style={{ all: 'unset' }}>
              {place.saved ? <SavedName id={place.saved} /> : t(`view.${place.view}`)}
            </h1>
            {unseen > 0 && place.view !== 'mentions' && (
              <i className={classes['dot']} role="img" aria-label={`${t('view.mentions')}: ${unseen}`} />
            )}
            <Icon name="down" size={14} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {queueViews.map((view) => (
            <Menu.Item
              key={view}
              onClick={() => place.showView(view)}
              rightSection={view === place.view && !place.saved ? <Icon name="check" size={14} /> : null}
            >
              {t(`view.${view}`)} {view === 'mentions' && toSee}
            </Menu.Item>
          ))}
          <Suspense>
            <SavedViewItems place={place} edit={setEditing} />
          </Suspense>
        </Menu.Dropdown>
      </Menu>
      {editing && (
        <Suspense>
          <ViewEditor place={place} of={editing} close={() => setEditing(null)} />
        </Suspense>
      )}
    </>
  );
}

/** The length of the views that are counted anyway; the others are counted as far as they are loaded. */
function useViewCount({ clientId, view, saved }: QueuePlace): number | null {
  const trpc = useTRPC();
  const { data: savedCounts } = useQuery(
    trpc.views.counts.queryOptions({ clientId }, { enabled: saved !== null }),
  );
  const { data } = useQuery(trpc.conversations.counts.queryOptions());
  if (saved) return savedCounts?.find(({ id, capped }) => id === saved && !capped)?.count ?? null;
  if (!data || !isCounted(view)) return null;
  return data
    .filter((counts) => clientId === null || counts.clientId === clientId)
    .reduce((sum, counts) => sum + counts[view], 0);
}

type CountedView = Exclude<QueueView & keyof QueueCounts, 'mentions'>;
const isCounted = (view: QueueView): view is CountedView =>
  view === 'unanswered' || view === 'mine' || view === 'unassigned';

/** How many conversations hold a note that names the operator and that they have not seen. */
function useUnseenMentions({ clientId }: QueuePlace): number {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.conversations.counts.queryOptions());
  return (data ?? [])
    .filter((counts) => clientId === null || counts.clientId === clientId)
    .reduce((sum, counts) => sum + counts.mentions, 0);
}
