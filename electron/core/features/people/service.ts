import { LiaisonError } from '../../../shared/errors.ts';
import type { ClientId, OperatorId } from '../../../shared/ids.ts';
import { may, type Operator } from '../../../shared/operators.ts';
import type { PeopleRules, Person } from '../../../shared/people.ts';
import { toInstant, toInstantOrNull } from '../../../shared/time.ts';
import type { Changes } from '../../changes.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';
import type { Operators } from '../operators/service.ts';
import {
  capacitiesOf,
  certificationsOf,
  comeBack,
  endCertification,
  goAway,
  grantCertification,
  inHandOf,
  isAble,
  listAway,
  readRules,
  writeCapacity,
  writeRules,
} from './queries.ts';

/** Who answers for each client, how much of it they carry, and who is at the desk. */
export interface People {
  rules(store: ClientStore): PeopleRules;
  setRules(store: ClientStore, rules: PeopleRules): void;
  /** Everybody who may work for this client, in the order in which they came to the workspace. */
  list(store: ClientStore): readonly Person[];
  certify(store: ClientStore, by: OperatorId, change: { operatorId: OperatorId; certified: boolean }): void;
  /** @throws LiaisonError `not-certified` */
  mustBeCertified(store: ClientStore, operatorId: OperatorId): void;
  /** Null: the client's usual measure. */
  setCapacity(store: ClientStore, change: { operatorId: OperatorId; capacity: number | null }): void;
  /** Whom automatic assignment passes by. */
  away(): readonly OperatorId[];
  setAway(operatorId: OperatorId, isAway: boolean): void;
}

/**
 * Asked on every call that sends or assigns, for administrators too: a certificate says what somebody has learned, not
 * what they may do.
 *
 * @throws LiaisonError `not-certified`
 */
export function mustBeCertified(store: ClientStore, operatorId: OperatorId): void {
  if (!isAble(store, operatorId)) throw new LiaisonError('not-certified');
}

interface PeopleOptions {
  readonly workspace: WorkspaceStore;
  readonly operators: Pick<Operators, 'list'>;
  readonly changes: Changes;
  readonly clock: Clock;
}

export function createPeople({ workspace, operators, changes, clock }: PeopleOptions): People {
  const changed = (clientId: ClientId) => changes.announce('people', { clientId });
  const mustWork = (store: ClientStore, operatorId: OperatorId) => {
    const found = operators.list().find(({ id }) => id === operatorId);
    if (!found || !may(found, 'conversations.work', store.clientId))
      throw new LiaisonError('not-found', { detail: { what: 'operator' } });
  };
  return {
    rules: readRules,
    setRules(store, rules) {
      writeRules(store, rules);
      changed(store.clientId);
    },
    list(store) {
      const present = presenter(store, listAway(workspace));
      return operators
        .list()
        .filter((operator) => may(operator, 'conversations.work', store.clientId))
        .map(present);
    },
    certify(store, by, { operatorId, certified }) {
      mustWork(store, operatorId);
      const change = { operatorId, by, now: clock.now() };
      if (certified) grantCertification(store, change);
      else endCertification(store, change);
      changed(store.clientId);
    },
    mustBeCertified,
    setCapacity(store, change) {
      mustWork(store, change.operatorId);
      writeCapacity(store, change);
      changed(store.clientId);
    },
    away: () => [...listAway(workspace).keys()],
    setAway(operatorId, isAway) {
      if (isAway) goAway(workspace, { operatorId, since: clock.now() });
      else comeBack(workspace, operatorId);
      changes.announce('people');
    },
  };
}

function presenter(
  store: ClientStore,
  away: ReadonlyMap<OperatorId, number>,
): (operator: Operator) => Person {
  const { certifiedOnly } = readRules(store);
  const certified = new Map(certificationsOf(store).map((row) => [row.operator_id, row.granted_at]));
  const capacities = capacitiesOf(store);
  const inHand = inHandOf(store);
  return ({ id, name }) => {
    const certifiedAt = certified.get(id);
    return {
      operatorId: id,
      name,
      certifiedAt: certifiedAt === undefined ? null : toInstant(certifiedAt),
      able: !certifiedOnly || certifiedAt !== undefined,
      capacity: capacities.get(id) ?? null,
      inHand: inHand.get(id) ?? 0,
      awaySince: toInstantOrNull(away.get(id) ?? null),
    };
  };
}
