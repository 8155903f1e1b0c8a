import { memo, Suspense, useState, type ReactNode } from 'react';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Message, Participant } from '../../../../electron/shared/conversations.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { partAhead } from '../../../components/part/part.tsx';
import type { LineWords } from '../line-words.ts';
import { Bounced } from './bounced.tsx';
import { MessageBody } from './message-body.tsx';
import classes from './message-card.module.css';

const Attachments = partAhead(async () => (await import('../reading/attachments.tsx')).Attachments);
const InvitationCard = partAhead(async () => (await import('../reading/invitation-card.tsx')).InvitationCard);

interface MessageCardProps {
  readonly message: Message;
  readonly client: Client;
  /** The operator's name, where it was one of us. */
  readonly author: string | null;
  readonly folded: boolean;
  /** What else can be done with it, where it is open. */
  readonly menu: ((message: Message) => ReactNode) | null;
  readonly words: LineWords;
}

/** One message: who and when, what was said, what came with it. */
export const MessageCard = memo(function MessageCard(props: MessageCardProps) {
  const { message, client, author, folded, menu } = props;
  const { t, formats, now } = props.words;
  const hasBounced = message.bounced.length > 0;
  const [open, setOpen] = useState(!folded || hasBounced);
  const from = message.kind === 'note' ? (author ?? t('message.somebody')) : nameOf(message.from);
  return (
    <section className={classes['card']} data-kind={message.kind} data-open={open || undefined}>
      {open && menu && <div className={classes['menu']}>{menu(message)}</div>}
      <button type="button" className={classes['head']} aria-expanded={open} onClick={() => setOpen(!open)}>
        {message.kind === 'note' && <Icon name="note" size={14} />}
        <span className={classes['who']}>
          <bdi className={classes['from']}>{from}</bdi>
          {message.kind === 'note' ? (
            <span className={classes['quiet']}>{t('message.note')}</span>
          ) : (
            open && <bdi className={classes['quiet']}>{message.from.address}</bdi>
          )}
          {open && message.kind === 'outbound' && author && (
            <span className={classes['quiet']}>{t('message.by', { name: author })}</span>
          )}
          {message.forwarded && <span className={classes['badge']}>{t('message.forwarded')}</span>}
          {message.automatic && <span className={classes['badge']}>{t('message.automatic')}</span>}
          {hasBounced && (
            <span className={classes['bounced']}>
              <Icon name="warning" size={12} /> {t('message.bounced')}
            </span>
          )}
          {!open && (
            <span className={classes['first']} dir="auto">
              {message.text.slice(0, 200)}
            </span>
          )}
        </span>
        {message.attachments.length > 0 && <Icon name="clip" size={12} />}
        <time
          className={classes['quiet']}
          dateTime={message.at}
          title={formats.exactTime(message.at, client.timeZone)}
        >
          {formats.shortTime(message.at, now)}
        </time>
      </button>
      {open && (
        <div className={classes['content']}>
          {message.kind !== 'note' && (
            <p className={classes['to']}>
              {t('message.to', { names: formats.list(message.to.map(nameOf)) })}
              {message.cc.length > 0 &&
                ` · ${t('message.cc', { names: formats.list(message.cc.map(nameOf)) })}`}
            </p>
          )}
          <Bounced failures={message.bounced} />
          {message.unreadable && (
            <p className={classes['warning']} role="note">
              <Icon name="warning" size={14} /> {t('message.unreadable')}
            </p>
          )}
          {message.attachments.some(isCalendar) && (
            <Suspense>
              <InvitationCard messageId={message.id} client={client} />
            </Suspense>
          )}
          <MessageBody message={message} client={client} />
          {message.attachments.length > 0 && (
            <Suspense>
              <Attachments message={message} clientId={client.id} />
            </Suspense>
          )}
        </div>
      )}
    </section>
  );
});

/** An appointment, by its type or its name. */
const isCalendar = ({ type, name }: Message['attachments'][number]): boolean =>
  /^(?:text\/calendar|application\/ics)\b/i.test(type) || /\.ics$/i.test(name);

const nameOf = ({ name, address }: Participant): string => name || address;
