import { LiaisonError } from '../../../../shared/errors.ts';
import { operatorOf, type Actor } from '../../../../shared/events.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Claims } from '../../claims/service.ts';
import { holdsWords } from './pour.ts';

/** Conversations that are to become part of another one. */
export interface Joining {
  readonly fromIds: readonly ConversationId[];
  readonly intoId: ConversationId;
}

interface Desk {
  readonly store: ClientStore;
  readonly claims: Pick<Claims, 'holderOf' | 'guard'>;
  readonly actor: Actor;
}

/**
 * Words must not come under an open composer.
 *
 * @throws LiaisonError `claimed` where a colleague writes, `drafts-on-both` where the actor does
 */
export function mustBeUnwritten({ store, claims, actor }: Desk, conversationId: ConversationId): void {
  if (claims.holderOf(store, conversationId) === null) return;
  const operatorId = operatorOf(actor);
  if (operatorId) claims.guard(store, { operatorId, conversationId });
  throw new LiaisonError('drafts-on-both');
}

/**
 * One conversation has one writer and one draft: two people's composers must not meet in it, nor may an open composer save
 * over words that come to it from elsewhere.
 *
 * @throws LiaisonError `claimed` where a colleague writes, `drafts-on-both` where nobody but the actor does
 */
export function mustBeOneWriter({ store, claims, actor }: Desk, { fromIds, intoId }: Joining): void {
  const ids = [intoId, ...fromIds];
  const writers = new Set(ids.flatMap((id) => claims.holderOf(store, id) ?? []));
  const isWrittenInto = claims.holderOf(store, intoId) !== null;
  if (writers.size < 2 && !(isWrittenInto && holdsWords(store, fromIds))) return;
  const operatorId = operatorOf(actor);
  if (operatorId) for (const conversationId of ids) claims.guard(store, { operatorId, conversationId });
  throw new LiaisonError('drafts-on-both');
}
