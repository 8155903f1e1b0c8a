import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../../app/notify/use-title.ts';
import { useSession } from '../../app/session.tsx';
import { Panes, useNarrow } from '../../components/panes/panes.tsx';
import { useBriefingsAhead } from './brand-safety/use-briefings-ahead.ts';
import { NothingOpen } from './conversation/nothing-open.tsx';
import { useAskAtOnce } from './conversation/use-ahead.ts';
import { useWarmParts } from './conversation/use-warm-parts.ts';
import { listenForMissing } from './fields/missing.ts';
import { useInboxPlace, type InboxAddress } from './inbox-place.ts';
import { ContextPane, ConversationPane } from './parts.ts';
import { QueuePane } from './queue/queue-pane.tsx';
import { useQueue } from './queue/use-queue.ts';
import classes from './inbox-screen.module.css';
import { useContextOut } from './use-context-out.ts';

/** List left, work in the middle, evidence right. */
export function InboxScreen(address: InboxAddress) {
  const { t } = useTranslation('inbox');
  const place = useInboxPlace(address);
  const { open } = place;
  useAskAtOnce(open);
  const { clientOf } = useSession();
  const queue = useQueue(place);
  const narrow = useNarrow();
  const [queueOut, setQueueOut] = useState(false);
  const [contextOut, setContextOut] = useContextOut(narrow);
  useShownWhenMissing(() => setContextOut(true));
  useWarmParts(queue.rows.length > 0);
  useBriefingsAhead(queue.rows.length > 0);
  const client = open && clientOf(open.clientId);
  useTitle(client ? `${client.mark} ${client.name} – Liaison` : t('windowTitle'));

  const close = () => {
    setQueueOut(false);
    if (narrow) setContextOut(false);
  };
  const queuePane = <QueuePane place={{ ...place, show: (to) => (close(), place.show(to)) }} queue={queue} />;
  if (narrow && !open) return <main className={classes['main']}>{queuePane}</main>;
  return (
    <Panes
      name="inbox"
      start={queuePane}
      startOut={queueOut}
      end={
        open && contextOut ? (
          <Suspense>
            <ContextPane key={open.conversationId} at={open} show={place.show} />
          </Suspense>
        ) : undefined
      }
      endOut={contextOut}
      close={close}
      closeLabel={t('closePane')}
    >
      <main className={classes['main']}>
        {open ? (
          <Suspense>
            <ConversationPane
              key={open.conversationId}
              at={open}
              place={place}
              rows={queue.rows}
              {...(narrow ? { showQueue: () => setQueueOut(true) } : {})}
              contextOut={contextOut}
              toggleContext={() => setContextOut(!contextOut)}
            />
          </Suspense>
        ) : (
          <NothingOpen place={place} queue={queue} />
        )}
      </main>
    </Panes>
  );
}

/** Fields that are missing stand in the context pane: it comes out for them. */
function useShownWhenMissing(show: () => void): void {
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => listenForMissing(() => latest.current()), []);
}
