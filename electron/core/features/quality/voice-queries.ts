import type { ConversationId } from '../../../shared/ids.ts';
import type { VoiceRecord } from '../../../shared/quality.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** How the replies that stand in a conversation now stood to the guide when they were sent, by the number of their message. */
export function voiceOf(store: ClientStore, conversationId: ConversationId): Map<number, VoiceRecord> {
  const query = store.sql
    .selectFrom('voice_scores')
    .innerJoin('messages', 'messages.internet_message_id', 'voice_scores.internet_message_id')
    .select([
      'messages.seq',
      'voice_scores.guide_version',
      'voice_scores.words',
      'voice_scores.issues',
      'voice_scores.checks',
      'voice_scores.ignored',
      'voice_scores.overridden',
    ])
    .where('messages.conversation_id', '=', conversationId);
  return new Map(
    store.all(query).map((row) => [
      row.seq,
      {
        guideVersion: row.guide_version,
        words: row.words,
        issues: row.issues,
        checks: JSON.parse(row.checks) as VoiceRecord['checks'],
        ignored: JSON.parse(row.ignored) as VoiceRecord['ignored'],
        overridden: row.overridden === 1,
      },
    ]),
  );
}
