import { LiaisonError } from '../../../../shared/errors.ts';
import { operatorOf, type Actor } from '../../../../shared/events.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Claims } from '../../claims/service.ts';
import { holdsWords } from './pour.ts';

/** Conversations that are to become part of another one. */
interface Joining {
  readonly fromIds: readonly ConversationId[];
  readonly intoId: ConversationId;
}

/** Who puts messages right where, and who writes there. */
export interface Desk {
  readonly store: ClientStore;
  readonly claims: Pick<Claims, 'holderOf' | 'guard'>;
  readonly actor: Actor;
}

/**
 * Words must not come under an open composer.
 *
 * @throws LiaisonError `claimed` where a colleague writes, `drafts-on-both` where the actor does
 */
export function mustBeUnwritten(desk: Desk, id: ConversationId): void {
  if (isWrittenInto(desk, id)) refuse(desk, [id]);
}

/** Whether somebody's composer is open there. */
export const isWrittenInto = ({ store, claims }: Desk, id: ConversationId): boolean =>
  claims.holderOf(store, id) !== null;

/**
 * One conversation has one writer and one draft: two people's composers must not meet in it, nor may an open composer save
 * over words that come to it from elsewhere.
 *
 * @throws LiaisonError `claimed` where a colleague writes, `drafts-on-both` where nobody but the actor does
 */
export function mustBeOneWriter(desk: Desk, { fromIds, intoId }: Joining): void {
  const { store, claims } = desk;
  const ids = [intoId, ...fromIds];
  const writers = new Set(ids.flatMap((id) => claims.holderOf(store, id) ?? []));
  if (writers.size > 1 || (isWrittenInto(desk, intoId) && holdsWords(store, fromIds))) refuse(desk, ids);
}

function refuse({ store, claims, actor }: Desk, ids: readonly ConversationId[]): never {
  const operatorId = operatorOf(actor);
  if (operatorId) for (const conversationId of ids) claims.guard(store, { operatorId, conversationId });
  throw new LiaisonError('drafts-on-both');
}
