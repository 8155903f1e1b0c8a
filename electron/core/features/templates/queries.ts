import type { ConversationId, OperatorId, TemplateId } from '../../../shared/ids.ts';
import type { Template, TemplateBody } from '../../../shared/templates.ts';
import { toInstant } from '../../../shared/time.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientTables } from '../../store/client/tables.ts';

type TemplateRow = ClientTables['templates'];

/** The newest version of each template that has not been removed, by name. */
export function listTemplates(store: ClientStore): Template[] {
  const rows = store.all(
    store.sql
      .selectFrom('templates as template')
      .selectAll('template')
      .where('removed', '=', 0)
      .where(({ eb, selectFrom }) =>
        eb(
          'version',
          '=',
          selectFrom('templates as other')
            .select(({ fn }) => fn.max('other.version').as('newest'))
            .whereRef('other.id', '=', 'template.id'),
        ),
      ),
  );
  return rows.map(present).toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** The newest version, whether removed or not. */
export const newestVersion = (store: ClientStore, id: TemplateId): TemplateRow | undefined =>
  store.first(
    store.sql.selectFrom('templates').selectAll().where('id', '=', id).orderBy('version', 'desc').limit(1),
  );

export function insertVersion(
  store: ClientStore,
  template: TemplateBody & {
    id: TemplateId;
    version: number;
    removed: boolean;
    operatorId: OperatorId;
    now: number;
  },
): void {
  store.run(
    store.sql.insertInto('templates').values({
      id: template.id,
      version: template.version,
      name: template.name,
      shortcut: template.shortcut,
      locale: template.locale,
      source: template.source,
      removed: template.removed ? 1 : 0,
      created_at: template.now,
      operator_id: template.operatorId,
    }),
  );
}

export const present = (row: TemplateRow): Template => ({
  id: row.id,
  version: row.version,
  name: row.name,
  shortcut: row.shortcut,
  locale: row.locale,
  source: row.source,
  updatedAt: toInstant(row.created_at),
});

export interface ConversationFacts {
  readonly subject: string;
  readonly status: string;
  readonly createdAt: number;
  readonly channel: string;
  readonly customerName: string;
  readonly customerLanguage: string | null;
  readonly customerEmail: string | null;
  readonly tags: readonly string[];
}

/** What a template may say about a conversation and its customer. */
export function conversationFacts(store: ClientStore, id: ConversationId): ConversationFacts | undefined {
  const row = store.first(
    store.sql
      .selectFrom('conversations')
      .innerJoin('contacts', 'contacts.id', 'conversations.contact_id')
      .innerJoin('channels', 'channels.id', 'conversations.channel_id')
      .select(['conversations.subject', 'conversations.status', 'conversations.created_at', 'contact_id'])
      .select(['contacts.name as customer_name', 'contacts.language', 'channels.name as channel_name'])
      .where('conversations.id', '=', id),
  );
  if (!row) return undefined;
  const identity = store.first(
    store.sql
      .selectFrom('identities')
      .select('address')
      .where('contact_id', '=', row.contact_id)
      .orderBy('address')
      .limit(1),
  );
  const tags = store.all(
    store.sql.selectFrom('conversation_tags').select('tag').where('conversation_id', '=', id).orderBy('tag'),
  );
  return {
    subject: row.subject,
    status: row.status,
    createdAt: row.created_at,
    channel: row.channel_name,
    customerName: row.customer_name,
    customerLanguage: row.language,
    customerEmail: identity?.address ?? null,
    tags: tags.map(({ tag }) => tag),
  };
}
