import type { Operator } from '../../../shared/operators.ts';

/** Whether the workspace would be left with somebody who can administer it. */
export const keepsAnAdministrator = (operators: readonly Operator[]): boolean =>
  operators.some((operator) =>
    operator.grants.some((g) => g.clientId === null && g.role === 'administrator'),
  );
