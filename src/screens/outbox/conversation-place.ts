import type { ClientId, ConversationId } from '../../../electron/shared/ids.ts';

interface Where {
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
}

/** Its conversation, beside the queue that holds all of them. */
export const conversationPlace = ({ clientId, conversationId }: Where): string =>
  `/inbox/all/all/${clientId}/${conversationId}`;
