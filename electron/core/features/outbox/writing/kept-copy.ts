import type { Identity } from '../../../../shared/channels.ts';
import type { ContactId, ConversationId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { listAnswered } from './answered.ts';
import { keptInCopy } from './copy-rules.ts';
import type { AnsweredMessage } from './threading.ts';

/** The message that is answered, with those in copy who keep their place there. */
export function withKeptCopy(
  store: ClientStore,
  {
    answered,
    conversation,
    identities,
  }: {
    answered: AnsweredMessage;
    conversation: { id: ConversationId; contact_id: ContactId };
    identities: readonly Identity[];
  },
): AnsweredMessage {
  const all = listAnswered(store, conversation.id);
  const at = all.findLastIndex((message) => message.kind === 'inbound');
  const customer = store.all(
    store.sql.selectFrom('identities').select('address').where('contact_id', '=', conversation.contact_id),
  );
  const kept = keptInCopy({
    spoken: all.slice(0, at + 1),
    customer: customer.map(({ address }) => address),
    own: identities.map(({ address }) => address),
  });
  return { ...answered, cc: [...answered.cc, ...kept] };
}
