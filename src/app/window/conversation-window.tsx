import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ContextPane } from '../../screens/inbox/context/context-pane.tsx';
import { ConversationPane } from '../../screens/inbox/conversation/conversation-pane.tsx';
import type { InboxPlace } from '../../screens/inbox/inbox-place.ts';
import { useBindings, useCommandKeys, useCommands } from '../commands/commands.ts';
import { StaleLine } from '../health/stale-line.tsx';
import { useTitle } from '../notify/use-title.ts';
import { useSession } from '../session.tsx';
import classes from './conversation-window.module.css';
import { nameOwnWindow, ownWindowOf, ownWindowPlace, type WindowRef } from './own-window.ts';
import { onSatDown } from './sat-down.ts';

const Palette = lazy(async () => ({ default: (await import('../frame/palette.tsx')).Palette }));

const noRows = [] as const;
const stay = () => undefined;
const nowhere = { view: 'all', saved: null, show: stay, showView: stay, showSaved: stay } as const;

/** One conversation and nothing else: it goes nowhere by itself, and what was sent from it stays before one's eyes. */
export function ConversationWindow({ at: opened }: { readonly at: WindowRef }) {
  const { t } = useTranslation();
  const { clientOf, may, preferences } = useSession();
  const [contextOut, setContextOut] = useState(false);
  const [asks, setAsks] = useState(false);
  const { at, returns } = useStay(opened);
  useCommandKeys();
  useBindings(preferences.keys);
  useCommands([
    {
      id: 'palette',
      group: 'app',
      label: t('rail.palette'),
      keys: ['Mod+K'],
      whileTyping: true,
      hidden: true,
      run: () => setAsks(true),
    },
  ]);
  useEffect(() => {
    // The tab that opened this one is no business of what is read here.
    if (!window.liaisonDesktop) window.opener = null;
    return onSatDown(() => window.close());
  }, []);
  const client = clientOf(at.clientId);
  useTitle(client ? `${client.mark} ${client.name} – Liaison` : 'Liaison');
  const place = useMemo<InboxPlace>(() => ({ ...nowhere, clientId: at.clientId, open: at }), [at]);
  if (!client || !may('conversations.read', at.clientId)) return <main>{t('window.gone')}</main>;
  return (
    <div className={classes['window']} data-context={contextOut || undefined}>
      <main className={classes['main']}>
        <StaleLine clientId={at.clientId} />
        <Suspense>
          <ConversationPane
            key={`${at.conversationId} ${returns}`}
            at={at}
            place={place}
            rows={noRows}
            contextOut={contextOut}
            toggleContext={() => setContextOut(!contextOut)}
          />
        </Suspense>
      </main>
      {contextOut && (
        <Suspense>
          <ContextPane key={at.conversationId} at={at} show={place.show} />
        </Suspense>
      )}
      <Suspense>{asks && <Palette close={() => setAsks(false)} />}</Suspense>
    </div>
  );
}

/**
 * Whatever leads to a place of the desk, such as a reply that was taken back, leads back here. What leads to the window of
 * another conversation, which this one became part of, is followed.
 */
function useStay(opened: WindowRef): { readonly at: WindowRef; readonly returns: number } {
  const [location, go] = useLocation();
  const [at, setAt] = useState(opened);
  const [returns, setReturns] = useState(0);
  const here = ownWindowPlace(at);
  useEffect(() => nameOwnWindow(at), [at]);
  useEffect(() => {
    if (location === here) return;
    const other = ownWindowOf(location);
    if (other) {
      setAt(other);
      return;
    }
    setReturns((count) => count + 1);
    go(here, { replace: true });
  }, [location, here, go]);
  return { at, returns };
}
