import type { ContactId, ConversationId } from '../../../shared/ids.ts';
import { absorb, findConversation, isTouched } from './conversation-rows.ts';
import type { Scope } from './events.ts';
import type { Candidate } from './placement.ts';

interface Joining {
  readonly candidates: readonly Candidate[];
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
  const ranked = joining.candidates
    .flatMap((candidate) => {
      const row = findConversation(store, candidate.id);
      return row ? [{ row, ours: candidate.ours || joining.kind === 'outbound' }] : [];
    })
    .map(({ row, ours }) => ({
      row,
      ours,
      touched: joining.candidates.length > 1 && isTouched(store, row.id),
      sameContact: row.contact_id === joining.contactId,
    }))
    .toSorted(
      (a, b) =>
        Number(b.sameContact) - Number(a.sameContact) ||
        Number(b.touched) - Number(a.touched) ||
        a.row.created_at - b.row.created_at ||
        (a.row.id < b.row.id ? -1 : 1),
    );
  const chosen = ranked[0];
  if (!chosen) return null;
  const others = ranked
    .slice(1)
    .filter((other) => !other.touched && (other.ours || (other.sameContact && chosen.sameContact)));
  for (const other of others) absorb(store, { from: other.row.id, into: chosen.row.id });
  return { id: chosen.row.id, merged: others.length > 0 };
}
