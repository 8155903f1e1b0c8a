import type { Participant } from '../../../../shared/conversations.ts';
import type { ContactId, ConversationId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import {
  addressKeyOf,
  addressKeysOf,
  aliasesOf,
  mayFollow,
  mayPrecede,
  subjectWindowMilliseconds,
  type Linkable,
} from './link-rules.ts';
import { mostReferences } from '../intake/message-rows.ts';
import { scoresOf, type Evidence, type Scored } from './placement-rules.ts';
import { isReplySubject, subjectKeyOf } from './subject-rules.ts';
import { goesOnUnder } from './topic-rules.ts';

/** A message that looks for its conversation, inside one client. */
export interface Unplaced extends Linkable {
  readonly internetMessageId: string | null;
  readonly references: readonly string[];
  readonly subject: string;
  /** A machine's: its own way of putting a subject begins no topic. */
  readonly automatic: boolean;
  readonly at: number;
  readonly contactId: ContactId;
}

interface LinkedRow {
  readonly conversation_id: ConversationId;
  readonly contact_id: ContactId;
  readonly kind: Linkable['kind'];
  readonly from_address: string;
  readonly recipients: string;
  readonly subject: string;
  readonly automatic: 0 | 1;
}
/** A message that is there, and who took part in it. */
interface Linked {
  readonly row: LinkedRow;
  readonly message: Linkable;
}

const linkedColumns =
  'm.conversation_id, c.contact_id, m.kind, m.from_address, m.recipients, m.subject, m.automatic';
/** Beyond this many answers to one message nothing new is learned about where it belongs. */
const mostAnswers = 200;

const namedMessages = `SELECT ${linkedColumns} FROM messages m JOIN conversations c ON c.id = m.conversation_id
  WHERE m.internet_message_id = ?`;
const namingMessages = `SELECT ${linkedColumns} FROM message_references r JOIN messages m ON m.seq = r.message_seq
    JOIN conversations c ON c.id = m.conversation_id
  WHERE r.internet_message_id = ? LIMIT ${mostAnswers}`;
const messagesAlike = `SELECT ${linkedColumns}, m.sent_at, EXISTS (
      SELECT 1 FROM message_references r JOIN messages n ON n.internet_message_id = r.internet_message_id
      WHERE r.message_seq = m.seq) AS knows_its_thread
  FROM conversations c JOIN messages m ON m.conversation_id = c.id
  WHERE c.contact_id = :contact AND c.last_message_at >= :from AND m.subject_key = :key AND m.sent_at BETWEEN :from AND :to
    AND c.status <> 'spam'`;

/** The conversations that the message may join, the likeliest first: by its headers, or cautiously by its subject. */
export function candidatesFor(store: ClientStore, message: Unplaced, own: ReadonlySet<string>): Scored[] {
  const named = namedBy(store, message);
  const asked = named.map(({ nth, ...linked }): Evidence => ({
    ...evidenceOf(message, linked, own),
    by: 'names',
    nth,
    tookPart: mayFollow(message, linked.message, own),
    goesOn: message.automatic || goesOnUnder(message.subject, linked.row.subject),
  }));
  const answers = answersTo(store, message).map((linked): Evidence => ({
    ...evidenceOf(message, linked, own),
    by: 'named',
    nth: 0,
    tookPart: mayPrecede(message, linked.message, own),
    goesOn: linked.row.automatic === 1 || goesOnUnder(linked.row.subject, message.subject),
  }));
  const alike =
    named.length > 0
      ? []
      : bySubject(store, message).map((linked): Evidence => ({
          ...evidenceOf(message, linked, own),
          by: 'subject',
          nth: 0,
          tookPart: true,
          goesOn: true,
          ours: false,
        }));
  return scoresOf([...asked, ...answers, ...alike]);
}

const evidenceOf = (message: Unplaced, there: Linked, own: ReadonlySet<string>) => {
  const aliases = aliasesOf(message, own);
  const ours = there.row.kind === 'outbound';
  return {
    id: there.row.conversation_id,
    sameAlias: aliasesOf(there.message, own).some((alias) => aliases.includes(alias)),
    sameSender: there.row.contact_id === message.contactId,
    ours,
    ownWords: ours || message.kind === 'outbound' || there.message.from === message.from,
  };
};

/** The last of them is what it answers, whatever a mail program has done to the rest. */
function namedBy(store: ClientStore, { references }: Unplaced): (Linked & { nth: number })[] {
  if (references.length === 0) return [];
  const find = store.prepare(namedMessages);
  return references
    .slice(-mostReferences)
    .toReversed()
    .flatMap((reference, nth) =>
      (find.all(reference) as LinkedRow[]).map((row) => ({ ...linkedOf(row), nth })),
    );
}

function answersTo(store: ClientStore, { internetMessageId }: Unplaced): Linked[] {
  if (internetMessageId === null) return [];
  return (store.prepare(namingMessages).all(internetMessageId) as LinkedRow[]).map(linkedOf);
}

function linkedOf(row: LinkedRow): Linked {
  const { to, cc } = JSON.parse(row.recipients) as { to: Participant[]; cc: Participant[] };
  const recipients = addressKeysOf([...to, ...cc]);
  return { row, message: { kind: row.kind, from: addressKeyOf(row.from_address), recipients } };
}

interface SameSubjectRow extends LinkedRow {
  readonly sent_at: number;
  readonly knows_its_thread: 0 | 1;
}

/**
 * Same contact, same subject, within a week, and the later of the two marked as an answer whose headers lead nowhere.
 */
function bySubject(store: ClientStore, message: Unplaced): Linked[] {
  const key = subjectKeyOf(message.subject);
  if (key === '') return [];
  const rows = store.prepare(messagesAlike).all({
    contact: message.contactId,
    from: message.at - subjectWindowMilliseconds,
    key,
    to: message.at + subjectWindowMilliseconds,
  }) as SameSubjectRow[];
  const marked = isReplySubject(message.subject);
  return rows
    .filter((row) =>
      row.sent_at <= message.at ? marked : isReplySubject(row.subject) && row.knows_its_thread === 0,
    )
    .map(linkedOf);
}
