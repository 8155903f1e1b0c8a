import { UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { PastConversation, Person } from '../../../../electron/shared/contacts.ts';
import type { ConversationId } from '../../../../electron/shared/ids.ts';
import { MoreButton } from '../../../components/more-button/more-button.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './context-pane.module.css';

interface PersonHistoryProps {
  readonly person: Person;
  readonly client: Client;
  readonly open: ConversationId;
  readonly show: (to: ConversationRef) => void;
}

/** Every conversation with this person over every channel of the client, the last touched first. */
export function PersonHistory({ person, client, open, show }: PersonHistoryProps) {
  const { t } = useTranslation('contacts');
  const trpc = useTRPC();
  const history = useInfiniteQuery(
    trpc.contacts.history.infiniteQueryOptions(
      { clientId: client.id, contactId: person.id },
      { getNextPageParam: (page) => page.next },
    ),
  );
  const all = history.data?.pages.flatMap((page) => page.conversations) ?? [];
  const others = all.filter((each) => each.id !== open);
  const hasChannels = new Set(all.map((each) => each.channelId)).size > 1;
  return (
    <section>
      <h3>{t('history')}</h3>
      {history.data && others.length === 0 && <p className={classes['quiet']}>{t('first')}</p>}
      <ul className={classes['earlier']}>
        {others.map((each) => (
          <li key={each.id}>
            <UnstyledButton onClick={() => show({ clientId: client.id, conversationId: each.id })}>
              <Past conversation={each} client={client} hasChannel={hasChannels} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <MoreButton label={t('more')} pages={history} />
    </section>
  );
}

interface PastProps {
  readonly conversation: PastConversation;
  readonly client: Client;
  readonly hasChannel: boolean;
}

function Past({ conversation, client, hasChannel }: PastProps) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const now = useNow();
  const { subject, status, named, channelName, lastMessageAt } = conversation;
  return (
    <>
      <span>
        <span dir="auto">{subject || t('row.noSubject')}</span>
        <small>
          <bdi>{named?.name ?? t(`status.${status}`)}</bdi>
          {hasChannel && (
            <>
              {' · '}
              <bdi>{channelName}</bdi>
            </>
          )}
        </small>
      </span>
      <time dateTime={lastMessageAt} title={formats.exactTime(lastMessageAt, client.timeZone)}>
        {formats.shortTime(lastMessageAt, now)}
      </time>
    </>
  );
}
