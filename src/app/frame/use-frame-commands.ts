import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from 'wouter/use-hash-location';
import { useCommands, type Command } from '../commands/commands.ts';
import { places } from '../places.ts';
import { useSession } from '../session.tsx';

interface FrameCommands {
  readonly openPalette: () => void;
  readonly openKeys: () => void;
  readonly write: () => void;
}

interface Place extends Pick<Command, 'label' | 'action'> {
  readonly id: string;
  readonly keys?: string;
}

/** Going to places, and the two sheets that show what can be done. */
export function useFrameCommands({ openPalette, openKeys, write }: FrameCommands): void {
  const { t } = useTranslation();
  const { t: inbox } = useTranslation('inbox');
  const { clients, may } = useSession();
  const [mayAsk, setMayAsk] = useState(canAskToNotify);
  const place = (to: string, { id, keys, ...shown }: Place): Command => ({
    id: `go-${id}`,
    group: 'go',
    ...shown,
    run: () => navigate(to),
    ...(keys ? { keys: [keys] } : {}),
  });
  const read = clients.filter((client) => may('conversations.read', client.id));
  const voiced = clients.find((client) => may('templates.draft', client.id));
  const managed = clients.find((client) => may('statuses.manage', client.id));
  const rooms = [
    read.length > 0 && place(places.inbox, { id: 'inbox', label: t('rail.all'), keys: 'Alt+1' }),
    ...read.map(({ id, name }, index) =>
      place(`/inbox/${id}/unanswered`, {
        id,
        action: 'go-client',
        label: name,
        ...(index < 8 ? { keys: `Alt+${index + 2}` } : {}),
      }),
    ),
    read.length > 0 && place(places.outbox, { id: 'outbox', label: t('rail.outbox'), keys: 'G O' }),
    may('quality.read', null) && place(places.quality, { id: 'quality', label: t('rail.quality') }),
    may('reports.read', null) && place(places.reports, { id: 'reports', label: t('rail.reports') }),
    managed && place(places.automation(managed.id), { id: 'automation', label: t('rail.automation') }),
    voiced && place(places.voice(voiced.id), { id: 'voice', label: t('rail.voice') }),
    may('clients.manage', null) && place(places.clients, { id: 'clients', label: t('rail.clients') }),
    place(places.settings, { id: 'settings', label: t('rail.settings'), keys: 'Mod+,' }),
  ];
  useCommands([
    ...rooms.filter((room) => typeof room === 'object'),
    ...(may('messages.send', null)
      ? [
          {
            id: 'new-message',
            group: 'reply' as const,
            label: inbox('newMessage.title'),
            keys: ['C'],
            run: write,
          },
        ]
      : []),
    {
      id: 'palette',
      group: 'app',
      label: t('rail.palette'),
      keys: ['Mod+K'],
      whileTyping: true,
      hidden: true,
      run: openPalette,
    },
    ...(mayAsk
      ? [
          {
            id: 'notifications',
            group: 'app' as const,
            label: t('arrived.turnOn'),
            run: () =>
              void Notification.requestPermission().then((answer) => setMayAsk(answer === 'default')),
          },
        ]
      : []),
    { id: 'keys', group: 'app', label: t('keys.title'), keys: ['?'], run: openKeys },
  ]);
}

/** A browser asks its user, and only on their word; the desktop has leave already. Slow: it waits for the browser's process. */
const canAskToNotify = (): boolean =>
  window.liaisonDesktop === undefined && 'Notification' in window && Notification.permission === 'default';
