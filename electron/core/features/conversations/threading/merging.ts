import type { ContactId, ConversationId } from '../../../../shared/ids.ts';
import { absorb, findConversation, isTouched } from '../conversation-rows.ts';
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
  const ranked = joining.candidates
    .flatMap((candidate) => {
      const row = findConversation(store, candidate.id);
      return row ? [{ row, ...candidate, ours: candidate.ours || joining.kind === 'outbound' }] : [];
    })
    .map(({ row, ours, score }) => ({
      row,
      ours,
      score,
      touched: joining.candidates.length > 1 && isTouched(store, row.id),
      sameContact: row.contact_id === joining.contactId,
    }))
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        Number(b.touched) - Number(a.touched) ||
        a.row.created_at - b.row.created_at ||
        (a.row.id < b.row.id ? -1 : 1),
    );
  const [likeliest] = ranked;
  if (!likeliest) return null;
  const worked = ranked.find((one) => one.touched && one !== likeliest && mayBecomePartOf(one, likeliest));
  const chosen = worked ?? likeliest;
  const others = ranked.filter((other) => other !== chosen && mayBecomePartOf(chosen, other));
  for (const other of others) absorb(store, { from: other.row.id, into: chosen.row.id });
  return { id: chosen.row.id, merged: others.length > 0 };
}

interface Ranked {
  readonly ours: boolean;
  readonly touched: boolean;
  readonly sameContact: boolean;
}

/** Whether `part` may become part of `whole`. */
const mayBecomePartOf = (whole: Ranked, part: Ranked): boolean =>
  !part.touched && (part.ours || (part.sameContact && whole.sameContact));
