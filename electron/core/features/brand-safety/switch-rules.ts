import type { SwitchCost } from '../../../shared/brand-safety.ts';
import type { EventBody } from '../../../shared/events.ts';
import type { OperatorId } from '../../../shared/ids.ts';

interface SwitchedRow {
  readonly actor_id: OperatorId | null;
  readonly data: string;
}

/** Medians by operator: one that was interrupted by lunch must not make an average. Busiest first. */
export function costsOf(rows: readonly SwitchedRow[]): SwitchCost[] {
  const byOperator = Map.groupBy(rows, ({ actor_id }) => actor_id);
  return [...byOperator]
    .flatMap(([operatorId, own]) => (operatorId === null ? [] : [costOf(operatorId, own)]))
    .toSorted((a, b) => b.switches - a.switches || (a.operatorId < b.operatorId ? -1 : 1));
}

function costOf(operatorId: OperatorId, rows: readonly SwitchedRow[]): SwitchCost {
  const times = rows.flatMap(({ data }) => {
    const body = JSON.parse(data) as EventBody;
    return body.type === 'switched' ? [body] : [];
  });
  return {
    operatorId,
    switches: times.length,
    toFirstKey: median(times.map(({ toFirstKey }) => toFirstKey)),
    toSend: median(times.map(({ toSend }) => toSend)),
  };
}

function median(values: readonly (number | null)[]): number | null {
  const measured = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  const middle = Math.floor(measured.length / 2);
  const high = measured[middle];
  const low = measured.length % 2 === 0 ? measured[middle - 1] : high;
  return high === undefined || low === undefined ? null : Math.round((low + high) / 2);
}
