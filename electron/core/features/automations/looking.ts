import type { RuleAction } from '../../../shared/actions.ts';
import type { ErrorShape } from '../../../shared/errors.ts';
import type { Effect } from '../../../shared/actions.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Actions } from '../actions/service.ts';
import type { Calendars } from '../calendars/service.ts';
import type { Known } from './condition-rules.ts';
import { readSaid } from './known-queries.ts';
import type { Outlook } from './plan-rules.ts';

/** What a rule would do, and how things would be then. */
export interface Foretold extends Outlook {
  readonly effects: readonly Effect[];
  readonly refusal: ErrorShape | null;
}

/** What rules know of conversations, and what their actions would do: reads, and changes nothing. */
export interface Looking {
  /** Undefined where it is no more. */
  known(store: ClientStore, id: ConversationId): Known | undefined;
  foretell(store: ClientStore, known: Known, actions: readonly RuleAction[]): Foretold;
}

export function createLooking(options: {
  clock: Clock;
  actions: Pick<Actions, 'standing' | 'foretell' | 'asKept'>;
  calendars: Pick<Calendars, 'businessMilliseconds'>;
}): Looking {
  const { clock, actions, calendars } = options;

  /** A client that keeps no hours at all is never closed. */
  function isOpen(store: ClientStore): boolean {
    const now = clock.now();
    return calendars.businessMilliseconds(store, { from: now, to: now + 1 }) !== 0;
  }

  return {
    known(store, id) {
      const said = readSaid(store, id);
      return said && { ...said, standing: actions.standing(store, id), isOpen: isOpen(store) };
    },
    foretell(store, known, wanted) {
      const doing = { operatorId: null, now: clock.now() };
      const { effects, refusal, standing } = actions.foretell(store, known.standing, {
        actions: actions.asKept(store, wanted),
        doing,
      });
      return { effects, refusal, refused: refusal !== null, known: { ...known, standing } };
    },
  };
}
