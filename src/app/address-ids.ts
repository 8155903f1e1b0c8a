import type { ClientId, ConversationId, ViewId } from '../../electron/shared/ids.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Ids out of an address, which anybody may have typed; null where there is none. Not Zod's, which the first paint can do
 * without: the core checks every id again.
 */
export const clientIdOf = (text: string | null | undefined): ClientId | null =>
  text && uuid.test(text) ? (text as ClientId) : null;
export const conversationIdOf = (text: string | null | undefined): ConversationId | null =>
  text && uuid.test(text) ? (text as ConversationId) : null;
export const viewIdOf = (text: string | null | undefined): ViewId | null =>
  text && uuid.test(text) ? (text as ViewId) : null;
