import { useCallback, useMemo } from 'react';
import { navigate } from 'wouter/use-hash-location';
import { queueViews } from '../../../electron/shared/conversation-words.ts';
import type { QueueRow, QueueView } from '../../../electron/shared/conversations.ts';
import type { ClientId, ConversationId, ViewId } from '../../../electron/shared/ids.ts';
import { clientIdOf, conversationIdOf, viewIdOf } from '../../app/address-ids.ts';
import { places } from '../../app/places.ts';

/** Parts of the address, as they stand there: anything could have been typed. */
export interface InboxAddress {
  readonly scope: string;
  readonly view: string;
  readonly client?: string | undefined;
  readonly conversation?: string | undefined;
}

export interface ConversationRef {
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
}

/** Which queue stands on the left. */
export interface QueuePlace {
  /** One client's queue, or null for all of them blended. */
  readonly clientId: ClientId | null;
  readonly view: QueueView;
  /** A saved view in its place; then `view` says nothing. */
  readonly saved: ViewId | null;
  showView(view: QueueView): void;
  showSaved(view: ViewId): void;
}

export interface InboxPlace extends QueuePlace {
  readonly open: ConversationRef | null;
  show(conversation: ConversationRef | null): void;
}

export function useInboxPlace({ scope, view, client, conversation }: InboxAddress): InboxPlace {
  const clientId = useMemo(() => clientIdOf(scope), [scope]);
  const knownView = queueViews.find((each) => each === view) ?? 'unanswered';
  const open = useMemo(() => refOf(client, conversation), [client, conversation]);
  const saved = useMemo(() => viewIdOf(view), [view]);
  const base = places.queue(clientId, saved ?? knownView);
  const show = useCallback(
    (to: ConversationRef | null) => navigate(to ? `${base}/${to.clientId}/${to.conversationId}` : base),
    [base],
  );
  const showView = useCallback((to: QueueView) => navigate(places.queue(clientId, to)), [clientId]);
  const showSaved = useCallback((to: ViewId) => navigate(places.queue(clientId, to)), [clientId]);
  return { clientId, view: knownView, saved, open, show, showView, showSaved };
}

function refOf(client: string | undefined, conversation: string | undefined): ConversationRef | null {
  const clientId = clientIdOf(client);
  const conversationId = conversationIdOf(conversation);
  return clientId && conversationId && { clientId, conversationId };
}

export const rowRef = ({ clientId, id }: Pick<QueueRow, 'clientId' | 'id'>): ConversationRef => ({
  clientId,
  conversationId: id,
});

export const isSame = (a: ConversationRef | null, b: ConversationRef | null): boolean =>
  a?.conversationId === b?.conversationId && a?.clientId === b?.clientId;
