import type { ConversationId } from '../../../../electron/shared/ids.ts';
import { conversationIdOf } from '../../../app/address-ids.ts';
import { failureOf } from '../../../rpc/failure.ts';

/** Where what was said in a conversation stands now, by what a call for it threw; null where it is still there, or nowhere. */
export function mergedInto(error: unknown): ConversationId | null {
  const { code, detail } = failureOf(error);
  return code === 'conversation-merged' ? conversationIdOf(String(detail['into'])) : null;
}
