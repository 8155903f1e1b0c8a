import { useEffect, useRef } from 'react';
import type { Change } from '../../../electron/shared/changes.ts';
import { wantsToKnow, minuteOf } from '../../../electron/shared/notification-rules.ts';
import { useTRPCClient } from '../../rpc/trpc.ts';
import { useCore } from '../../rpc/use-core.ts';
import { conversationIdOf } from '../address-ids.ts';
import { useSession } from '../session.tsx';
import { useTell } from './use-tell.ts';

/** One notification in this time, however much mail comes: more is a storm that nobody reads. */
const quietMilliseconds = 30_000;

/** Tells of new customer mail while the window is not looked at. */
export function useArrivals(): void {
  const core = useCore();
  const rpc = useTRPCClient();
  const session = useSession();
  const tell = useTell();
  const told = useRef(0);
  const arrived = useRef<(change: Change) => Promise<void>>(() => Promise.resolve());
  useEffect(() => {
    arrived.current = async ({ clientId, id, reason }) => {
      const client = clientId && session.clientOf(clientId);
      if (reason !== 'arrived' || !client || !session.may('conversations.work', client.id)) return;
      if (document.hasFocus() || Date.now() - told.current < quietMilliseconds) return;
      const choices = session.preferences.notifications;
      const listener = { operatorId: session.operator.id, minute: minuteOf(new Date()) };
      const occasion = { clientId: client.id, assigneeId: null, urgent: false };
      if (!wantsToKnow(choices, occasion, listener)) return;
      const conversationId = conversationIdOf(id);
      // Only for who wants to know whose it is, or what it says: everybody else's screen needs no customer's word.
      const asks = conversationId && (choices.about === 'mine' || choices.shows === 'customer');
      const read = asks ? await rpc.conversations.read.query({ clientId: client.id, conversationId }) : null;
      if (!wantsToKnow(choices, { ...occasion, assigneeId: read?.assigneeId ?? null }, listener)) return;
      told.current = Date.now();
      tell({
        client,
        conversationId,
        urgent: false,
        customer: read && {
          name: read.contact.name || (read.contact.identities[0]?.address ?? ''),
          subject: read.subject,
        },
      });
    };
  });
  useEffect(() => core.onChange((change) => void arrived.current(change).catch(() => undefined)), [core]);
}
