import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ClientId, OperatorId } from '../../../electron/shared/ids.ts';
import { may } from '../../../electron/shared/permissions.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './automation.module.css';

interface PersonSelectProps<StandIn extends string> {
  readonly clientId: ClientId;
  readonly label: string;
  /** Whoever it is then, in words. */
  readonly standIns: readonly { readonly value: StandIn; readonly label: string }[];
  readonly value: StandIn | OperatorId;
  readonly change: (to: StandIn | OperatorId) => void;
}

/** Somebody who may work for the client, or one who stands for whoever it is then. */
export function PersonSelect<StandIn extends string>(props: PersonSelectProps<StandIn>) {
  const { clientId, label, standIns, value, change } = props;
  const trpc = useTRPC();
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  const able = operators.filter((each) => may(each, 'conversations.work', clientId));
  return (
    <Select
      className={classes['grow'] ?? ''}
      size="xs"
      aria-label={label}
      allowDeselect={false}
      value={value}
      data={[
        ...standIns.map((each) => ({ value: each.value as string, label: each.label })),
        ...able.map(({ id, name }) => ({ value: id as string, label: name })),
      ]}
      onChange={(chosen) => {
        const standIn = standIns.find((each) => each.value === chosen)?.value;
        const to = standIn ?? able.find(({ id }) => id === chosen)?.id;
        if (to !== undefined) change(to);
      }}
    />
  );
}
