import { useEffect, useRef } from 'react';
import { minuteOf, wantsToKnow } from '../../../electron/shared/notification-rules.ts';
import { useTRPCClient } from '../../rpc/trpc.ts';
import { useSession } from '../session.tsx';
import { newlyOverdue } from './overdue-rules.ts';
import { useTell } from './use-tell.ts';

/** A promise is broken to the minute, not to the second. */
const lookMilliseconds = 60_000;
/** Those who wait longest: what is overdue is among them. */
const looked = 100;

/** Tells of promises that have just been broken while the window is not looked at. */
export function useOverdue(): void {
  const rpc = useTRPCClient();
  const session = useSession();
  const tell = useTell();
  const enabled = session.may('conversations.work', null) && session.preferences.notifications.on;
  const look = useRef<(since: number, now: number) => Promise<void>>(() => Promise.resolve());
  useEffect(() => {
    look.current = async (since, now) => {
      if (document.hasFocus()) return;
      const request = { clientId: null, view: 'unanswered', limit: looked } as const;
      const { rows } = await rpc.conversations.queue.query(request);
      const choices = session.preferences.notifications;
      const listener = { operatorId: session.operator.id, minute: minuteOf(new Date(now)) };
      const first = newlyOverdue(rows, { since, now }).find(({ clientId, assigneeId }) =>
        wantsToKnow(choices, { clientId, assigneeId, urgent: true }, listener),
      );
      const client = first && session.clientOf(first.clientId);
      if (!first || !client || !session.may('conversations.work', client.id)) return;
      const customer = { name: first.contactName || first.contactAddress, subject: first.subject };
      tell({ client, conversationId: first.id, urgent: true, customer });
    };
  });
  useEffect(() => {
    if (!enabled) return undefined;
    let since = Date.now();
    const timer = setInterval(() => {
      const now = Date.now();
      void look.current(since, now).catch(() => undefined);
      since = now;
    }, lookMilliseconds);
    return () => clearInterval(timer);
  }, [enabled]);
}
