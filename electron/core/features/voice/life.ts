import { LiaisonError } from '../../../shared/errors.ts';
import type { OperatorId } from '../../../shared/ids.ts';
import { toInstant } from '../../../shared/time.ts';
import type {
  GuideBody,
  GuideHistory,
  GuideState,
  GuideStepKind,
  PendingGuide,
} from '../../../shared/voice-guides.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import {
  bodyOf,
  guideInForce,
  guidesOf,
  insertGuide,
  insertStep,
  listSteps,
  newestGuide,
  newestStepOf,
  newestVersion,
  setState,
  type StepPage,
  type StoredGuide,
} from './queries.ts';

/** The versions of a guide: written, submitted, approved by another where the guide says so, and brought back. */
export interface GuideLife {
  /** A version that is in force at once. @throws LiaisonError `forbidden` where another has to approve it */
  publish(store: ClientStore, operatorId: OperatorId, body: GuideBody): void;
  /** A version that waits; what is in force stays so. */
  draft(store: ClientStore, operatorId: OperatorId, body: GuideBody): void;
  submit(store: ClientStore, operatorId: OperatorId, version: number): void;
  /**
   * Puts what is written in force, or sends it back with a comment.
   *
   * @throws LiaisonError `conflict` where it has moved on, `forbidden` to its own writer where another has to approve it
   */
  decide(
    store: ClientStore,
    operatorId: OperatorId,
    decision: { version: number; publish: boolean; comment: string },
  ): void;
  /** An earlier version as the newest draft. @throws LiaisonError `not-found` */
  restore(store: ClientStore, operatorId: OperatorId, version: number): void;
  /** Newest first. */
  history(store: ClientStore, page: StepPage): GuideHistory;
  /** What is being worked on; null where the newest version is the one in force. */
  pending(store: ClientStore): PendingGuide | null;
}

export function createGuideLife(clock: Clock): GuideLife {
  function write(
    store: ClientStore,
    operatorId: OperatorId,
    version: { body: GuideBody; state: GuideState; step: GuideStepKind },
  ): void {
    const now = clock.now();
    const number = newestVersion(store) + 1;
    insertGuide(store, { body: version.body, state: version.state, version: number, operatorId, now });
    insertStep(store, { version: number, step: version.step, comment: '', at: now, operator_id: operatorId });
  }
  const note = (
    store: ClientStore,
    operatorId: OperatorId,
    step: { version: number; step: GuideStepKind; comment?: string },
  ) => insertStep(store, { comment: '', ...step, at: clock.now(), operator_id: operatorId });

  return {
    publish: (store, operatorId, body) =>
      store.transaction(() => {
        if (guideInForce(store)?.fourEyes) throw needsAnother();
        write(store, operatorId, { body, state: 'published', step: 'published' });
      }),
    draft: (store, operatorId, body) =>
      store.transaction(() => write(store, operatorId, { body, state: 'draft', step: 'drafted' })),
    submit: (store, operatorId, version) =>
      store.transaction(() => {
        mustBeNewest(store, version, ['draft']);
        setState(store, { version, state: 'submitted' });
        note(store, operatorId, { version, step: 'submitted' });
      }),
    decide: (store, operatorId, { version, publish, comment }) =>
      store.transaction(() => {
        const guide = mustBeNewest(store, version, publish ? ['draft', 'submitted'] : ['submitted']);
        if (publish && guideInForce(store)?.fourEyes && guide.operatorId === operatorId) throw needsAnother();
        setState(store, { version, state: publish ? 'published' : 'draft' });
        note(store, operatorId, { version, step: publish ? 'published' : 'returned', comment });
      }),
    restore: (store, operatorId, version) =>
      store.transaction(() => {
        const [earlier] = guidesOf(store, [version]);
        if (!earlier) throw new LiaisonError('not-found', { detail: { what: 'voice-guide' } });
        write(store, operatorId, { body: bodyOf(earlier), state: 'draft', step: 'restored' });
      }),
    history(store, { before, limit }) {
      const rows = listSteps(store, { before, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const guides = guidesOf(store, [...new Set(shown.map(({ version }) => version))]);
      const bodies = new Map(guides.map((guide) => [guide.version, bodyOf(guide)]));
      const steps = shown.flatMap(({ version, step, comment, at, operator_id: operatorId }) => {
        const body = bodies.get(version);
        return body ? [{ version, step, comment, at: toInstant(at), operatorId, body }] : [];
      });
      return { steps, next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null };
    },
    pending(store) {
      const guide = newestGuide(store);
      if (!guide || guide.state === 'published') return null;
      const last = newestStepOf(store, guide.version);
      return {
        version: guide.version,
        state: guide.state,
        body: bodyOf(guide),
        updatedAt: toInstant(guide.createdAt),
        updatedBy: guide.operatorId,
        returnedFor: last?.step === 'returned' ? last.comment : null,
      };
    },
  };
}

function mustBeNewest(store: ClientStore, version: number, allowed: readonly GuideState[]): StoredGuide {
  const guide = newestGuide(store);
  if (!guide) throw new LiaisonError('not-found', { detail: { what: 'voice-guide' } });
  if (guide.version !== version || !allowed.includes(guide.state))
    throw new LiaisonError('conflict', { detail: { what: 'voice-guide' } });
  return guide;
}

const needsAnother = (): LiaisonError => new LiaisonError('forbidden', { detail: { what: 'four-eyes' } });
