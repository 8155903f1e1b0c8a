import { Menu, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../../electron/shared/conversations.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useStatuses } from '../../../rpc/use-statuses.ts';
import classes from './conversation-pane.module.css';
import { StatusItems, type ChosenStatus } from './status-items.tsx';

interface StatusMenuProps {
  readonly clientId: ClientId;
  readonly now: Pick<Conversation, 'status' | 'named'>;
  readonly disabled: boolean;
  readonly choose: (chosen: ChosenStatus) => void;
  /** Asks until when. */
  readonly snooze: () => void;
}

export function StatusMenu({ clientId, now, disabled, choose, snooze }: StatusMenuProps) {
  const { t } = useTranslation('inbox');
  const statuses = useStatuses(clientId);
  const word = now.named?.name ?? t(`status.${now.status}`);
  const [opened, setOpened] = useState(false);
  useCommands(
    disabled
      ? []
      : [
          {
            id: 'status',
            group: 'conversation',
            label: t('status.change'),
            keys: ['S'],
            run: () => setOpened(true),
          },
        ],
  );
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={240} disabled={disabled}>
      <Menu.Target>
        <UnstyledButton
          className={classes['control']}
          disabled={disabled}
          aria-label={t('status.is', { status: word })}
        >
          <i className={classes['state']} data-status={now.status} />
          <bdi>{word}</bdi>
          {!disabled && <Icon name="down" size={12} />}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <StatusItems
          statuses={statuses}
          offers={(category) => category !== 'new' || now.status === 'new'}
          now={now}
          choose={choose}
          snooze={snooze}
        />
      </Menu.Dropdown>
    </Menu>
  );
}
