import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DayNote } from '../../../../electron/shared/brand-safety.ts';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useSession } from '../../../app/session.tsx';
import { ClientMark, clientLook } from '../../../components/client-mark/client-mark.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './briefing-card.module.css';

/** Long enough to read its few lines once; it can be sent away sooner. */
const shownMilliseconds = 7_000;
const mostLines = 3;

/** The client that was spoken for last: module state, because it outlives every conversation's pane. */
let lastClientId: ClientId | null = null;

/** On moving to another client's conversation: for a moment, how this brand sounds. */
export function BriefingCard({ client }: { readonly client: Client }) {
  const { t } = useTranslation('inbox');
  const { may } = useSession();
  const trpc = useTRPC();
  const [shown, setShown] = useState(() => lastClientId !== client.id);
  const enabled = shown && may('voice.read', client.id);
  const { data: guide } = useQuery(trpc.voice.guide.queryOptions({ clientId: client.id }, { enabled }));
  const { data: note = null } = useQuery(
    trpc.brandSafety.note.queryOptions({ clientId: client.id }, { enabled }),
  );
  useEffect(() => {
    lastClientId = client.id;
    const timer = setTimeout(() => setShown(false), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [client.id]);
  if (!enabled || !guide || (guide.version === 0 && !note)) return null;
  const { tone, dos, donts } = guide.briefing;
  return (
    <div className={classes['card']} role="status" {...clientLook(client)}>
      <header>
        <ClientMark client={client} named />
        <strong>{t('briefing.title', { name: client.name })}</strong>
        <CloseButton size="sm" aria-label={t('briefing.close')} onClick={() => setShown(false)} />
      </header>
      {note && <Today note={note} />}
      {tone && <p dir="auto">{tone}</p>}
      <ul>
        {dos.slice(0, mostLines).map((line) => (
          <li key={line} data-kind="do">
            <bdi>{line}</bdi>
          </li>
        ))}
        {donts.slice(0, mostLines).map((line) => (
          <li key={line} data-kind="dont">
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is going on today: it comes first, because it is what one can't know. */
function Today({ note }: { readonly note: DayNote }) {
  const { t } = useTranslation('brands');
  const formats = useFormats();
  const now = useNow();
  if (Date.parse(note.expiresAt) <= now) return null;
  return (
    <p className={classes['today']}>
      <strong>{t('today.title')}</strong>
      <bdi>{note.text}</bdi>
      <small>{t('today.until', { time: formats.exactTime(note.expiresAt) })}</small>
    </p>
  );
}
