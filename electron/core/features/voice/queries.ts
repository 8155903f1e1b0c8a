import type { ChecklistItem } from '../../../shared/outbox.ts';
import type { OperatorId } from '../../../shared/ids.ts';
import type { RuleFile, VoiceGuideDraft } from '../../../shared/voice-guides.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

export type GuideDraft = Omit<VoiceGuideDraft, 'clientId'>;

export interface StoredGuide extends Omit<GuideDraft, 'checklist'> {
  readonly version: number;
  readonly checklist: readonly ChecklistItem[];
  readonly createdAt: number;
}

/** The newest version, or undefined where the client has no guide yet. */
export function newestGuide(store: ClientStore): StoredGuide | undefined {
  const row = store.first(
    store.sql.selectFrom('voice_guides').selectAll().orderBy('version', 'desc').limit(1),
  );
  return (
    row && {
      version: row.version,
      briefing: JSON.parse(row.briefing) as GuideDraft['briefing'],
      rules: JSON.parse(row.rules) as RuleFile[],
      checklist: JSON.parse(row.checklist) as ChecklistItem[],
      errorsBlockSending: row.errors_block_sending === 1,
      createdAt: row.created_at,
    }
  );
}

export const newestVersion = (store: ClientStore): number =>
  store.first(store.sql.selectFrom('voice_guides').select('version').orderBy('version', 'desc').limit(1))
    ?.version ?? 0;

export function insertGuide(
  store: ClientStore,
  guide: GuideDraft & { version: number; operatorId: OperatorId; now: number },
): void {
  store.run(
    store.sql.insertInto('voice_guides').values({
      version: guide.version,
      briefing: JSON.stringify(guide.briefing),
      rules: JSON.stringify(guide.rules),
      checklist: JSON.stringify(guide.checklist),
      errors_block_sending: guide.errorsBlockSending ? 1 : 0,
      created_at: guide.now,
      operator_id: guide.operatorId,
    }),
  );
}
