import type { ConversationId, OperatorId } from '../../../shared/ids.ts';
import type { IgnoredFinding } from '../../../shared/outbox.ts';
import { standing } from '../../../shared/voice/standing.ts';
import type { VoiceFinding } from '../../../shared/voice-guides.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { findScore, insertScore } from './reply-queries.ts';

/** A reply as it was judged when it was sent. */
export interface JudgedReply {
  readonly row: {
    readonly internet_message_id: string;
    readonly conversation_id: ConversationId;
    readonly operator_id: OperatorId;
    readonly created_at: number;
  };
  readonly judgement: {
    readonly version: number;
    readonly findings: readonly VoiceFinding[];
    /** How many are its writer's own. */
    readonly words: number;
  };
  /** What its writer set aside for this once, with a reason. */
  readonly ignored: readonly IgnoredFinding[];
  readonly overridden: boolean;
}

/** The same words on their way once more, under another Message-ID. */
export interface JudgedAgain {
  readonly row: Pick<JudgedReply['row'], 'internet_message_id' | 'operator_id' | 'created_at'>;
  /** The Message-ID under which they were judged. */
  readonly judgedAs: string;
}

export function recordScore(store: ClientStore, reply: JudgedReply): void {
  const { row, judgement, overridden } = reply;
  const { left, ignored } = standing(judgement.findings, reply.ignored);
  const counts = Object.entries(Object.groupBy(left, ({ check }) => check));
  insertScore(store, {
    internet_message_id: row.internet_message_id,
    conversation_id: row.conversation_id,
    operator_id: row.operator_id,
    guide_version: judgement.version,
    words: judgement.words,
    issues: left.length,
    checks: JSON.stringify(counts.map(([check, found = []]) => ({ check, count: found.length }))),
    ignored: JSON.stringify(ignored),
    overridden: overridden ? 1 : 0,
    at: row.created_at,
  });
}

/** What was found in the words stands for them wherever they go; nothing where they were never judged. */
export function repeatScore(store: ClientStore, { row, judgedAs }: JudgedAgain): void {
  const score = findScore(store, judgedAs);
  if (!score) return;
  const { internet_message_id, operator_id, created_at: at } = row;
  insertScore(store, { ...score, internet_message_id, operator_id, at });
}
