import { notifications } from '@mantine/notifications';
import { Suspense } from 'react';
import type { BulkAction, BulkChoice } from '../../../../electron/shared/actions.ts';
import type { QueueRow } from '../../../../electron/shared/conversations.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useSession } from '../../../app/session.tsx';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import type { InboxPlace } from '../inbox-place.ts';
import { isOver } from '../views/view-draft.ts';
import { BatchToast, type BatchRef } from './batch-toast.tsx';

/** What an action is for: rows, or all of a list. */
export interface Chosen {
  readonly rows: readonly QueueRow[];
  readonly all: boolean;
}

/** Does actions to all that was chosen, client by client, and shows how far it is and the way back. */
export function useBulk(
  place: InboxPlace,
): (chosen: Chosen, actions: readonly BulkAction[]) => Promise<void> {
  const rpc = useTRPCClient();
  const say = useFailureText();
  const { clients, may } = useSession();

  async function choicesOf({ rows, all }: Chosen): Promise<{ clientId: ClientId; choice: BulkChoice }[]> {
    if (all) {
      const whole: BulkChoice = place.saved
        ? { kind: 'view', viewId: place.saved }
        : { kind: 'queue', view: place.view };
      const views = place.saved ? await rpc.views.list.query() : [];
      const open = views.find(({ id }) => id === place.saved);
      return clients
        .filter(({ id, state }) => state.kind === 'ready' && (place.clientId ?? id) === id)
        .filter(({ id }) => !open || isOver(open, id))
        .filter(({ id }) => may('conversations.work', id))
        .map(({ id }) => ({ clientId: id, choice: whole }));
    }
    const mine = rows.filter(({ clientId }) => may('conversations.work', clientId));
    return [...Map.groupBy(mine, ({ clientId }) => clientId)].map(([clientId, ofClient]) => ({
      clientId,
      choice: { kind: 'some', ids: ofClient.map(({ id }) => id) },
    }));
  }

  return async (chosen, actions) => {
    const begun: BatchRef[] = [];
    try {
      for (const { clientId, choice } of await choicesOf(chosen)) {
        const { id } = await rpc.batches.begin.mutate({ clientId, choice, actions: [...actions] });
        begun.push({ clientId, batchId: id });
      }
    } catch (error) {
      notifications.show({ color: 'red', message: say(failureOf(error)) });
    }
    if (begun.length > 0) showBatches(begun);
  };
}

/** The progress of what was begun, with its way back. */
export function showBatches(
  batches: readonly BatchRef[],
  more: { title?: string; onUndone?: () => void } = {},
): void {
  const id = `batch-${batches[0]?.batchId}`;
  notifications.show({
    id,
    autoClose: false,
    withCloseButton: false,
    withBorder: true,
    ...(more.title ? { title: more.title } : {}),
    message: (
      <Suspense>
        <BatchToast
          batches={batches}
          close={() => notifications.hide(id)}
          {...(more.onUndone ? { onUndone: more.onUndone } : {})}
        />
      </Suspense>
    ),
  });
}
