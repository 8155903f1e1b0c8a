import type { Action, Effect } from '../../../shared/actions.ts';
import type { ErrorShape } from '../../../shared/errors.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import { may } from '../../../shared/operators.ts';
import type { Logger } from 'pino';
import type { Changes } from '../../changes.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientStores } from '../../store/client/stores.ts';
import type { Operators } from '../operators/service.ts';
import { mustBeCertified } from '../people/service.ts';
import { isOffered } from '../statuses/service.ts';
import { createBatches, type Batches } from './batches.ts';
import { assigneeMeant, effectsOf, missingAtResolve, type Doing, type Standing } from './effect-rules.ts';
import { asKept, createPerform, createTakeBack, type Perform, type PerformOptions } from './perform.ts';
import { readStanding } from './standing-queries.ts';

export type { Doing, Standing } from './effect-rules.ts';

/** What actions would do to a conversation as it stands. */
export interface Forecast {
  readonly effects: readonly Effect[];
  /** Why nothing of it would be done. */
  readonly refusal: ErrorShape | null;
  /** How it stands afterwards. */
  readonly standing: Standing;
}

/** What macros, rules and bulk actions have in common: doing, foretelling, and taking back. */
export interface Actions {
  readonly perform: Perform;
  readonly batches: Batches;
  /** Numbers, days and choices as they are kept. */
  asKept<One extends Action>(store: ClientStore, actions: readonly One[]): One[];
  /** @throws LiaisonError `not-found` */
  standing(store: ClientStore, id: ConversationId): Standing;
  /** Pure: reads nothing of the conversation but how it stands. */
  foretell(
    store: ClientStore,
    standing: Standing,
    what: { actions: readonly Action[]; doing: Doing },
  ): Forecast;
}

export function createActions(
  options: PerformOptions & {
    clock: Clock;
    changes: Changes;
    operators: Pick<Operators, 'authorise' | 'find'>;
    stores: Pick<ClientStores, 'all'>;
    log: Logger;
  },
): Actions {
  const { clock, changes, log, fields, operators, stores, templates } = options;
  const perform = createPerform(options);

  /** Whoever an action assigns to must be able to work there. */
  function refusalOfAssignee(
    store: ClientStore,
    actions: readonly Action[],
    doing: Doing,
  ): LiaisonError | null {
    for (const action of actions) {
      const to = action.kind === 'assign' ? assigneeMeant(action.to, doing) : null;
      if (to === null) continue;
      const operator = operators.find(to);
      if (!operator || !may(operator, 'conversations.work', store.clientId))
        return new LiaisonError('forbidden', { detail: { permission: 'conversations.work' } });
      try {
        mustBeCertified(store, to);
      } catch (error) {
        if (error instanceof LiaisonError) return error;
        throw error;
      }
    }
    return null;
  }

  /** A name that an action would set must be offered still; one that the conversation bears already may be retired. */
  function refusalOfStatus(store: ClientStore, effects: readonly Effect[]): LiaisonError | null {
    const isGone = effects.some(
      ({ action, changes: does }) => does && action.kind === 'status' && !isOffered(store, action),
    );
    return isGone ? new LiaisonError('not-found', { detail: { what: 'status' } }) : null;
  }

  /** Of a template that would be put into the reply, and is removed or past its day. */
  function refusalOfTemplate(store: ClientStore, effects: readonly Effect[]): LiaisonError | null {
    const isGone = effects.some(
      ({ action, changes: does }) =>
        does && action.kind === 'template' && !templates.isOffered(store, action.templateId),
    );
    return isGone ? new LiaisonError('not-found', { detail: { what: 'template' } }) : null;
  }

  function refusalOfFields(
    store: ClientStore,
    standing: Standing,
    { actions, doing }: { actions: readonly Action[]; doing: Doing },
  ): LiaisonError | null {
    const known = fields.list(store);
    const gone = actions.some(
      (action) => action.kind === 'field' && !known.some(({ id }) => id === action.fieldId),
    );
    if (gone) return new LiaisonError('not-found', { detail: { what: 'field' } });
    const required = known.filter((field) => field.required).map(({ id }) => id);
    const missing = missingAtResolve(standing, { actions, required, doing });
    if (missing.length === 0) return null;
    const names = known.filter(({ id }) => missing.includes(id)).map(({ name }) => name);
    return new LiaisonError('fields-missing', {
      detail: { names: names.join(', '), ids: missing.join(',') },
    });
  }

  return {
    perform,
    batches: createBatches({
      clock,
      changes,
      log,
      perform,
      takeBack: createTakeBack(options),
      stores: stores.all,
    }),
    asKept: (store, actions) => asKept(store, fields, actions),
    standing(store, id) {
      const standing = readStanding(store, id);
      if (!standing) throw new LiaisonError('not-found', { detail: { what: 'conversation' } });
      return standing;
    },
    foretell(store, standing, { actions, doing }) {
      const told = effectsOf(standing, actions, doing);
      const refusal =
        refusalOfAssignee(store, actions, doing) ??
        refusalOfStatus(store, told.effects) ??
        refusalOfTemplate(store, told.effects) ??
        refusalOfFields(store, standing, { actions, doing });
      if (!refusal) return { ...told, refusal: null };
      return { effects: told.effects, refusal: refusal.shape, standing };
    },
  };
}
