import type { Selectable } from 'kysely';
import type { OperatorId } from '../../../shared/ids.ts';
import type { GuideBody, GuideState, GuideStepKind } from '../../../shared/voice-guides.ts';
import { GuideConfig } from '../../../shared/voice/guide-config.ts';
import { GuideLines } from '../../../shared/voice/guide-lines.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientTables } from '../../store/client/tables.ts';

export interface StoredGuide extends GuideBody {
  readonly version: number;
  readonly state: GuideState;
  readonly createdAt: number;
  readonly operatorId: OperatorId | null;
}

const ofRow = (row: Selectable<ClientTables['voice_guides']>): StoredGuide => ({
  version: row.version,
  state: row.state,
  briefing: JSON.parse(row.briefing) as GuideBody['briefing'],
  rules: JSON.parse(row.rules) as GuideBody['rules'],
  checklist: JSON.parse(row.checklist) as GuideBody['checklist'],
  errorsBlockSending: row.errors_block_sending === 1,
  config: GuideConfig.parse(JSON.parse(row.config)),
  lines: GuideLines.parse(JSON.parse(row.lines)),
  fourEyes: row.four_eyes === 1,
  createdAt: row.created_at,
  operatorId: row.operator_id,
});

export const bodyOf = (stored: StoredGuide): GuideBody => ({
  briefing: stored.briefing,
  rules: stored.rules,
  checklist: stored.checklist,
  errorsBlockSending: stored.errorsBlockSending,
  config: stored.config,
  lines: stored.lines,
  fourEyes: stored.fourEyes,
});

/** The version in force, or undefined where none has been published. */
export function guideInForce(store: ClientStore): StoredGuide | undefined {
  const row = store.first(
    store.sql
      .selectFrom('voice_guides')
      .selectAll()
      .where('state', '=', 'published')
      .orderBy('version', 'desc')
      .limit(1),
  );
  return row && ofRow(row);
}

/** Of a client that has no guide. */
export const emptyBody: GuideBody = {
  briefing: { tone: '', dos: [], donts: [] },
  rules: [],
  checklist: [],
  errorsBlockSending: false,
  config: { ini: '', vocabularies: [], lists: [], spelling: false },
  lines: [],
  fourEyes: false,
};

export function bodyInForce(store: ClientStore): GuideBody {
  const guide = guideInForce(store);
  return guide ? bodyOf(guide) : emptyBody;
}

/** The newest version, whatever its state. */
export function newestGuide(store: ClientStore): StoredGuide | undefined {
  const row = store.first(
    store.sql.selectFrom('voice_guides').selectAll().orderBy('version', 'desc').limit(1),
  );
  return row && ofRow(row);
}

/** Those of these versions that there are. */
export const guidesOf = (store: ClientStore, versions: readonly number[]): StoredGuide[] =>
  store.all(store.sql.selectFrom('voice_guides').selectAll().where('version', 'in', versions)).map(ofRow);

export const versionInForce = (store: ClientStore): number =>
  store.first(
    store.sql
      .selectFrom('voice_guides')
      .select('version')
      .where('state', '=', 'published')
      .orderBy('version', 'desc')
      .limit(1),
  )?.version ?? 0;

export const newestVersion = (store: ClientStore): number =>
  store.first(store.sql.selectFrom('voice_guides').select('version').orderBy('version', 'desc').limit(1))
    ?.version ?? 0;

export function insertGuide(
  store: ClientStore,
  guide: { body: GuideBody; version: number; state: GuideState; operatorId: OperatorId; now: number },
): void {
  const { body, version, state, operatorId, now } = guide;
  store.run(
    store.sql.insertInto('voice_guides').values({
      version,
      state,
      briefing: JSON.stringify(body.briefing),
      rules: JSON.stringify(body.rules),
      checklist: JSON.stringify(body.checklist),
      errors_block_sending: body.errorsBlockSending ? 1 : 0,
      config: JSON.stringify(body.config),
      lines: JSON.stringify(body.lines),
      four_eyes: body.fourEyes ? 1 : 0,
      created_at: now,
      operator_id: operatorId,
    }),
  );
}

export const setState = (store: ClientStore, { version, state }: { version: number; state: GuideState }) =>
  void store.run(store.sql.updateTable('voice_guides').set({ state }).where('version', '=', version));

export interface StepRow {
  readonly version: number;
  readonly step: GuideStepKind;
  readonly comment: string;
  readonly at: number;
  readonly operator_id: OperatorId | null;
}

export const insertStep = (store: ClientStore, step: StepRow): void =>
  void store.run(store.sql.insertInto('voice_guide_steps').values(step));

export interface StepPage {
  /** Exclusive; null: the newest. */
  readonly before: number | null;
  readonly limit: number;
}

/** Newest first. */
export function listSteps(store: ClientStore, { before, limit }: StepPage): (StepRow & { seq: number })[] {
  const steps = store.sql
    .selectFrom('voice_guide_steps')
    .select(['seq', 'version', 'step', 'comment', 'at', 'operator_id'])
    .orderBy('seq', 'desc')
    .limit(limit);
  return store.all(before === null ? steps : steps.where('seq', '<', before));
}

export const newestStepOf = (
  store: ClientStore,
  version: number,
): Pick<StepRow, 'step' | 'comment'> | undefined =>
  store.first(
    store.sql
      .selectFrom('voice_guide_steps')
      .select(['step', 'comment'])
      .where('version', '=', version)
      .orderBy('seq', 'desc')
      .limit(1),
  );
