import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { queueViews } from '../../../../electron/shared/conversation-words.ts';
import type { QueueCounts, QueueView } from '../../../../electron/shared/conversations.ts';
import type { ViewId } from '../../../../electron/shared/ids.ts';
import { useAllCommands } from '../../../app/commands/commands.ts';
import { useSession } from '../../../app/session.tsx';
import { ClientMark } from '../../../components/client-mark/client-mark.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { InboxPlace } from '../inbox-place.ts';
import classes from './queue-pane.module.css';
import { SearchField } from './search-field.tsx';
import { SavedName } from '../views/saved-name.tsx';
import type { Queue } from './use-queue.ts';

const SavedViewItems = lazy(async () => ({
  default: (await import('../views/saved-view-items.tsx')).SavedViewItems,
}));
const ViewEditor = lazy(async () => ({ default: (await import('../views/view-editor.tsx')).ViewEditor }));

interface QueueHeaderProps {
  readonly place: InboxPlace;
  readonly queue: Queue;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** Which queue this is, how long it is, and the field to search it. */
export function QueueHeader({ place, queue, text, setText, input }: QueueHeaderProps) {
  const { t } = useTranslation('inbox');
  const { clientOf } = useSession();
  const client = place.clientId && clientOf(place.clientId);
  const total = useViewCount(place);
  return (
    <header className={classes['header']}>
      <div className={classes['title']}>
        <ViewMenu place={place} />
        <Total known={total} queue={queue} />
        <span className={classes['whose']}>
          {client ? (
            <>
              <ClientMark client={client} named />
              <span>{client.name}</span>
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
}

/** The frame's command, within reach of the hand. */
function NewMessageButton() {
  const command = useAllCommands().find((each) => each.id === 'new-message');
  if (!command) return null;
  return (
    <Tooltip label={command.label}>
      <ActionIcon variant="subtle" aria-label={command.label} onClick={() => command.run()}>
        <Icon name="write" mirrored />
      </ActionIcon>
    </Tooltip>
  );
}

function Total({ known, queue }: { readonly known: number | null; readonly queue: Queue }) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  if (queue.isLoading) return null;
  const count = known ?? queue.rows.length;
  const number = formats.number(count);
  const more = known === null && queue.hasMore;
  return <span className={classes['total']}>{more ? t('queue.moreThan', { number }) : number}</span>;
}

function ViewMenu({ place }: { readonly place: InboxPlace }) {
  const { t } = useTranslation('inbox');
  const [editing, setEditing] = useState<ViewId | 'new' | null>(null);
  const unseen = useUnseenMentions(place);
  const toSee = unseen > 0 && <span className={classes['toSee']}>{t('queue.toSee', { count: unseen })}</span>;
  return (
    <>
      <Menu position="bottom-start" width={260} returnFocus={false}>
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
function useViewCount({ clientId, view, saved }: InboxPlace): number | null {
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
function useUnseenMentions({ clientId }: InboxPlace): number {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.conversations.counts.queryOptions());
  return (data ?? [])
    .filter((counts) => clientId === null || counts.clientId === clientId)
    .reduce((sum, counts) => sum + counts.mentions, 0);
}
