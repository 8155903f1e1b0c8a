import { Menu, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId, OperatorId } from '../../../../electron/shared/ids.ts';

import { useCommands } from '../../../app/commands/commands.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './conversation-pane.module.css';

interface AssignMenuProps {
  readonly clientId: ClientId;
  readonly assigneeId: OperatorId | null;
  readonly disabled: boolean;
  readonly choose: (operatorId: OperatorId | null) => void;
}

/** Offers only those who may work for this client and are able to; who is away is said so, and can be given work all the same. */
export function AssignMenu({ clientId, assigneeId, disabled, choose }: AssignMenuProps) {
  const { t } = useTranslation('inbox');
  const [opened, setOpened] = useState(false);
  const trpc = useTRPC();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  const { data: people } = useQuery(trpc.people.list.queryOptions({ clientId }, { enabled: opened }));
  const able = people?.filter((person) => person.able) ?? [];
  const label = assigneeName();
  useCommands(
    disabled
      ? []
      : [
          {
            id: 'assign',
            group: 'conversation',
            label: t('assign.change'),
            keys: ['A'],
            run: () => setOpened(true),
          },
        ],
  );
  /** Somebody whom the list does not have (yet) is not nobody. */
  function assigneeName(): string {
    if (assigneeId === null) return t('assign.nobody');
    return operators?.find((operator) => operator.id === assigneeId)?.name ?? t('message.somebody');
  }
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={240} disabled={disabled}>
      <Menu.Target>
        <UnstyledButton
          className={classes['control']}
          disabled={disabled}
          aria-label={t('assign.is', { name: label })}
        >
          <Icon name="person" size={14} />
          <span>{label}</span>
          {!disabled && <Icon name="down" size={12} />}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => choose(null)}
          rightSection={assigneeId === null ? <Icon name="check" size={14} /> : null}
        >
          {t('assign.nobody')}
        </Menu.Item>
        {able.map(({ operatorId, name, awaySince }) => (
          <Menu.Item
            key={operatorId}
            rightSection={operatorId === assigneeId ? <Icon name="check" size={14} /> : null}
            onClick={() => choose(operatorId)}
          >
            {name} {awaySince !== null && <span className={classes['quiet']}>({t('assign.away')})</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
