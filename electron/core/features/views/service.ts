import type { QueuePage } from '../../../shared/conversations.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { ClientId, OperatorId, ViewId } from '../../../shared/ids.ts';
import { may, type Operator } from '../../../shared/operators.ts';
import {
  ViewFilter,
  type SavedView,
  type ViewCount,
  type ViewDraft,
  type ViewQueueRequest,
} from '../../../shared/views.ts';
import type { ViewColumn } from '../../../shared/view-words.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { SavedViewColumns } from '../../store/saved-view-columns.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';
import type { Conversations, SavedViewAsked } from '../conversations/service.ts';
import { deleteView, listViews, putView, type ViewHome } from './queries.ts';

/** Whoever looks, with the clients whose conversations they may read. */
export interface Reader {
  readonly operator: Operator;
  readonly clientIds: readonly ClientId[];
  /** Of these the ones that can be read now. */
  readonly stores: readonly ClientStore[];
}

/** Lists that somebody has put together: of what, in which order, for whom. */
export interface Views {
  /** What the reader may see, each over those of its clients that they may read. */
  list(reader: Reader): readonly SavedView[];
  /** @throws LiaisonError `not-found`, `forbidden` where it is for more people than the reader may put it before */
  save(reader: Reader, draft: ViewDraft): SavedView;
  remove(reader: Reader, id: ViewId): void;
  page(reader: Reader, request: ViewQueueRequest): Omit<QueuePage, 'missing'>;
  /** Of every view, in slices, between which others have their turn. */
  counts(reader: Reader, clientId: ClientId | null, signal?: AbortSignal): Promise<readonly ViewCount[]>;
  /** How many a view would show that is not saved yet. */
  tally(reader: Reader, draft: Pick<ViewDraft, 'clientIds' | 'filter' | 'sort'>): Promise<Counted>;
  /** @throws LiaisonError `not-found` */
  find(reader: Reader, id: ViewId): SavedView;
}

export function createViews(options: {
  workspace: WorkspaceStore;
  clock: Clock;
  changes: Changes;
  conversations: Pick<Conversations, 'view' | 'viewCount'>;
}): Views {
  const { workspace, clock, changes, conversations } = options;

  const kept = (reader: Reader): { view: SavedView; home: ViewHome }[] =>
    [workspace, ...reader.stores]
      .flatMap((home) => listViews(home, reader.operator.id).map((row) => ({ row, home })))
      .map(({ row, home }) => ({ view: presentView(row, reader), home }))
      .filter(({ view }) => view.clientIds === null || view.clientIds.length > 0)
      .toSorted((a, b) => a.view.name.localeCompare(b.view.name));

  function mustFind(reader: Reader, id: ViewId) {
    const found = kept(reader).find(({ view }) => view.id === id);
    if (!found) throw new LiaisonError('not-found', { detail: { what: 'view' } });
    return found;
  }

  /** Views of one client are its own. @throws LiaisonError `not-found` for a client that the reader can't read */
  function homeOf(reader: Reader, clientIds: ViewDraft['clientIds']): ViewHome {
    if (clientIds?.length !== 1) return workspace;
    const store = reader.stores.find(({ clientId }) => clientId === clientIds[0]);
    if (!store) throw new LiaisonError('not-found', { detail: { what: 'client' } });
    return store;
  }

  function mustBeMine(view: SavedView): void {
    if (!view.mine) throw new LiaisonError('forbidden', { detail: { permission: 'views.share' } });
  }

  const told = (clientIds: ViewDraft['clientIds']) => {
    const [only] = clientIds?.length === 1 ? clientIds : [];
    changes.announce('views', only ? { clientId: only } : {});
  };

  return {
    list: (reader) => kept(reader).map(({ view }) => view),
    find: (reader, id) => mustFind(reader, id).view,
    save(reader, draft) {
      const before = draft.id === null ? null : mustFind(reader, draft.id);
      if (before) mustBeMine(before.view);
      if (!maySave(reader.operator, draft))
        throw new LiaisonError('forbidden', { detail: { permission: 'views.share' } });
      const home = homeOf(reader, draft.clientIds);
      const id = draft.id ?? newId<ViewId>(clock.now());
      const operatorId = before?.view.operatorId ?? reader.operator.id;
      const row = rowOf(draft, { id, operatorId, now: clock.now() });
      if (before) {
        if (before.home !== home) deleteView(before.home, id);
        told(before.view.clientIds);
      }
      putView(home, row);
      told(draft.clientIds);
      return presentView(row, reader);
    },
    remove(reader, id) {
      const { view, home } = mustFind(reader, id);
      mustBeMine(view);
      deleteView(home, id);
      told(view.clientIds);
    },
    page(reader, { viewId, clientId, cursor, limit }) {
      const { view } = mustFind(reader, viewId);
      return conversations.view(storesOf(reader, view, clientId), {
        ...askedOf(reader, view),
        ...{ cursor, limit },
      });
    },
    async counts(reader, clientId, signal) {
      const counts: ViewCount[] = [];
      for (const { view } of kept(reader)) {
        const stores = storesOf(reader, view, clientId);
        if (stores.length === 0) continue;
        counts.push({ id: view.id, ...(await countIn(stores, { asked: askedOf(reader, view), signal })) });
      }
      return counts;
    },
    tally: (reader, draft) => countIn(storesOf(reader, draft, null), { asked: askedOf(reader, draft) }),
  };

  async function countIn(
    stores: readonly ClientStore[],
    { asked, signal }: { asked: SavedViewAsked; signal?: AbortSignal | undefined },
  ): Promise<Counted> {
    const parts: Counted[] = [];
    for (const store of stores) {
      if (signal?.aborted) throw new LiaisonError('cancelled');
      parts.push(await conversations.viewCount(store, asked));
      await new Promise(setImmediate);
    }
    return sumOf(parts);
  }
}

