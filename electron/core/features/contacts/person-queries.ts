import type { HistoryPlace } from '../../../shared/contacts.ts';
import type { ContactId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { readableSourceOf } from '../../store/client/message-sources.ts';

/** Addresses of these persons, in a steady order. */
export const addressRowsOf = (store: ClientStore, persons: readonly ContactId[]) =>
  store.all(
    store.sql
      .selectFrom('identities')
      .select(['address', 'contact_id', 'origin_id'])
      .where('contact_id', 'in', persons)
      .orderBy('address'),
  );

/** Conversations with a person, the last touched first; `before` is exclusive. */
export function historyRows(
  store: ClientStore,
  of: { personId: ContactId; before: HistoryPlace | null; limit: number },
) {
  const { personId, before, limit } = of;
  const query = store.sql
    .selectFrom('conversations as c')
    .innerJoin('channels as h', 'h.id', 'c.channel_id')
    .leftJoin('statuses as s', 's.id', 'c.status_id')
    .select(['c.id', 'c.subject', 'c.status', 'c.channel_id', 'c.message_count', 'c.last_message_at'])
    .select(['h.name as channel_name', 's.id as status_id', 's.name as status_name'])
    .where('c.contact_id', '=', personId)
    .orderBy('c.last_message_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit);
  if (before === null) return store.all(query);
  const at = Date.parse(before.at);
  return store.all(
    query.where((where) =>
      where.and([
        where('c.last_message_at', '<=', at),
        where.or([where('c.last_message_at', '<', at), where('c.id', '<', before.id)]),
      ]),
    ),
  );
}

/** Surveys shown of a person. */
const mostOpinions = 20;

export const opinionRows = (store: ClientStore, personId: ContactId) =>
  store.all(
    store.sql
      .selectFrom('survey_answers as a')
      .innerJoin('conversations as c', 'c.id', 'a.conversation_id')
      .select(['a.conversation_id', 'a.kind', 'a.score', 'a.comment', 'a.answered_at'])
      .where('c.contact_id', '=', personId)
      .where('a.score', 'is not', null)
      .where('a.answered_at', 'is not', null)
      .orderBy('a.answered_at', 'desc')
      .limit(mostOpinions),
  );

/** Mails looked at for a guess: what somebody wrote lately says most. */
const mostMails = 8;
/** Bytes of a mail's beginning that hold its headers, of all but odd mail; no larger mail is opened for them. */
const headBytes = 8_192;
const largestOpened = 256 * 1024;
const bodyCharacters = 2_000;

interface Written {
  readonly seq: number;
  readonly from_address: string;
  readonly body: string;
  readonly size: number | null;
}

/** What a person wrote last: the words, and the head of the mail where its bytes are known. */
export const lastWritten = (store: ClientStore, personId: ContactId) =>
  mailsOf(store, personId).map(({ seq, from_address, body, size }) => ({
    from_address,
    body,
    head: size === null || size > largestOpened ? null : headOf(store, seq),
  }));

const headOf = (store: ClientStore, seq: number): Uint8Array | null =>
  readableSourceOf(store, seq)?.subarray(0, headBytes) ?? null;

const mailsOf = (store: ClientStore, personId: ContactId) =>
  store
    .prepare(
      `SELECT m.seq, m.from_address, substr(m.body, 1, ${bodyCharacters}) AS body, s.size
       FROM conversations c JOIN messages m ON m.conversation_id = c.id
       LEFT JOIN message_sources s ON s.message_seq = m.seq
       WHERE c.id IN (SELECT id FROM conversations WHERE contact_id = ? ORDER BY last_message_at DESC LIMIT ${mostMails})
         AND m.kind = 'inbound' AND m.automatic = 0
       ORDER BY m.seq DESC LIMIT ${mostMails}`,
    )
    .all(personId) as Written[];
