import { LiaisonError } from '../../../shared/errors.ts';
import type { OperatorId } from '../../../shared/ids.ts';
import type { Operator } from '../../../shared/operators.ts';
import type { Preferences, WorkspaceState } from '../../../shared/workspace.ts';
import type { Changes } from '../../changes.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';
import type { Clients } from '../clients/service.ts';
import type { Operators } from '../operators/service.ts';
import type { Vault } from '../vault/service.ts';
import { readCurrentOperator, readPreferences, writeCurrentOperator, writePreferences } from './queries.ts';

export interface Workspace {
  state(operatorId: OperatorId | null): Promise<WorkspaceState>;
  /** Makes the first operator, an administrator. @throws LiaisonError `conflict` when there is one. */
  begin(first: { name: string; language: Preferences['language'] }): Operator;
  /** Who sat here last; a new connection begins as them. */
  currentOperator(): OperatorId | null;
  /** The account of the operating system is the border: whoever holds it may sit down as any operator. */
  sitDown(operatorId: OperatorId): void;
  prefer(operatorId: OperatorId, preferences: Preferences): void;
}

export function createWorkspace(options: {
  store: WorkspaceStore;
  operators: Operators;
  clients: Clients;
  vault: Vault;
  changes: Changes;
  version: string;
}): Workspace {
  const { store, operators, clients, vault, changes, version } = options;
  return {
    async state(operatorId) {
      return {
        firstRun: !operators.hasAdministrator(),
        operator: operatorId === null ? null : operators.find(operatorId),
        preferences: readPreferences(store, operatorId),
        vault: await vault.state(),
        hasDemo: clients.list().some((client) => client.demo),
        version,
      };
    },
    begin({ name, language }) {
      if (operators.hasAdministrator()) throw new LiaisonError('conflict', { detail: { what: 'operator' } });
      const grants = [{ clientId: null, role: 'administrator' as const }];
      const operator = operators.add({ name, email: null, grants });
      writePreferences(store, null, { ...readPreferences(store, null), language });
      writeCurrentOperator(store, operator.id);
      changes.announce('workspace');
      return operator;
    },
    currentOperator() {
      const id = readCurrentOperator(store);
      return id !== null && operators.find(id) ? id : null;
    },
    sitDown(operatorId) {
      if (!operators.find(operatorId)) throw new LiaisonError('not-found', { detail: { what: 'operator' } });
      writeCurrentOperator(store, operatorId);
      changes.announce('workspace');
    },
    prefer(operatorId, preferences) {
      writePreferences(store, operatorId, preferences);
      changes.announce('workspace');
    },
  };
}
