import { useEffect, useRef } from 'react';
import type { Change } from '../../../electron/shared/changes.ts';
import { minuteOf, wantsToKnow } from '../../../electron/shared/notification-rules.ts';
import { useCore } from '../../rpc/use-core.ts';
import { conversationIdOf } from '../address-ids.ts';
import { useSession } from '../session.tsx';
import { useTell } from './use-tell.ts';

/** Tells of notes that name the operator and of customers who answer where they follow, while the window is not looked at. */
export function usePersonal(): void {
  const core = useCore();
  const session = useSession();
  const tell = useTell();
  const concerned = useRef<(change: Change) => void>(() => undefined);
  useEffect(() => {
    // The core tells these to whom they concern alone.
    concerned.current = ({ clientId, id, reason }) => {
      if (reason !== 'mentioned' && reason !== 'answered') return;
      const client = clientId && session.clientOf(clientId);
      if (!client || document.hasFocus()) return;
      const listener = { operatorId: session.operator.id, minute: minuteOf(new Date()) };
      const occasion = { clientId: client.id, assigneeId: session.operator.id, urgent: false };
      if (!wantsToKnow(session.preferences.notifications, occasion, listener)) return;
      const conversationId = conversationIdOf(id);
      tell({ client, conversationId, urgent: false, personal: reason, customer: null });
    };
  });
  useEffect(() => core.onChange((change) => concerned.current(change)), [core]);
}
