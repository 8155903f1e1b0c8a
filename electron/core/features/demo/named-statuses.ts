import type { Script } from '../../../shared/demo/script.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Conversations } from '../conversations/service.ts';
import type { Statuses } from '../statuses/service.ts';
import type { Hand } from './plan.ts';
import { idsStanding } from './queries.ts';

/** Conversations that bear each name: enough to be seen in a list. */
const ofEach = 2;

/** What the client calls its statuses, and a few conversations that are called so within the category they stand in. */
export function nameStatuses(
  {
    store,
    statuses,
    conversations,
  }: { store: ClientStore; statuses: Statuses; conversations: Pick<Conversations, 'setStatus'> },
  script: Pick<Script, 'statuses'>,
  [hand]: readonly Hand[],
): void {
  if (!hand) return;
  const actor = { kind: 'operator', id: hand.id } as const;
  store.transaction(() => {
    statuses.define(
      store,
      script.statuses.map((status) => ({ ...status, id: null, retired: false })),
    );
    for (const { id: statusId, category } of statuses.list(store))
      for (const id of idsStanding(store, { category, limit: ofEach }))
        conversations.setStatus(store, actor, { id, status: category, statusId });
  });
}
