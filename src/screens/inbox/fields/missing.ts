import type { ConversationId, FieldId } from '../../../../electron/shared/ids.ts';
import type { ErrorShape } from '../../../../electron/shared/errors.ts';

/** Fields that kept a conversation from being resolved. */
export interface MissingFields {
  readonly conversationId: ConversationId;
  readonly fieldIds: readonly FieldId[];
}

type Listener = (missing: MissingFields) => void;
const listeners = new Set<Listener>();
/** Told before anybody listened: the pane may have been folded. */
let waiting: MissingFields | null = null;

/** A refusal for want of fields: whoever shows these fields puts the hand on the first. */
export function tellMissing(failure: ErrorShape): void {
  if (failure.code !== 'fields-missing') return;
  const { conversationId, ids } = failure.detail;
  waiting = {
    conversationId: String(conversationId) as ConversationId,
    fieldIds: String(ids).split(',') as FieldId[],
  };
  for (const listener of listeners) listener(waiting);
}

/** Returns the function that stops listening. What waits is told at once. */
export function listenForMissing(listener: Listener): () => void {
  listeners.add(listener);
  if (waiting) listener(waiting);
  return () => void listeners.delete(listener);
}

/** Somebody has seen to it. */
export function forgetMissing(): void {
  waiting = null;
}
