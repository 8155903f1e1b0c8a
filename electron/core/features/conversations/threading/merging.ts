import type { ContactId, ConversationId } from '../../../../shared/ids.ts';
import { remembered } from '../../../../shared/remembered.ts';
import { absorb, findConversation, isTouched, type ConversationRow } from '../conversation-rows.ts';
import type { Scope } from '../history/events.ts';
import type { Scored } from './placement-rules.ts';

interface Joining {
  /** The likeliest first. */
  readonly candidates: readonly Scored[];
  readonly kind: 'inbound' | 'outbound' | 'note';
  readonly contactId: ContactId;
}

/**
 * The conversation that a message joins. Where it is the missing link between several, the others become one with it: only
 * those that nobody worked with yet, and across contacts only where a message of ours holds them together, so that no
 * customer's mail can pull another customer's conversation to itself.
 */
export function chooseAndMerge(
  { store }: Scope,
  joining: Joining,
): { id: ConversationId; merged: boolean } | null {
  const touched = remembered((id: ConversationId) => isTouched(store, id));
  const ranked = joining.candidates
    .flatMap(({ id, ours, score }) => {
      const row = findConversation(store, id);
      if (!row) return [];
      const sameContact = row.contact_id === joining.contactId;
      return [{ row, score, sameContact, ours: ours || joining.kind === 'outbound' }];
    })
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        Number(touched(b.row.id)) - Number(touched(a.row.id)) ||
        a.row.created_at - b.row.created_at ||
        (a.row.id < b.row.id ? -1 : 1),
    );
  const [likeliest] = ranked;
  if (!likeliest) return null;
  /** Only what nobody worked with becomes part of another. */
  const mayJoin = (part: Ranked, whole: Ranked): boolean =>
    part !== whole && mayBelong(part, whole) && !touched(part.row.id);
  const worked = ranked.find((one) => mayJoin(likeliest, one) && touched(one.row.id));
  const chosen = worked ?? likeliest;
  const others = ranked.filter((other) => mayJoin(other, chosen));
  for (const other of others) absorb(store, { from: other.row.id, into: chosen.row.id });
  return { id: chosen.row.id, merged: others.length > 0 };
}

interface Ranked {
  readonly row: ConversationRow;
  readonly ours: boolean;
  readonly sameContact: boolean;
}

const mayBelong = (part: Ranked, whole: Ranked): boolean =>
  part.ours || (part.sameContact && whole.sameContact);
