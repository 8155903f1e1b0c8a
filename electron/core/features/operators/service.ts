import { LiaisonError } from '../../../shared/errors.ts';
import type { ClientId, OperatorId } from '../../../shared/ids.ts';
import {
  type Grant,
  may,
  type NewOperator,
  type Operator,
  type Permission,
} from '../../../shared/operators.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';
import { deleteOperator, insertOperator, listOperators, replaceGrants } from './queries.ts';
import { keepsAnAdministrator } from './rules.ts';

export interface Operators {
  list(): readonly Operator[];
  find(id: OperatorId): Operator | null;
  /** Whether anybody can administer the workspace; the demo's people can't. */
  hasAdministrator(): boolean;
  /**
   * The operator, if they may do it in that client (`null`: in the workspace).
   * @throws LiaisonError `forbidden`
   */
  authorise(id: OperatorId | null, permission: Permission, clientId: ClientId | null): Operator;
  add(operator: NewOperator): Operator;
  /** @throws LiaisonError `conflict` when nobody would be left who can administer; the same for `remove` */
  grant(id: OperatorId, grants: readonly Grant[]): void;
  remove(id: OperatorId): void;
}

export function createOperators(options: {
  workspace: WorkspaceStore;
  clock: Clock;
  changes: Changes;
}): Operators {
  const { workspace, clock, changes } = options;
  let cache: readonly Operator[] | null = null;

  const list = () => (cache ??= listOperators(workspace));
  const find = (id: OperatorId) => list().find((operator) => operator.id === id) ?? null;
  const changed = () => {
    cache = null;
    changes.announce('operators');
  };
  function mustKeepAnAdministrator(operators: readonly Operator[]): void {
    const had = keepsAnAdministrator(list());
    if (had && !keepsAnAdministrator(operators))
      throw new LiaisonError('conflict', { detail: { what: 'administrator' } });
  }

  return {
    list,
    find,
    hasAdministrator: () => keepsAnAdministrator(list()),
    authorise(id, permission, clientId) {
      const operator = id === null ? null : find(id);
      if (!operator || !may(operator, permission, clientId)) {
        throw new LiaisonError('forbidden', { detail: { permission } });
      }
      return operator;
    },
    add(operator) {
      const id = newId<OperatorId>(clock.now());
      insertOperator(workspace, { ...operator, id, now: clock.now() });
      changed();
      return { ...operator, id };
    },
    grant(id, grants) {
      if (!find(id)) throw new LiaisonError('not-found', { detail: { what: 'operator' } });
      mustKeepAnAdministrator(list().map((o) => (o.id === id ? { ...o, grants } : o)));
      replaceGrants(workspace, id, grants);
      changed();
    },
    remove(id) {
      mustKeepAnAdministrator(list().filter((operator) => operator.id !== id));
      deleteOperator(workspace, id);
      changed();
    },
  };
}
