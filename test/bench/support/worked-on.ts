import type { Conversations } from '../../../electron/core/features/conversations/service.ts';
import type { ClientStore } from '../../../electron/core/store/client/client-store.ts';
import type { ConversationId, OperatorId } from '../../../electron/shared/ids.ts';
import { createRandom } from './random.ts';

const day = 24 * 3_600_000;
const batchConversations = 500;
const tags = ['refund', 'delivery', 'warranty', 'complaint', 'invoice'] as const;

/** What a team does in a year and a half: most is resolved, a little is spam, some is somebody's, some has tags. */
export function workOn(
  conversations: Pick<Conversations, 'setStatus' | 'tag' | 'assign'>,
  store: ClientStore,
  operatorId: OperatorId,
): void {
  const actor = { kind: 'operator', id: operatorId } as const;
  const random = createRandom(5);
  const rows = store.prepare('SELECT id, status, last_message_at AS at FROM conversations').all() as {
    id: ConversationId;
    status: string;
    at: number;
  }[];
  const old = Date.now() - 10 * day;
  const workOnOne = ({ id, status, at }: (typeof rows)[number]) => {
    if (random.chance(0.02)) return conversations.setStatus(store, actor, { id, status: 'spam', at: at + 1 });
    if (random.chance(0.1))
      conversations.tag(store, actor, { id, tag: random.of(tags), on: true, at: at + 1 });
    if (status === 'waiting' ? at < old && random.chance(0.9) : random.chance(0.8))
      return conversations.setStatus(store, actor, { id, status: 'resolved', at: at + 2 });
    if (random.chance(0.3)) conversations.assign(store, actor, { id, to: operatorId, at: at + 2 });
  };
  for (let from = 0; from < rows.length; from += batchConversations)
    store.transaction(() => rows.slice(from, from + batchConversations).forEach(workOnOne));
}
