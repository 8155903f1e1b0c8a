import type { TopicLink, TopicLinks } from '../../../../shared/corrections.ts';
import type { Participant } from '../../../../shared/conversations.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { mustFindConversation } from '../conversation-rows.ts';
import { addressKeyOf, addressKeysOf, mayFollow, type Linkable } from '../threading/link-rules.ts';
import { ownAddressesOf } from '../threading/own-addresses.ts';

interface LinkRow {
  readonly id: ConversationId;
  readonly subject: string;
  readonly answer_kind: Linkable['kind'];
  readonly answer_from: string;
  readonly answer_to: string;
  readonly asked_kind: Linkable['kind'];
  readonly asked_from: string;
  readonly asked_to: string;
}

/** More than anybody follows. */
const mostLinks = 20;

const columns = `c.id, c.subject, a.kind AS answer_kind, a.from_address AS answer_from, a.recipients AS answer_to,
  q.kind AS asked_kind, q.from_address AS asked_from, q.recipients AS asked_to`;

/**
 * The conversations between which a thread of mail goes on under another subject, as the messages themselves say: those
 * that this one came out of, and those that came out of it. Only whoever took part in a message is believed to answer it.
 */
export function topicLinksOf(store: ClientStore, id: ConversationId): TopicLinks {
  mustFindConversation(store, id);
  const own = ownAddressesOf(store);
  const from = store
    .prepare(
      `SELECT ${columns}
       FROM (SELECT * FROM messages WHERE conversation_id = ? AND kind <> 'note' ORDER BY sent_at LIMIT 1) a
         JOIN message_references r ON r.message_seq = a.seq
         JOIN messages q ON q.internet_message_id = r.internet_message_id
         JOIN conversations c ON c.id = q.conversation_id AND c.id <> a.conversation_id
       ORDER BY q.sent_at DESC`,
    )
    .all(id) as LinkRow[];
  const to = store
    .prepare(
      `SELECT ${columns}
       FROM messages q JOIN message_references r ON r.internet_message_id = q.internet_message_id
         JOIN messages a ON a.seq = r.message_seq
         JOIN conversations c ON c.id = a.conversation_id AND c.id <> q.conversation_id
       WHERE q.conversation_id = ? AND q.kind <> 'note' AND NOT EXISTS (
         SELECT 1 FROM messages e WHERE e.conversation_id = c.id AND e.kind <> 'note' AND e.sent_at < a.sent_at)
       ORDER BY a.sent_at`,
    )
    .all(id) as LinkRow[];
  return { from: linksOf(from, own), to: linksOf(to, own) };
}

function linksOf(rows: readonly LinkRow[], own: ReadonlySet<string>): TopicLink[] {
  const believed = rows.filter((row) =>
    mayFollow(
      linkable({ kind: row.answer_kind, from: row.answer_from, recipients: row.answer_to }),
      linkable({ kind: row.asked_kind, from: row.asked_from, recipients: row.asked_to }),
      own,
    ),
  );
  const links = new Map(believed.map(({ id, subject }) => [id, { id, subject }]));
  return [...links.values()].slice(0, mostLinks);
}

function linkable(row: { kind: Linkable['kind']; from: string; recipients: string }): Linkable {
  const { to, cc } = JSON.parse(row.recipients) as { to: Participant[]; cc: Participant[] };
  return { kind: row.kind, from: addressKeyOf(row.from), recipients: addressKeysOf([...to, ...cc]) };
}
