import { useQuery } from '@tanstack/react-query';
import type { Manner } from '../../../../electron/shared/composing.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';

/** What a forward hands on as it came, whatever was changed in it; undefined until it is known. */
export function useOriginal(
  { clientId, conversationId }: ConversationRef,
  { manner, wanted }: { manner: Manner; wanted: boolean },
): string | undefined {
  const trpc = useTRPC();
  const { original: _, ...asItCame } = manner;
  const { data } = useQuery(
    trpc.outbox.quotation.queryOptions(
      {
        ...{ clientId, conversationId, kind: 'forward' },
        manner: { ...asItCame, forwarded: [...manner.forwarded] },
      },
      { enabled: wanted },
    ),
  );
  return data;
}
