import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Change } from '../../../electron/shared/changes.ts';
import type { ClientId, ConversationId } from '../../../electron/shared/ids.ts';
import { useCore } from '../../rpc/use-core.ts';
import { conversationIdOf } from '../address-ids.ts';
import { useSession } from '../session.tsx';

/** One notification in this time, however much mail comes: more is a storm that nobody reads. */
const quietMilliseconds = 30_000;

/** Tells of new customer mail while the window is not looked at. */
export function useArrivals(): void {
  const { t } = useTranslation();
  const core = useCore();
  const session = useSession();
  const [, go] = useLocation();
  const told = useRef(0);
  const arrived = useRef<(change: Change) => void>(() => undefined);
  useEffect(() => {
    arrived.current = ({ clientId, id, reason }) => {
      const client = clientId && session.clientOf(clientId);
      if (reason !== 'arrived' || !client || !session.may('conversations.work', client.id)) return;
      if (document.hasFocus() || Date.now() - told.current < quietMilliseconds) return;
      told.current = Date.now();
      const conversationId = conversationIdOf(id);
      const words = { title: client.name, body: t('arrived.body') };
      const open = conversationId && { clientId: client.id, conversationId };
      if (window.liaisonDesktop) window.liaisonDesktop.notify({ ...words, open });
      else notifyInBrowser(words, () => open && go(conversationPlace(open.clientId, open.conversationId)));
    };
  });
  useEffect(() => core.onChange((change) => arrived.current(change)), [core]);
}

const conversationPlace = (clientId: ClientId, conversationId: ConversationId) =>
  `/inbox/all/unanswered/${clientId}/${conversationId}`;

function notifyInBrowser(words: { title: string; body: string }, open: () => void): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notification = new Notification(words.title, { body: words.body, tag: 'liaison-arrived' });
  notification.addEventListener('click', () => {
    window.focus();
    notification.close();
    open();
  });
}
