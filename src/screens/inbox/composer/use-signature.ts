import { useQuery } from '@tanstack/react-query';
import type { Composer } from '../../../../electron/shared/outbox.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ReplyContent } from './reply-content.ts';

/** What stands below what leaves from the address that is chosen; empty where it has nothing. */
export function useSignature(
  { clientId, channelId }: Pick<Composer, 'clientId' | 'channelId'>,
  { identity }: Pick<ReplyContent, 'identity'>,
): string {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.signatures.offered.queryOptions({ clientId, channelId }));
  return data?.find(({ address }) => address.toLowerCase() === identity.address.toLowerCase())?.text ?? '';
}
