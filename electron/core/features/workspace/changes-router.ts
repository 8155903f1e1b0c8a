import type { Change } from '../../../shared/changes.ts';
import { openProcedure, router } from '../../rpc/trpc.ts';
import { may } from '../../../shared/operators.ts';

export const changesRouter = router({
  /** Streams what has changed, of the clients this operator has a role in, until the caller stops. */
  watch: openProcedure.subscription(async function* ({ ctx, signal }) {
    const waiting: Change[] = [];
    let wake = () => {};
    const stop = ctx.services.changes.listen((change) => {
      waiting.push(change);
      wake();
    });
    signal?.addEventListener('abort', () => wake(), { once: true });
    try {
      while (!signal?.aborted) {
        for (const change of waiting.splice(0)) if (concerns(change)) yield change;
        if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      stop();
    }

    function concerns(change: Change): boolean {
      const { operatorId } = ctx.session;
      if (change.operatorIds && !(operatorId && change.operatorIds.includes(operatorId))) return false;
      if (change.clientId === null) return true;
      const operator = operatorId && ctx.services.operators.find(operatorId);
      return operator ? may(operator, 'clients.read', change.clientId) : false;
    }
  }),
});
