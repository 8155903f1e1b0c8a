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
const linkedColumns =
  'm.conversation_id, c.contact_id, m.kind, m.from_address, m.recipients, m.subject, m.automatic';
/** Beyond this many answers to one message nothing new is learned about where it belongs. */
const mostAnswers = 200;

/** The conversations that the message may join, the likeliest first: by its headers, or cautiously by its subject. */
export function candidatesFor(store: ClientStore, message: Unplaced, own: ReadonlySet<string>): Scored[] {
  const named = namedBy(store, message);
  const asked = named.map(({ row, nth }): Evidence => ({
    ...evidenceOf(message, row, own),
    by: 'names',
    nth,
    tookPart: mayFollow(message, linkable(row), own),
    goesOn: message.automatic || goesOnUnder(message.subject, row.subject),
  }));
  const answers = answersTo(store, message).map((row): Evidence => ({
    ...evidenceOf(message, row, own),
    by: 'named',
    nth: 0,
    tookPart: mayPrecede(message, linkable(row), own),
    goesOn: row.automatic === 1 || goesOnUnder(row.subject, message.subject),
  }));
  const alike =
    named.length > 0
      ? []
      : bySubject(store, message).map((row): Evidence => ({
          ...evidenceOf(message, row, own),
          by: 'subject',
          nth: 0,
          tookPart: true,
          goesOn: true,
          ours: false,
        }));
  return scoresOf([...asked, ...answers, ...alike]);
}

const evidenceOf = (message: Unplaced, row: LinkedRow, own: ReadonlySet<string>) => {
  const aliases = aliasesOf(message, own);
  return {
    id: row.conversation_id,
    sameAlias: aliasesOf(linkable(row), own).some((alias) => aliases.includes(alias)),
    sameSender: row.contact_id === message.contactId,
    ours: row.kind === 'outbound',
    ownWords:
      message.kind === 'outbound' ||
      row.kind === 'outbound' ||
      addressKeyOf(row.from_address) === message.from,
  };
};

/** The last of them is what it answers, whatever a mail program has done to the rest. */
function namedBy(store: ClientStore, message: Unplaced): { row: LinkedRow; nth: number }[] {
  const find = store.prepare(
    `SELECT ${linkedColumns} FROM messages m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.internet_message_id = ?`,
  );
  return message.references
    .slice(-mostReferences)
    .toReversed()
    .flatMap((reference, nth) => (find.all(reference) as LinkedRow[]).map((row) => ({ row, nth })));
}

function answersTo(store: ClientStore, message: Unplaced): LinkedRow[] {
  if (message.internetMessageId === null) return [];
  return store
    .prepare(
      `SELECT ${linkedColumns} FROM message_references r JOIN messages m ON m.seq = r.message_seq
         JOIN conversations c ON c.id = m.conversation_id
       WHERE r.internet_message_id = ? LIMIT ${mostAnswers}`,
    )
    .all(message.internetMessageId) as LinkedRow[];
}

const linkable = (row: LinkedRow): Linkable => {
  const { to, cc } = JSON.parse(row.recipients) as { to: Participant[]; cc: Participant[] };
  return { kind: row.kind, from: addressKeyOf(row.from_address), recipients: addressKeysOf([...to, ...cc]) };
};

interface SameSubjectRow extends LinkedRow {
  readonly sent_at: number;
  readonly knows_its_thread: 0 | 1;
}

/**
 * Same contact, same subject, within a week, and the later of the two marked as an answer whose headers lead nowhere.
 */
function bySubject(store: ClientStore, message: Unplaced): LinkedRow[] {
  const key = subjectKeyOf(message.subject);
  if (key === '') return [];
  const rows = store
    .prepare(
      `SELECT ${linkedColumns}, m.sent_at, EXISTS (
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
  return rows.filter((row) =>
    row.sent_at <= message.at ? marked : isReplySubject(row.subject) && row.knows_its_thread === 0,
  );
}
