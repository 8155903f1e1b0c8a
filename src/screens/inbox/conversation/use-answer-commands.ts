import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import { useCommands, type Command } from '../../../app/commands/commands.ts';
import { useSession } from '../../../app/session.tsx';
import type { Forwarding } from '../forward/forwarding.ts';

/** Replying, handing on and noting, from the moment the conversation is there. `first`: nothing was said in it yet. */
export function useAnswerCommands(
  client: Client | null,
  {
    first,
    choose,
    forward,
  }: { first: boolean; choose: (answering: 'reply' | 'note') => void; forward: Forwarding },
): void {
  const { t } = useTranslation('inbox');
  const { may } = useSession();
  const commands: (Command | null)[] = [
    client && may('messages.send', client.id)
      ? {
          id: 'reply',
          group: 'reply',
          label: t(first ? 'reply.continue' : 'reply.open', { name: client.name }),
          keys: ['R'],
          run: () => choose('reply'),
        }
      : null,
    client && !first && forward
      ? {
          id: 'forward',
          group: 'reply',
          label: t('reply.forward', { name: client.name }),
          keys: ['F'],
          run: () => forward(null),
        }
      : null,
    client && !first && may('conversations.work', client.id)
      ? { id: 'note', group: 'conversation', label: t('note.open'), keys: ['N'], run: () => choose('note') }
      : null,
  ];
  useCommands(commands.filter((command) => command !== null));
}
