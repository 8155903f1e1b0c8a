import type { Operator } from '../../../../shared/operators.ts';
import type { Context } from '../../../rpc/trpc.ts';
import type { SearchNames } from './search-filters.ts';

/** `me` is whoever asks; else everybody whose name holds these words. */
export const operatorsNamedBy =
  ({ operator, services }: Context & { operator: Operator }): SearchNames['operatorsNamed'] =>
  (name) =>
    name === 'me'
      ? [operator.id]
      : services.operators
          .list()
          .filter((each) => each.name.toLowerCase().includes(name))
          .map(({ id }) => id);
