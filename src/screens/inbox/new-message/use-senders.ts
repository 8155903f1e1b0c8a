import type { Client } from '../../../../electron/shared/clients.ts';
import { clientIdOf } from '../../../app/address-ids.ts';
import { useSession } from '../../../app/session.tsx';
import type { ConversationRef } from '../inbox-place.ts';

/** The clients one may write for now; `usual` is the one whose queue is open, or the only one. */
export function useSenders(location: string): {
  readonly senders: readonly Client[];
  readonly usual: Client | null;
} {
  const { clients, may } = useSession();
  const senders = clients.filter(
    (client) => client.state.kind === 'ready' && may('messages.send', client.id),
  );
  const here = clientIdOf(scopeOf(location));
  const only = senders.length === 1 ? senders[0] : undefined;
  return { senders, usual: senders.find((client) => client.id === here) ?? only ?? null };
}

/** Where the new conversation stands: in what is one's own, of the queue that is open if it can stand there. */
export function placeOf(location: string, { clientId, conversationId }: ConversationRef): string {
  const scope = scopeOf(location) === 'all' ? 'all' : clientId;
  return `/inbox/${scope}/mine/${clientId}/${conversationId}`;
}

const scopeOf = (location: string): string | undefined =>
  /^\/inbox\/(?<scope>[^/]+)/.exec(location)?.groups?.['scope'];
