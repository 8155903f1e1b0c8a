import { Button, ScrollArea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { OperatorId } from '../../../../electron/shared/ids.ts';
import type { FrozenMessage, ReviewTask } from '../../../../electron/shared/quality.ts';
import { ClientMark, clientLook } from '../../../components/client-mark/client-mark.tsx';
import { useEventWords } from '../../../components/event-words/use-event-words.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './frozen-conversation.module.css';
import { happenings, type Happening } from './happenings.ts';
import { VoiceLine } from './voice-line.tsx';

interface FrozenConversationProps {
  readonly client: Client;
  readonly task: ReviewTask;
  /** In a narrow window the panes beside it are called. */
  readonly showList?: () => void;
  readonly showReview?: () => void;
}

/** What was said when the sample was drawn: nothing here can be changed, and nothing that came later is shown. */
export function FrozenConversation({ client, task, showList, showReview }: FrozenConversationProps) {
  const { t } = useTranslation('quality');
  const trpc = useTRPC();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  const names = useMemo(
    () => new Map<OperatorId | null, string>(operators?.map((each) => [each.id, each.name])),
    [operators],
  );
  const { snapshot } = task;
  const entries = useMemo(() => happenings(snapshot), [snapshot]);
  const earlier = snapshot.messages.filter((message) => message.earlier);
  return (
    <main className={classes['pane']} {...clientLook(client)}>
      <header className={classes['header']}>
        {showList && (
          <Button size="xs" variant="subtle" onClick={showList} leftSection={<Icon name="list" />}>
            {t('showList')}
          </Button>
        )}
        <ClientMark client={client} />
        <h2 className={classes['subject']} dir="auto">
          {snapshot.subject || t('noSubject')}
        </h2>
        <span className={classes['frozen']}>{t('frozen')}</span>
        {showReview && (
          <Button size="xs" variant="default" onClick={showReview}>
            {t('showReview')}
          </Button>
        )}
      </header>
      <ScrollArea
        className={classes['scroller'] ?? ''}
        type="auto"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('conversation') }}
      >
        {earlier.length > 0 && (
          <details className={classes['earlier']}>
            <summary>{t('earlier')}</summary>
            {earlier.map((message) => (
              <Said
                key={message.id}
                message={message}
                author={names.get(message.operatorId)}
                client={client}
              />
            ))}
          </details>
        )}
        <ol className={classes['column']}>
          {entries.map((entry) =>
            entry.kind === 'message' ? (
              <li key={entry.message.id}>
                <Said message={entry.message} author={names.get(entry.message.operatorId)} client={client} />
              </li>
            ) : (
              <li key={entry.key} className={classes['event']}>
                <EventLine entry={entry} nameOf={(id) => names.get(id)} client={client} />
              </li>
            ),
          )}
        </ol>
      </ScrollArea>
    </main>
  );
}

interface SaidProps {
  readonly message: FrozenMessage;
  readonly author: string | undefined;
  readonly client: Client;
}

function Said({ message, author, client }: SaidProps) {
  const { t } = useTranslation('quality');
  const formats = useFormats();
  const who = author ?? (message.from.name || message.from.address);
  return (
    <article className={classes['message']} data-kind={message.kind}>
      <header className={classes['head']}>
        <bdi className={classes['who']}>{who}</bdi>
        <span className={classes['quiet']}>{t(`kind.${message.kind}`)}</span>
        {message.automatic && <span className={classes['badge']}>{t('automatic')}</span>}
        <time className={classes['quiet']} dateTime={message.at}>
          {formats.exactTime(message.at, client.timeZone)}
        </time>
      </header>
      <div className={classes['text']} dir="auto">
        {message.text}
      </div>
      {message.voice && <VoiceLine voice={message.voice} />}
      {message.attachments.length > 0 && (
        <ul className={classes['files']} aria-label={t('attachments')}>
          {message.attachments.map((name) => (
            <li key={name}>
              <Icon name="clip" size={12} /> <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

interface EventLineProps {
  readonly entry: Extract<Happening, { kind: 'event' }>;
  readonly nameOf: (id: OperatorId) => string | undefined;
  readonly client: Client;
}

function EventLine({ entry, nameOf, client }: EventLineProps) {
  const { t } = useTranslation('quality');
  const formats = useFormats();
  const say = useEventWords(nameOf);
  const { what, at } = entry;
  const words = () => {
    switch (what.type) {
      case 'told':
        return say(what.event);
      case 'handled': {
        const name = what.actor.kind === 'operator' ? nameOf(what.actor.id) : undefined;
        return t('event.handled', {
          name: name ?? t('somebody'),
          time: formats.exactDuration(what.milliseconds),
        });
      }
      case 'waited':
        return t('event.waited', { time: formats.exactDuration(what.milliseconds) });
    }
  };
  return <span title={formats.exactTime(at, client.timeZone)}>{words()}</span>;
}
