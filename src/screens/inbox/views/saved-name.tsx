import { useQuery } from '@tanstack/react-query';
import type { ViewId } from '../../../../electron/shared/ids.ts';
import { useTRPC } from '../../../rpc/trpc.ts';

/** What somebody called the view; nothing until it is known. */
export function SavedName({ id }: { readonly id: ViewId }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.views.list.queryOptions());
  return <bdi>{data?.find((view) => view.id === id)?.name ?? '…'}</bdi>;
}
