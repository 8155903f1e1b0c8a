import type { Logger } from 'pino';
import type { ConversationId } from '../../../shared/ids.ts';
import type { PeopleRules, Person } from '../../../shared/people.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientStores } from '../../store/client/stores.ts';
import type { Claims } from '../claims/service.ts';
import type { Conversations } from '../conversations/service.ts';
import type { People } from '../people/service.ts';
import { holders, inHandsOf, lastOwnerOf, turnsOf, waitingForNobody, writeTurn } from './queries.ts';
import { afterGiving, chooseFor, goesBack, roomOf, type Candidate } from './rules.ts';

/** Gives what waits to people, where a client wants that. */
export interface Assignment {
  /** Takes back what its owner can't answer, and gives away what is nobody's. Gives how many changed hands. */
  run(store: ClientStore): number;
  /** The same for every client, now and from now on. */
  start(): void;
  close(): void;
}

/** Soon enough that nobody looks at an unassigned list; one small question to a client that does not want it. */
const lookMilliseconds = 3_000;
/** One turn must not hold up the core; what is left is given in the next. */
const mostAtOnce = 100;

const liaison = { kind: 'system' } as const;

interface AssignmentOptions {
  readonly stores: Pick<ClientStores, 'all'>;
  readonly people: Pick<People, 'rules' | 'list'>;
  readonly conversations: Pick<Conversations, 'assign'>;
  readonly claims: Pick<Claims, 'holderOf'>;
  readonly log: Logger;
}

export function createAssignment(options: AssignmentOptions): Assignment {
  const { stores, people, conversations, claims, log } = options;
  let looking: ReturnType<typeof setInterval> | null = null;

  /** What somebody writes in stays as it is until they are done. */
  const isFree = (store: ClientStore, id: ConversationId) => claims.holderOf(store, id) === null;

  function takeBack(store: ClientStore, { whenAway }: PeopleRules): number {
    const working = new Map(people.list(store).map((person) => [person.operatorId, person]));
    let count = 0;
    for (const operatorId of holders(store)) {
      const standing = standingOf(working.get(operatorId));
      if (!standing.unable && standing.awaySince === null) continue;
      const back = inHandsOf(store, operatorId)
        .filter(({ id, reopenedAt }) => goesBack({ ...standing, reopenedAt }, whenAway) && isFree(store, id))
        .slice(0, mostAtOnce - count);
      for (const { id } of back) conversations.assign(store, liaison, { id, to: null });
      count += back.length;
    }
    return count;
  }

  function giveAway(store: ClientStore, rules: PeopleRules): number {
    const { assigning } = rules;
    if (assigning === 'off') return 0;
    let candidates = candidatesOf(store, rules);
    const ids = waitingForNobody(store, Math.min(roomOf(candidates), mostAtOnce));
    let count = 0;
    for (const id of ids.filter((each) => isFree(store, each))) {
      const to = chooseFor(candidates, { by: assigning, lastOwner: lastOwnerOf(store, id) });
      if (to === null) break;
      conversations.assign(store, liaison, { id, to });
      candidates = afterGiving(candidates, to);
      const turn = candidates.find(({ operatorId }) => operatorId === to)?.turn ?? 0;
      writeTurn(store, { operatorId: to, turn });
      count += 1;
    }
    return count;
  }

  function candidatesOf(store: ClientStore, { capacity }: PeopleRules): readonly Candidate[] {
    const turns = turnsOf(store);
    return people
      .list(store)
      .filter(({ able, awaySince }) => able && awaySince === null)
      .map((person) => ({
        operatorId: person.operatorId,
        inHand: person.inHand,
        capacity: person.capacity ?? capacity,
        turn: turns.get(person.operatorId) ?? 0,
      }));
  }

  function run(store: ClientStore): number {
    const rules = people.rules(store);
    if (rules.assigning === 'off') return 0;
    return takeBack(store, rules) + giveAway(store, rules);
  }

  /** One client's full disk or damage must not keep the others waiting. */
  function look(): void {
    for (const store of stores.all()) {
      try {
        run(store);
      } catch (error) {
        log.warn({ clientId: store.clientId, err: error }, 'conversations could not be assigned');
      }
    }
  }

  return {
    run,
    start() {
      look();
      looking ??= setInterval(look, lookMilliseconds).unref();
    },
    close() {
      if (looking) clearInterval(looking);
    },
  };
}

/** Who works here no longer is not even among the people. */
function standingOf(person: Person | undefined): { unable: boolean; awaySince: number | null } {
  if (!person?.able) return { unable: true, awaySince: null };
  return { unable: false, awaySince: person.awaySince === null ? null : Date.parse(person.awaySince) };
}
