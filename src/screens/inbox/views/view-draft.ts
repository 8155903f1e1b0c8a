import { isCategory } from '../../../../electron/shared/conversation-words.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import type { SavedView, ViewDraft, ViewFilter } from '../../../../electron/shared/views.ts';

const asksNothing: ViewFilter = {
  ...{ statuses: [], tags: [], withoutTags: [], assignee: null, waiting: null, waitingMinutes: null },
  ...{ promise: null, channels: [], fields: [] },
};

/** A view as it is put together: of the client one stands in, or of all. */
export const newView = (clientId: ClientId | null): ViewDraft => ({
  ...{ id: null, name: '', audience: 'me', clientIds: clientId && [clientId] },
  ...{ filter: asksNothing, sort: 'newest', columns: ['preview', 'tags', 'assignee'] },
});

export const draftOfView = (view: SavedView): ViewDraft => ({
  id: view.id,
  name: view.name,
  audience: view.audience,
  clientIds: view.clientIds && [...view.clientIds],
  filter: view.filter,
  sort: view.sort,
  columns: [...view.columns],
});

/** Somebody else's view as one's own. */
export const copyOfView = (view: SavedView): ViewDraft => ({
  ...draftOfView(view),
  id: null,
  audience: 'me',
});

/** Whether the view holds conversations of that client; null: of any. */
export const isOver = ({ clientIds }: Pick<SavedView, 'clientIds'>, clientId: ClientId | null): boolean =>
  clientId === null || clientIds === null || clientIds.includes(clientId);

/** Other clients: what only one of them has can't stay, and for whom it is may be nobody any more. */
export function withClients(draft: ViewDraft, clientIds: ClientId[] | null): ViewDraft {
  const isSame = JSON.stringify(draft.clientIds) === JSON.stringify(clientIds);
  if (isSame) return draft;
  const isOne = clientIds?.length === 1;
  const audience = draft.audience === 'me' ? 'me' : isOne ? 'team' : 'everyone';
  const statuses = draft.filter.statuses.filter(isCategory);
  return { ...draft, clientIds, audience, filter: { ...draft.filter, statuses, channels: [], fields: [] } };
}
