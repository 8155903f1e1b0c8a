import { useQuery } from '@tanstack/react-query';
import type { ClientId } from '../../electron/shared/ids.ts';
import { useTRPC } from './trpc.ts';
import { useStatuses } from './use-statuses.ts';

/** What people, fields, templates and channels of a client are called. */
export function useClientNames(clientId: ClientId) {
  const trpc = useTRPC();
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  const { data: fields = [] } = useQuery(trpc.fields.list.queryOptions({ clientId }));
  const { data: templates = [] } = useQuery(trpc.templates.list.queryOptions({ clientId }));
  const { data: channels = [] } = useQuery(trpc.channels.list.queryOptions({ clientId }));
  const statuses = useStatuses(clientId);
  const find = (list: readonly { readonly id: string; readonly name: string }[]) => (id: string) =>
    list.find((each) => each.id === id)?.name;
  return {
    operator: find(operators),
    field: find(fields),
    status: find(statuses),
    template: find(templates.map((each) => ({ id: each.id, name: each.name }))),
    channel: find(channels),
  };
}
