import { ActionIcon, CloseButton, Menu, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { queueViews } from '../../../../electron/shared/conversation-words.ts';
import type { QueueCounts, QueueView } from '../../../../electron/shared/conversations.ts';
import { useAllCommands } from '../../../app/commands/commands.ts';
import { useSession } from '../../../app/session.tsx';
import { ClientMark } from '../../../components/client-mark/client-mark.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { InboxPlace } from '../inbox-place.ts';
import classes from './queue-pane.module.css';
import type { Queue } from './use-queue.ts';

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
      <TextInput
        ref={input}
        size="xs"
        type="search"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        leftSection={<Icon name="search" size={14} />}
        rightSection={
          text && <CloseButton size="xs" aria-label={t('search.clear')} onClick={() => setText('')} />
        }
      />
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
  return (
    <Menu position="bottom-start" width={220} returnFocus={false}>
      <Menu.Target>
        <UnstyledButton className={classes['view']}>
          <h1 style={{ all: 'unset' }}>{t(`view.${place.view}`)}</h1>
          <Icon name="down" size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {queueViews.map((view) => (
          <Menu.Item
            key={view}
            onClick={() => place.showView(view)}
            rightSection={view === place.view ? <Icon name="check" size={14} /> : null}
          >
            {t(`view.${view}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The length of the views that are counted anyway; the others are counted as far as they are loaded. */
function useViewCount({ clientId, view }: InboxPlace): number | null {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.conversations.counts.queryOptions());
  if (!data || !isCounted(view)) return null;
  return data
    .filter((counts) => clientId === null || counts.clientId === clientId)
    .reduce((sum, counts) => sum + counts[view], 0);
}

type CountedView = QueueView & keyof QueueCounts;
const isCounted = (view: QueueView): view is CountedView =>
  view === 'unanswered' || view === 'mine' || view === 'unassigned';
