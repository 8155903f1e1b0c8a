import { useQuery } from '@tanstack/react-query';
import type { ClientId, ConversationId } from '../../../../electron/shared/ids.ts';
import type { OutboxItem } from '../../../../electron/shared/outbox.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { OutboxCard } from './outbox-card.tsx';

interface OutboxCardsProps {
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
  readonly onDraftBack: () => void;
}

/** Replies that are on their way, or did not make it. */
export function OutboxCards({ clientId, conversationId, onDraftBack }: OutboxCardsProps) {
  const trpc = useTRPC();
  const { data: items = [] } = useQuery(trpc.outbox.list.queryOptions({ clientId, conversationId }));
  return items
    .filter(isUnsettled)
    .map((item) => <OutboxCard key={item.id} item={item} onDraftBack={onDraftBack} />);
}

const isUnsettled = ({ state, filing, wordsWait }: OutboxItem): boolean => {
  if (state === 'cancelled') return wordsWait;
  return state !== 'sent' || filing === 'failed';
};
