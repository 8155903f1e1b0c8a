import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { navigate } from 'wouter/use-hash-location';
import { queueViews } from '../../../electron/shared/conversation-words.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { isOver } from '../../screens/inbox/views/view-draft.ts';
import { clientIdOf } from '../address-ids.ts';
import { useCommands, type Command } from '../commands/commands.ts';
import { places } from '../places.ts';
import { useSession } from '../session.tsx';
import { useArea } from './use-area.ts';

/** Views by their names: in a client's queue that client's, with the saved ones that are over it; elsewhere all of them. */
export function useViewCommands(): void {
  const { t } = useTranslation('views');
  const inbox = useTranslation('inbox');
  const trpc = useTRPC();
  const { may } = useSession();
  const { data: saved = [] } = useQuery(trpc.views.list.queryOptions());
  const [, screen, scope] = useArea().split('/');
  const clientId = screen === 'inbox' ? clientIdOf(scope) : null;
  const views = [
    ...queueViews.map((id) => ({ id, name: inbox.t(`view.${id}`) })),
    ...saved.filter((view) => isOver(view, clientId)),
  ];
  const command = ({ id, name }: (typeof views)[number]): Command => ({
    id: `view-${id}`,
    group: 'go',
    label: t('command', { name }),
    run: () => navigate(places.queue(clientId, id)),
  });
  useCommands(may('conversations.read', null) ? views.map(command) : []);
}
