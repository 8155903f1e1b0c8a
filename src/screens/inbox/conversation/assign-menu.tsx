import { Menu, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId, OperatorId } from '../../../../electron/shared/ids.ts';
import { may } from '../../../../electron/shared/permissions.ts';
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

/** Offers only those who may work for this client. */
export function AssignMenu({ clientId, assigneeId, disabled, choose }: AssignMenuProps) {
  const { t } = useTranslation('inbox');
  const [opened, setOpened] = useState(false);
  const trpc = useTRPC();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  const able = operators?.filter((operator) => may(operator, 'conversations.work', clientId)) ?? [];
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
        {able.map((operator) => (
          <Menu.Item
            key={operator.id}
            rightSection={operator.id === assigneeId ? <Icon name="check" size={14} /> : null}
            onClick={() => choose(operator.id)}
          >
            {operator.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
