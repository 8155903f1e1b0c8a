import type { Outbox } from '../../electron/core/features/outbox/service.ts';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import type { Action } from '../../electron/shared/actions.ts';
import type { Settled, SettledBatch, SettledReply } from './killed-task.ts';

/** Everything that a proof counts, as the store has it once nothing goes on any more. */
export function settledStore(store: ClientStore, outbox: Pick<Outbox, 'compose'>): Settled {
  const ids = store.all(
    store.sql.selectFrom('messages').select('internet_message_id as id').where('kind', '<>', 'note'),
  );
  const pages = store.prepare('PRAGMA quick_check').all() as { quick_check: string }[];
  return {
    messageIds: ids.map(({ id }) => id ?? ''),
    replies: repliesOf(store, outbox),
    batches: batchesOf(store),
    integrity: pages.map(({ quick_check: said }) => said).join(', '),
  };
}

function repliesOf(store: ClientStore, outbox: Pick<Outbox, 'compose'>): SettledReply[] {
  const rows = store.all(
    store.sql
      .selectFrom('outbox')
      .select(['text', 'state', 'filing', 'conversation_id', 'internet_message_id'])
      .orderBy('seq'),
  );
  return rows.map((row) => {
    const id = row.internet_message_id;
    const kept = store.all(
      store.sql.selectFrom('messages').select('id').where('internet_message_id', '=', id),
    );
    const facts = store
      .all(
        store.sql
          .selectFrom('events')
          .select('data')
          .where('type', '=', 'message-sent')
          .where('conversation_id', '=', row.conversation_id),
      )
      .filter(({ data }) => kept.some((message) => data.includes(message.id)));
    return {
      ...{ text: row.text, state: row.state, filing: row.filing, messageId: id },
      ...{ messages: kept.length, facts: facts.length },
      drafted: outbox.compose(store, row.conversation_id).draft?.text === row.text,
    };
  });
}

function batchesOf(store: ClientStore): SettledBatch[] {
  const conversations = store.all(store.sql.selectFrom('conversations').select('id'));
  return store.all(store.sql.selectFrom('batches').selectAll().orderBy('at')).map((batch) => {
    const done = JSON.parse(batch.actions) as Action[];
    const said = done.flatMap((action) => (action.kind === 'note' ? [action.text] : []))[0] ?? '';
    const tag = done.flatMap((action) => (action.kind === 'tag' ? [action.tag] : []))[0] ?? '';
    const notes = Map.groupBy(
      store.all(
        store.sql
          .selectFrom('messages')
          .select('conversation_id as id')
          .where('kind', '=', 'note')
          .where('body', '=', said),
      ),
      ({ id }) => id,
    );
    const tags = store.all(
      store.sql.selectFrom('conversation_tags').select('conversation_id').where('tag', '=', tag),
    );
    return {
      round: Number(said.split(' ')[1]),
      state: batch.state,
      total: batch.total,
      notes: conversations.map(({ id }) => notes.get(id)?.length ?? 0),
      tagged: tags.length,
    };
  });
}
