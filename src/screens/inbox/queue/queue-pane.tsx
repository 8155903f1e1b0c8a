import { useDebouncedValue } from '@mantine/hooks';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../app/commands/commands.ts';
import { StaleLine } from '../../../app/health/stale-line.tsx';
import type { InboxPlace } from '../inbox-place.ts';
import { QueueHeader } from './queue-header.tsx';
import { QueueList } from './queue-list.tsx';
import classes from './queue-pane.module.css';
import type { Queue } from './use-queue.ts';

/** Nobody searches before the first rows stand. */
const SearchList = lazy(async () => ({ default: (await import('./search-list.tsx')).SearchList }));

interface QueuePaneProps {
  readonly place: InboxPlace;
  readonly queue: Queue;
}

/** Fast enough to feel like typing, slow enough not to search for every letter. */
const searchDelayMilliseconds = 120;

/** The queue, or what was searched for in its place. */
export function QueuePane({ place, queue }: QueuePaneProps) {
  const { t } = useTranslation('inbox');
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [searched] = useDebouncedValue(text.trim(), searchDelayMilliseconds);
  const searching = text.trim() !== '';
  const { clientId, view, saved, showView, showSaved } = place;
  // Whatever is opened, the header stays as it is.
  const header = useMemo(
    () => ({ clientId, view, saved, showView, showSaved }),
    [clientId, view, saved, showView, showSaved],
  );
  useCommands([
    {
      id: 'search',
      group: 'list',
      label: t('search.command'),
      keys: ['/', 'Mod+F'],
      whileTyping: false,
      run: () => input.current?.focus(),
    },
  ]);
  // Of a list that can't be read now nobody knows that it is empty.
  const isUnknown = queue.isLoading || (queue.rows.length === 0 && queue.missing.length > 0);
  return (
    <section className={classes['pane']} aria-label={t('queue.name')}>
      <QueueHeader
        place={header}
        loaded={isUnknown ? null : queue.rows.length}
        hasMore={queue.hasMore}
        text={text}
        setText={setText}
        input={input}
      />
      <StaleLine clientId={place.clientId} />
      {searching ? (
        <Suspense>
          <SearchList place={place} text={searched} leave={() => setText('')} input={input} />
        </Suspense>
      ) : (
        <QueueList place={place} queue={queue} />
      )}
    </section>
  );
}
