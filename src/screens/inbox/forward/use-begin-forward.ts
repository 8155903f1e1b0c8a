import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MessageId } from '../../../../electron/shared/ids.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';

/** Begins a forward and opens it; one that somebody has begun already is opened instead. */
export function useBeginForward(
  at: ConversationRef,
  open: () => void,
): (messageId: MessageId | null) => void {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const say = useFailureText();
  const show = async () => {
    await cache.invalidateQueries(trpc.outbox.compose.queryFilter({ ...at, kind: 'forward' }));
    open();
  };
  const begin = useMutation(
    trpc.outbox.forward.mutationOptions({
      onSuccess: show,
      onError(error) {
        const failure = failureOf(error);
        if (failure.code === 'conflict') void show();
        else notifications.show({ color: 'red', message: say(failure) });
      },
    }),
  );
  return (messageId) => {
    if (!begin.isPending) begin.mutate({ ...at, messageId });
  };
}
