import type { Participant } from '../../../shared/conversations.ts';
import type { ContactId, ConversationId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import {
  addressKeyOf,
  addressKeysOf,
  mayFollow,
  mayPrecede,
  subjectWindowMilliseconds,
  type Linkable,
} from './link-rules.ts';
import { mostReferences } from './message-rows.ts';
import { isReplySubject, subjectKeyOf } from './subject-rules.ts';

/** A message that looks for its conversation, inside one client. */
export interface Unplaced extends Linkable {
  readonly internetMessageId: string | null;
  readonly references: readonly string[];
  readonly subject: string;
  readonly at: number;
  readonly contactId: ContactId;
}

interface LinkedRow {
  readonly conversation_id: ConversationId;
  readonly kind: Linkable['kind'];
  readonly from_address: string;
  readonly recipients: string;
}
const linkedColumns = 'm.conversation_id, m.kind, m.from_address, m.recipients';
/** Beyond this many answers to one message nothing new is learned about where it belongs. */
const mostAnswers = 200;

/** A conversation that a message may join; `ours` where it hangs together by a message of ours. */
export interface Candidate {
  readonly id: ConversationId;
  readonly ours: boolean;
}

/** Conversations that the message may join: by its headers, or cautiously by its subject. */
export function candidatesFor(store: ClientStore, message: Unplaced, own: ReadonlySet<string>): Candidate[] {
  const named = namedBy(store, message);
  const linked = [
    ...named.filter((row) => mayFollow(message, linkable(row), own)),
    ...answersTo(store, message).filter((row) => mayPrecede(message, linkable(row), own)),
  ];
  const welcome = new Set(linked.map((row) => row.conversation_id));
  if (named.length === 0) for (const id of bySubject(store, message)) welcome.add(id);
  /** It names a message there without having taken part: whatever else it claims, it stays out. */
  const refused = refusedBy(named, { message, own });
  const ours = new Set(linked.filter((row) => row.kind === 'outbound').map((row) => row.conversation_id));
  return [...welcome].filter((id) => !refused.has(id)).map((id) => ({ id, ours: ours.has(id) }));
}

function refusedBy(
  named: readonly LinkedRow[],
  { message, own }: { message: Unplaced; own: ReadonlySet<string> },
): Set<ConversationId> {
  const byConversation = Map.groupBy(named, (row) => row.conversation_id);
  const refusing = [...byConversation].filter(([, rows]) =>
    rows.every((row) => !mayFollow(message, linkable(row), own)),
  );
  return new Set(refusing.map(([id]) => id));
}

function namedBy(store: ClientStore, message: Unplaced): LinkedRow[] {
  const find = store.prepare(`SELECT ${linkedColumns} FROM messages m WHERE m.internet_message_id = ?`);
  return message.references.slice(-mostReferences).flatMap((reference) => find.all(reference) as LinkedRow[]);
}

function answersTo(store: ClientStore, message: Unplaced): LinkedRow[] {
  if (message.internetMessageId === null) return [];
  return store
    .prepare(
      `SELECT ${linkedColumns} FROM message_references r JOIN messages m ON m.seq = r.message_seq
       WHERE r.internet_message_id = ? LIMIT ${mostAnswers}`,
    )
    .all(message.internetMessageId) as LinkedRow[];
}

const linkable = (row: LinkedRow): Linkable => {
  const { to, cc } = JSON.parse(row.recipients) as { to: Participant[]; cc: Participant[] };
  return { kind: row.kind, from: addressKeyOf(row.from_address), recipients: addressKeysOf([...to, ...cc]) };
};

interface SameSubjectRow {
  readonly conversation_id: ConversationId;
  readonly subject: string;
  readonly sent_at: number;
  readonly knows_its_thread: 0 | 1;
}

/**
 * Same contact, same subject, within a week, and the later of the two marked as an answer whose headers lead nowhere.
 */
function bySubject(store: ClientStore, message: Unplaced): ConversationId[] {
  const key = subjectKeyOf(message.subject);
  if (key === '') return [];
  const rows = store
    .prepare(
      `SELECT m.conversation_id, m.subject, m.sent_at, EXISTS (
           SELECT 1 FROM message_references r JOIN messages n ON n.internet_message_id = r.internet_message_id
           WHERE r.message_seq = m.seq) AS knows_its_thread
       FROM conversations c JOIN messages m ON m.conversation_id = c.id
       WHERE c.contact_id = :contact AND c.last_message_at >= :from AND m.subject_key = :key AND m.sent_at BETWEEN :from AND :to
         AND c.status <> 'spam'`,
    )
    .all({
      contact: message.contactId,
      from: message.at - subjectWindowMilliseconds,
      key,
      to: message.at + subjectWindowMilliseconds,
    }) as SameSubjectRow[];
  const marked = isReplySubject(message.subject);
  const found = rows
    .filter((row) =>
      row.sent_at <= message.at ? marked : isReplySubject(row.subject) && row.knows_its_thread === 0,
    )
    .map((row) => row.conversation_id);
  return [...new Set(found)];
}
