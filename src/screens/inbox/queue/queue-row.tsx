import { memo } from 'react';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { QueueRow as Row } from '../../../../electron/shared/conversations.ts';
import type { ViewColumn } from '../../../../electron/shared/view-words.ts';
import { ClientMark, clientLook } from '../../../components/client-mark/client-mark.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import type { LineWords } from '../line-words.ts';
import classes from './queue-row.module.css';
import { TimeTold } from './time-told.tsx';

interface QueueRowProps {
  readonly row: Row;
  readonly client: Client | null;
  readonly assignee: string | null;
  /** A colleague who answers it just now. */
  readonly writer: string | undefined;
  readonly ticked: boolean;
  readonly compact: boolean;
  /** Of a saved view; null: the usual ones. */
  readonly columns: readonly ViewColumn[] | null;
  readonly words: LineWords;
}

const usual: readonly ViewColumn[] = ['preview', 'assignee'];

/** Who, what, whose, and since when. */
export const QueueRow = memo(function QueueRow({
  row,
  client,
  assignee,
  writer,
  ticked,
  compact,
  columns,
  words,
}: QueueRowProps) {
  const { t } = words;
  const name = row.contactName || row.contactAddress;
  const shows = (column: ViewColumn) => (columns ?? usual).includes(column);
  return (
    <div
      className={classes['row']}
      data-compact={compact || undefined}
      data-waiting={row.waitingSince !== null || undefined}
      data-ticked={ticked || undefined}
      {...(client ? clientLook(client) : {})}
    >
      <span className={classes['edge']} />
      <span className={classes['mark']}>
        {ticked ? (
          <span className={classes['tick']} role="img" aria-label={t('row.ticked')}>
            <Icon name="check" size={14} />
          </span>
        ) : (
          client && <ClientMark client={client} />
        )}
      </span>
      <bdi className={classes['name']}>{name}</bdi>
      <span className={classes['meta']}>
        {writer !== undefined && (
          <span
            className={classes['writer']}
            role="img"
            aria-label={t('row.writing', { name: writer })}
            title={t('row.writing', { name: writer })}
          >
            <Icon name="write" size={12} mirrored />
            {initials(writer)}
          </span>
        )}
        {row.hasAttachments && <Icon name="clip" size={12} />}
        {row.messageCount > 1 && (
          <span title={t('row.messages', { count: row.messageCount })}>{row.messageCount}</span>
        )}
        {assignee && shows('assignee') && (
          <span className={classes['assignee']} title={t('row.assigned', { name: assignee })}>
            {initials(assignee)}
          </span>
        )}
        <TimeTold of={row} timeZone={client?.timeZone} words={words} />
      </span>
      <span className={classes['what']} dir="auto">
        {row.messageCount === 0 && <bdi className={classes['unsent']}>{t('row.unsent')}</bdi>}
        <span className={classes['subject']}>{row.subject || t('row.noSubject')}</span>
        {shows('status') && (
          <bdi className={classes['said']}>{row.named?.name ?? t(`status.${row.status}`)}</bdi>
        )}
        {shows('tags') &&
          row.tags.map((tag) => (
            <bdi key={tag} className={classes['said']}>
              {tag}
            </bdi>
          ))}
        {row.preview && shows('preview') && <span className={classes['preview']}> {row.preview}</span>}
      </span>
    </div>
  );
});

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
