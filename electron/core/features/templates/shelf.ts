import type { OperatorId } from '../../../shared/ids.ts';
import type { OutgoingAttachment } from '../../../shared/outbox.ts';
import type { Template, TemplateBody } from '../../../shared/templates.ts';
import { type Day, toInstant } from '../../../shared/time.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { dayAt } from '../calendars/day-rules.ts';
import { isDangerous } from '../conversations/attachment-rules.ts';
import { listFiles } from './file-queries.ts';
import {
  bodyOf,
  listFavourites,
  listNewest,
  listPublished,
  listReturns,
  type TemplateRow,
} from './queries.ts';
import type { Rendering } from './rendering.ts';
import { isExpired } from './rules.ts';

/** What stands there, to be written on and to be offered. */
export interface Shelf {
  /** The newest version of each, by name. */
  list(store: ClientStore, operatorId: OperatorId): readonly Template[];
  /** Every version that is offered now, and the newest where that waits to be. */
  usable(store: ClientStore, operatorId: OperatorId): readonly UsableVersion[];
  /** What is offered: published, not removed and not past its day. */
  offered(store: ClientStore): readonly { row: TemplateRow; body: TemplateBody }[];
  filesOf(store: ClientStore, body: TemplateBody): readonly OutgoingAttachment[];
}

/** A version of a template that is offered now, or will be once it is approved. */
export interface UsableVersion {
  readonly template: Template;
  readonly version: number;
  readonly isOffered: boolean;
  readonly body: TemplateBody;
}

export function createShelf(options: { clock: Clock; rendering: Pick<Rendering, 'clientOf'> }): Shelf {
  const { clock, rendering } = options;
  const today = (store: ClientStore): Day => dayAt(clock.now(), rendering.clientOf(store.clientId).timeZone);

  function list(store: ClientStore, operatorId: OperatorId): Template[] {
    const published = new Map(listPublished(store).map((row) => [row.id, row.version]));
    const favourites = listFavourites(store, operatorId);
    const returns = listReturns(store);
    const filesOf = fileFinder(store);
    const day = today(store);
    return listNewest(store)
      .map((row) => ({
        ...bodyOf(row),
        id: row.id,
        version: row.version,
        state: row.state,
        publishedVersion: published.get(row.id) ?? null,
        expired: isExpired(row.expires_on, day),
        favourite: favourites.has(row.id),
        files: filesOf(bodyOf(row)),
        updatedAt: toInstant(row.created_at),
        updatedBy: row.operator_id,
        returnedFor: returns.get(row.id) ?? null,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  }
  function offered(store: ClientStore): { row: TemplateRow; body: TemplateBody }[] {
    const there = new Set(listNewest(store).map(({ id }) => id));
    const day = today(store);
    return listPublished(store)
      .filter((row) => there.has(row.id) && !isExpired(row.expires_on, day))
      .map((row) => ({ row, body: bodyOf(row) }));
  }
  return {
    list,
    offered,
    usable(store, operatorId) {
      const live = new Map(offered(store).map(({ row, body }) => [row.id, { version: row.version, body }]));
      return list(store, operatorId).flatMap((template) => {
        const now = live.get(template.id);
        const newest = { template, version: template.version, body: template };
        const isOffered = now?.version === template.version;
        return now === undefined || isOffered
          ? [{ ...newest, isOffered }]
          : [
              { template, ...now, isOffered: true },
              { ...newest, isOffered },
            ];
      });
    },
    filesOf: (store, body) => fileFinder(store)(body),
  };
}

/** The files that a template names, in its order. */
function fileFinder(store: ClientStore): (body: TemplateBody) => OutgoingAttachment[] {
  const known = new Map(
    listFiles(store).map(({ id, name, type, size }) => [
      id,
      { id, name, size, dangerous: isDangerous({ name, type }) },
    ]),
  );
  return ({ attachmentIds }) => attachmentIds.flatMap((id) => known.get(id) ?? []);
}
