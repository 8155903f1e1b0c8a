import type { ConversationId, CorrectionId, MessageId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { readableSourceOf } from '../../../store/client/message-sources.ts';
import { answeredBy } from './answered-by.ts';
import { carry } from './carry.ts';

interface Since {
  readonly correctionId: CorrectionId;
  readonly from: ConversationId;
  readonly into: ConversationId;
  /** Somebody writes there. */
  readonly isWrittenInto: boolean;
}

/** Mail that came after a correction goes with the messages that it answers, one after the other. */
export function carrySince(store: ClientStore, { correctionId, from, into, isWrittenInto }: Since): void {
  for (const message of cameSince(store, { correctionId, from })) {
    if (answeredIn(store, message) === into) carry(store, { ids: [message.id], from, into, isWrittenInto });
  }
}

interface Message {
  readonly seq: number;
  readonly id: MessageId;
}

/** Ids grow with the time at which something was stored. */
const cameSince = (
  store: ClientStore,
  { correctionId, from }: Pick<Since, 'correctionId' | 'from'>,
): Message[] =>
  store
    .prepare(
      `SELECT seq, id FROM messages WHERE conversation_id = ? AND id > ? AND kind <> 'note' ORDER BY sent_at, seq`,
    )
    .all(from, correctionId) as Message[];

/** Where the newest of the messages stands that this one names. */
function answeredIn(store: ClientStore, { seq }: Message): ConversationId | undefined {
  const named = store
    .prepare(
      `SELECT m.conversation_id AS id FROM message_references r
         JOIN messages m ON m.internet_message_id = r.internet_message_id AND m.kind <> 'note'
       WHERE r.message_seq = ? ORDER BY m.sent_at DESC, m.seq DESC LIMIT 1`,
    )
    .get(seq) as { id: ConversationId } | undefined;
  return named?.id ?? answeredByOurs(store, seq);
}

/** Of a reply that left through our outbox, only its bytes say what it answers. */
function answeredByOurs(store: ClientStore, seq: number): ConversationId | undefined {
  const source = readableSourceOf(store, seq);
  const answered = source ? answeredBy(source) : undefined;
  if (answered === undefined) return undefined;
  const row = store
    .prepare('SELECT conversation_id AS id FROM messages WHERE internet_message_id = ? LIMIT 1')
    .get(answered) as { id: ConversationId } | undefined;
  return row?.id;
}
