import { ScrollArea, Title } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  groupOf,
  outboxGroups,
  standingOf,
  type OutboxLine,
} from '../../../electron/shared/outbox-standing.ts';
import { useTitle } from '../../app/notify/use-title.ts';
import { useSession } from '../../app/session.tsx';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Empty } from '../../components/empty/empty.tsx';
import { RowsSkeleton } from '../../components/skeleton/rows-skeleton.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { ChannelsSection } from './channels-section.tsx';
import { OutboxEntry } from './outbox-entry.tsx';
import classes from './outbox.module.css';
import { useEntryCursor } from './use-entry-cursor.ts';
import { useOverview } from './use-overview.ts';

/** Every reply that is not yet, or not surely, with its customer; what left today; and how the channels are doing. */
export function OutboxScreen() {
  const { t } = useTranslation('outbox');
  const { clientOf } = useSession();
  const formats = useFormats();
  const { lines, isLoading, failures } = useOverview();
  const list = useRef<HTMLDivElement>(null);
  useEntryCursor(list);
  useTitle(t('windowTitle'));
  const groups = Map.groupBy(lines, (line: OutboxLine) => groupOf[standingOf(line)]);
  return (
    <ScrollArea className={classes['screen'] ?? ''} type="auto" viewportProps={{ tabIndex: 0 }}>
      <main className={classes['sheet']}>
        <header>
          <Title order={1}>{t('title')}</Title>
          <p className={classes['about']}>{t('about')}</p>
        </header>
        {failures.map(({ client, failure, retry }) => (
          <section key={client.id} aria-label={client.name}>
            <FailureNotice failure={failure} retry={retry} />
          </section>
        ))}
        {isLoading && <RowsSkeleton rows={3} height={96} />}
        {!isLoading && lines.length === 0 && failures.length === 0 && (
          <Empty above={0} icon="check" title={t('empty.title')} advice={t('empty.advice')} />
        )}
        <div ref={list} className={classes['groups']}>
          {outboxGroups.map((group) => {
            const own = groups.get(group) ?? [];
            if (own.length === 0) return null;
            return (
              <section key={group} className={classes['group']} aria-labelledby={`outbox-${group}`}>
                <Title order={2} id={`outbox-${group}`}>
                  {t(`group.${group}`)} <span className={classes['count']}>{formats.number(own.length)}</span>
                </Title>
                <ul className={classes['lines']}>
                  {own.map((line) => {
                    const client = clientOf(line.clientId);
                    return client && <OutboxEntry key={line.id} line={line} client={client} />;
                  })}
                </ul>
              </section>
            );
          })}
        </div>
        <ChannelsSection />
      </main>
    </ScrollArea>
  );
}
