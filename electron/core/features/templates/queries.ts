import type { Selectable } from 'kysely';
import type { AttachmentId, OperatorId, TemplateId } from '../../../shared/ids.ts';
import type {
  TemplateBody,
  TemplateState,
  TemplateStepKind,
  TemplateVariant,
} from '../../../shared/templates.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientTables } from '../../store/client/tables.ts';

export type TemplateRow = Selectable<ClientTables['templates']>;

/** The newest version of each template that has not been removed. */
export const listNewest = (store: ClientStore): TemplateRow[] =>
  store.all(store.sql.selectFrom('newest_templates').selectAll());

/** The newest published version of each template, as long as it is not removed. */
export const listPublished = (store: ClientStore): TemplateRow[] =>
  store.all(store.sql.selectFrom('published_templates').selectAll());

/** The newest version, whether removed or not. */
export const newestVersion = (store: ClientStore, id: TemplateId): TemplateRow | undefined =>
  store.first(
    store.sql.selectFrom('templates').selectAll().where('id', '=', id).orderBy('version', 'desc').limit(1),
  );

export const listVersions = (store: ClientStore, id: TemplateId): TemplateRow[] =>
  store.all(store.sql.selectFrom('templates').selectAll().where('id', '=', id).orderBy('version', 'desc'));

export interface NewVersion {
  readonly id: TemplateId;
  readonly version: number;
  readonly body: TemplateBody;
  readonly state: TemplateState;
  readonly removed: boolean;
  /** Null: nobody's, from the command line. */
  readonly operatorId: OperatorId | null;
  readonly now: number;
}

export function insertVersion(
  store: ClientStore,
  { id, version, body, state, removed, operatorId, now }: NewVersion,
): void {
  store.run(
    store.sql.insertInto('templates').values({
      id,
      version,
      name: body.name,
      shortcut: body.shortcut,
      locale: body.locale,
      source: body.source,
      folder: body.folder,
      tags: JSON.stringify(body.tags),
      variants: JSON.stringify(body.variants),
      attachment_ids: JSON.stringify(body.attachmentIds),
      expires_on: body.expiresOn,
      state,
      removed: removed ? 1 : 0,
      created_at: now,
      operator_id: operatorId,
    }),
  );
}

export function setState(
  store: ClientStore,
  { id, version, state }: { id: TemplateId; version: number; state: TemplateState },
): void {
  store.run(
    store.sql.updateTable('templates').set({ state }).where('id', '=', id).where('version', '=', version),
  );
}

export const bodyOf = (row: TemplateRow): TemplateBody => ({
  name: row.name,
  shortcut: row.shortcut,
  locale: row.locale,
  source: row.source,
  variants: JSON.parse(row.variants) as TemplateVariant[],
  folder: row.folder,
  tags: JSON.parse(row.tags) as string[],
  attachmentIds: JSON.parse(row.attachment_ids) as AttachmentId[],
  expiresOn: row.expires_on,
});

export type StepRow = Selectable<ClientTables['template_steps']>;

export function insertStep(
  store: ClientStore,
  step: {
    id: TemplateId;
    version: number;
    step: TemplateStepKind;
    comment?: string;
    operatorId: OperatorId | null;
    now: number;
  },
): void {
  store.run(
    store.sql.insertInto('template_steps').values({
      template_id: step.id,
      version: step.version,
      step: step.step,
      comment: step.comment ?? '',
      at: step.now,
      operator_id: step.operatorId,
    }),
  );
}

/** Newest first. */
export const listSteps = (store: ClientStore, id: TemplateId): StepRow[] =>
  store.all(
    store.sql.selectFrom('template_steps').selectAll().where('template_id', '=', id).orderBy('seq', 'desc'),
  );

/** The comment of the last step of each template, where that was a return. */
export function listReturns(store: ClientStore): ReadonlyMap<TemplateId, string> {
  const rows = store.all(
    store.sql
      .selectFrom('template_steps as step')
      .select(['template_id', 'comment'])
      .where('step', '=', 'returned')
      .where(({ eb, selectFrom }) =>
        eb(
          'seq',
          '=',
          selectFrom('template_steps as other')
            .select(({ fn }) => fn.max('other.seq').as('newest'))
            .whereRef('other.template_id', '=', 'step.template_id'),
        ),
      ),
  );
  return new Map(rows.map((row) => [row.template_id, row.comment]));
}

export function listFavourites(store: ClientStore, operatorId: OperatorId): ReadonlySet<TemplateId> {
  const rows = store.all(
    store.sql.selectFrom('template_favourites').select('template_id').where('operator_id', '=', operatorId),
  );
  return new Set(rows.map((row) => row.template_id));
}

export function setFavourite(
  store: ClientStore,
  of: { operatorId: OperatorId; id: TemplateId; favourite: boolean },
): void {
  const row = { operator_id: of.operatorId, template_id: of.id };
  store.run(
    of.favourite
      ? store.sql
          .insertInto('template_favourites')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
      : store.sql
          .deleteFrom('template_favourites')
          .where('operator_id', '=', of.operatorId)
          .where('template_id', '=', of.id),
  );
}
