import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import { useSession } from '../../../app/session.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import { BriefingCard } from '../briefing/briefing-card.tsx';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './brand-room.module.css';
import { takeInHand, useClientInHand } from './client-in-hand.ts';
import { gateOf } from './gate-rules.ts';
import { useCopyMarks } from './use-copy-marks.ts';
import { useSwitchTimes } from './use-switch-times.ts';

const Gate = lazy(async () => ({ default: (await import('./gate.tsx')).Gate }));

interface BrandRoomProps {
  readonly at: ConversationRef;
  readonly children: ReactNode;
}

/**
 * Around an open conversation: one client at a time where the operator wants it so, a word on whose voice it is now, the
 * briefing before the conversation itself has come, and marks on what is copied.
 */
export function BrandRoom({ at, children }: BrandRoomProps) {
  const { clientOf } = useSession();
  const client = clientOf(at.clientId);
  return client ? <RoomOf key={client.id} at={at} client={client} content={children} /> : children;
}

interface RoomProps {
  readonly at: ConversationRef;
  readonly client: Client;
  readonly content: ReactNode;
}

function RoomOf({ at, client, content }: RoomProps) {
  const { preferences, clientOf } = useSession();
  const trpc = useTRPC();
  const inHand = useClientInHand();
  const before = inHand === null ? null : clientOf(inHand);
  const mode = preferences.switching;
  const enabled = mode !== 'free' && before !== null && before.id !== client.id;
  const { data: counts } = useQuery(trpc.conversations.counts.queryOptions(undefined, { enabled }));
  const left = counts && (counts.find((each) => each.clientId === before?.id)?.unanswered ?? 0);
  const gate = gateOf({ mode, inHand: before?.id ?? null, wanted: client.id, left });
  if (gate === 'waiting') return null;
  if (gate !== 'open' && before)
    return (
      <Suspense>
        <Gate
          kind={gate}
          client={client}
          before={before}
          left={left ?? 0}
          goOn={() => takeInHand(client.id)}
        />
      </Suspense>
    );
  return <OpenRoom at={at} client={client} content={content} />;
}

function OpenRoom({ at, client, content }: RoomProps) {
  useCopyMarks(client.id);
  useSwitchTimes(at);
  useEffect(() => takeInHand(client.id), [client.id]);
  return (
    <div className={classes['room']} data-client-id={client.id}>
      <Suspense>
        <Announcement client={client} />
        <BriefingCard client={client} />
      </Suspense>
      {content}
    </div>
  );
}

/** What colour, pattern and mark say to the eye. */
function Announcement({ client }: { readonly client: Client }) {
  const { t } = useTranslation('brands');
  return <VisuallyHidden role="status">{t('now', { name: client.name })}</VisuallyHidden>;
}
