import type { ClientId, ConversationId } from '../../../electron/shared/ids.ts';
import { clientIdOf, conversationIdOf } from '../address-ids.ts';

export interface WindowRef {
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
}

export const ownWindowPlace = ({ clientId, conversationId }: WindowRef): string =>
  `/window/${clientId}/${conversationId}`;

/** The conversation that an address gives a window of its own; null for every other place. */
export function ownWindowOf(location: string): WindowRef | null {
  const [, place, client, conversation, ...rest] = location.split('/');
  const clientId = clientIdOf(client);
  const conversationId = conversationIdOf(conversation);
  return place === 'window' && rest.length === 0 && clientId && conversationId
    ? { clientId, conversationId }
    : null;
}

/** The same of where this window stands. */
export const ownWindowHere = (): WindowRef | null => ownWindowOf(location.hash.slice(1));

/** A tab is found again by the conversation that stands in it now. */
const nameOf = ({ conversationId }: WindowRef): string => `liaison-${conversationId}`;

export function nameOwnWindow(at: WindowRef): void {
  if (!window.liaisonDesktop) window.name = nameOf(at);
}

/**
 * Opens a conversation in a window, or a tab, of its own. A tab gets the host's token as a copy of this tab's session
 * storage, which the browser makes for a page of the same origin that another one opens: it stands in no address.
 */
export function openOwnWindow(at: WindowRef): void {
  if (window.liaisonDesktop) window.liaisonDesktop.openWindow(at);
  else window.open(`${location.pathname}#${ownWindowPlace(at)}`, nameOf(at));
}
