import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from 'wouter/use-hash-location';
import type { Client } from '../../../electron/shared/clients.ts';
import type { ConversationId } from '../../../electron/shared/ids.ts';
import { maySay } from '../../../electron/shared/notification-rules.ts';
import { useSession } from '../session.tsx';

export interface Telling {
  readonly client: Client;
  readonly conversationId: ConversationId | null;
  readonly urgent: boolean;
  /** Of what concerns the operator in person; absent: new mail, or a broken promise. */
  readonly personal?: 'mentioned' | 'answered';
  /** Shown only where the operator has said so. */
  readonly customer: { readonly name: string; readonly subject: string } | null;
}

const longest = 200;
/** What is new mail to everybody is an answer to who follows: whichever is told first is told alone. */
const twiceMilliseconds = 5_000;
const last: { conversationId: ConversationId | null; at: number } = { conversationId: null, at: 0 };

function isTold(conversationId: ConversationId | null): boolean {
  const now = Date.now();
  const again = conversationId === last.conversationId && now - last.at < twiceMilliseconds;
  if (!again) Object.assign(last, { conversationId, at: now });
  return again && conversationId !== null;
}

/** Raises a notification that says no more than the operator wants on a screen that others may see. */
export function useTell(): (telling: Telling) => void {
  const { t } = useTranslation();
  const { preferences } = useSession();
  const choices = preferences.notifications;
  return useCallback(
    ({ client, conversationId, urgent, personal, customer }) => {
      if (isTold(conversationId)) return;
      const inPerson = personal && t(`arrived.${personal}`);
      const what = inPerson ?? t(urgent ? 'arrived.overdue' : 'arrived.body');
      const bare = inPerson ?? t(urgent ? 'arrived.overdueHidden' : 'arrived.hidden');
      const hidden = { title: 'Liaison', body: bare };
      const named = { title: client.name, body: what };
      const full = customer && {
        title: `${client.name}: ${customer.name}`,
        body: `${what} ${customer.subject}`,
      };
      const words = maySay(choices, 'customer') && full ? full : maySay(choices, 'client') ? named : hidden;
      const cut = { title: words.title.slice(0, longest), body: words.body.slice(0, longest) };
      const open = conversationId && { clientId: client.id, conversationId };
      if (window.liaisonDesktop) window.liaisonDesktop.notify({ ...cut, open });
      else
        notifyInBrowser(
          cut,
          () => open && navigate(`/inbox/all/all/${open.clientId}/${open.conversationId}`),
        );
    },
    [t, choices],
  );
}

function notifyInBrowser(words: { title: string; body: string }, open: () => void): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notification = new Notification(words.title, { body: words.body, tag: 'liaison-arrived' });
  notification.addEventListener('click', () => {
    window.focus();
    notification.close();
    open();
  });
}
