import type { Identity } from '../../../shared/channels.ts';
import type { ConversationId, OperatorId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** Enough to see what stands under every reply; reading more of a large store would hold up the first check. */
const mostSent = 400;
/** Newest messages among which they are looked for. */
const mostRead = 4_000;
const mostWritten = 60;

export const listIdentities = (store: ClientStore): Identity[] =>
  store
    .all(store.sql.selectFrom('channels').select('identities'))
    .flatMap(({ identities }) => JSON.parse(identities) as Identity[]);

/** Every text of the newest version of each template that has not been removed. */
export const listTemplateSources = (store: ClientStore): { id: string; source: string }[] =>
  store
    .all(store.sql.selectFrom('newest_templates').select(['id', 'source', 'variants']))
    .flatMap(({ id, source, variants }) => [
      { id, source },
      ...(JSON.parse(variants) as { source: string }[]).map((variant) => ({ id, source: variant.source })),
    ]);

/** What stands below replies, as it was written. */
export const listSignatureSources = (store: ClientStore): { id: string; source: string }[] =>
  store.all(store.sql.selectFrom('signatures').select(['id', 'text as source']));

/** Replies of ours, newest first. */
export const listSent = (store: ClientStore) =>
  store.all(
    store.sql
      .selectFrom('messages')
      .select(['conversation_id as conversationId', 'subject', 'body as text'])
      .where(
        'seq',
        'in',
        store.sql.selectFrom('messages').select('seq').orderBy('seq', 'desc').limit(mostRead),
      )
      .where('kind', '=', 'outbound')
      .orderBy('seq', 'desc')
      .limit(mostSent),
  );

/** What the customer's side wrote in a conversation, newest first, with the addresses that have a part in it. */
export function customersSide(store: ClientStore, id: ConversationId) {
  const rows = store.all(
    store.sql
      .selectFrom('messages')
      .select(['subject', 'body', 'quote', 'from_address', 'recipients'])
      .where('conversation_id', '=', id)
      .where('kind', '=', 'inbound')
      .orderBy('seq', 'desc')
      .limit(mostWritten),
  );
  const people = rows.flatMap((row) => {
    const { to = [], cc = [] } = JSON.parse(row.recipients) as { to?: Identity[]; cc?: Identity[] };
    return [row.from_address, ...to.map(({ address }) => address), ...cc.map(({ address }) => address)];
  });
  const contact = store.all(
    store.sql
      .selectFrom('conversations')
      .innerJoin('identities', 'identities.contact_id', 'conversations.contact_id')
      .select('identities.address')
      .where('conversations.id', '=', id),
  );
  return {
    written: rows.flatMap(({ subject, body, quote }) => [subject, body, quote]),
    addresses: new Set(
      [...people, ...contact.map(({ address }) => address)].map((each) => each.toLowerCase()),
    ),
  };
}

/** Whether a passage stands in some message: the words in their order, as the full-text index folds them. */
export const isWrittenHere = (store: ClientStore, words: readonly string[]): boolean =>
  store
    .prepare('SELECT 1 FROM message_search WHERE message_search MATCH ? LIMIT 1')
    .get(`body : "${words.join(' ')}"`) !== undefined;

/** Whether somebody writes to this client from an address. */
export const isCustomersAddress = (store: ClientStore, address: string): boolean =>
  store.first(
    store.sql
      .selectFrom('identities')
      .select('contact_id')
      .where('kind', '=', 'email')
      .where('address', '=', address.toLowerCase()),
  ) !== undefined;

export const hasConversation = (store: ClientStore, id: ConversationId): boolean =>
  store.first(store.sql.selectFrom('conversations').select('id').where('id', '=', id)) !== undefined;

export const hasTemplate = (store: ClientStore, id: string): boolean =>
  store.prepare('SELECT 1 FROM templates WHERE id = ? LIMIT 1').get(id) !== undefined;

export const newestDayNote = (store: ClientStore) =>
  store.first(store.sql.selectFrom('day_notes').selectAll().orderBy('seq', 'desc').limit(1));

export function insertDayNote(
  store: ClientStore,
  note: { text: string; expiresAt: number; operatorId: OperatorId; now: number },
): void {
  store.run(
    store.sql.insertInto('day_notes').values({
      text: note.text,
      expires_at: note.expiresAt,
      operator_id: note.operatorId,
      written_at: note.now,
    }),
  );
}

/** What moving to this client cost, by operator, since a moment. */
export const listSwitches = (store: ClientStore, since: number) =>
  store.all(
    store.sql
      .selectFrom('events')
      .select(['actor_id', 'data'])
      .where('type', '=', 'switched')
      .where('at', '>=', since)
      .orderBy('at'),
  );