const askedOf = (
  { operator }: Reader,
  { filter, sort }: Pick<ViewDraft, 'filter' | 'sort'>,
): SavedViewAsked => ({
  ...{ filter, sort },
  operatorId: operator.id,
});

type Counted = Omit<ViewCount, 'id'>;

const sumOf = (parts: readonly Counted[]): Counted => ({
  count: parts.reduce((sum, { count }) => sum + count, 0),
  capped: parts.some(({ capped }) => capped),
});

/** A view's clients that the reader may read; of these only `clientId`, where that is asked for. */
const storesOf = (
  reader: Reader,
  { clientIds }: Pick<ViewDraft, 'clientIds'>,
  clientId: ClientId | null,
): ClientStore[] =>
  reader.stores
    .filter((store) => clientIds === null || clientIds.includes(store.clientId))
    .filter((store) => clientId === null || clientId === store.clientId);

/** For oneself anybody may; before a client's team, who leads it; before everybody, who runs the workspace. */
function maySave(
  operator: Operator,
  { audience, clientIds }: Pick<ViewDraft, 'audience' | 'clientIds'>,
): boolean {
  if (audience === 'me') return true;
  if (audience === 'everyone') return may(operator, 'workspace.manage', null);
  return clientIds?.every((clientId) => may(operator, 'views.share', clientId)) ?? false;
}

function rowOf(
  draft: ViewDraft,
  made: { id: ViewId; operatorId: OperatorId; now: number },
): SavedViewColumns {
  return {
    id: made.id,
    name: draft.name,
    shared: draft.audience === 'me' ? 0 : 1,
    operator_id: made.operatorId,
    client_ids: draft.clientIds && JSON.stringify(draft.clientIds),
    filter: JSON.stringify(draft.filter),
    sort: draft.sort,
    columns: JSON.stringify(draft.columns),
    created_at: made.now,
  };
}

function presentView(row: SavedViewColumns, { operator, clientIds: readable }: Reader): SavedView {
  const named = row.client_ids === null ? null : (JSON.parse(row.client_ids) as ClientId[]);
  const isOfOne = named?.length === 1;
  const audience = row.shared === 0 ? 'me' : isOfOne ? 'team' : 'everyone';
  const clientIds = named && named.filter((id) => readable.includes(id));
  return {
    id: row.id,
    name: row.name,
    audience,
    operatorId: row.operator_id,
    clientIds,
    filter: ViewFilter.parse(JSON.parse(row.filter)),
    sort: row.sort,
    columns: JSON.parse(row.columns) as ViewColumn[],
    mine: row.operator_id === operator.id || maySave(operator, { audience, clientIds: named }),
  };
}
