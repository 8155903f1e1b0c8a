import { Menu, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { conversationStatuses } from '../../../../electron/shared/conversation-words.ts';
import type { ConversationStatus, PlainStatus } from '../../../../electron/shared/conversations.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import classes from './conversation-pane.module.css';

interface StatusMenuProps {
  readonly status: ConversationStatus;
  readonly disabled: boolean;
  readonly choose: (status: PlainStatus) => void;
  /** Asks until when. */
  readonly snooze: () => void;
}

export function StatusMenu({ status, disabled, choose, snooze }: StatusMenuProps) {
  const { t } = useTranslation('inbox');
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
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={200} disabled={disabled}>
      <Menu.Target>
        <UnstyledButton
          className={classes['control']}
          disabled={disabled}
          aria-label={t('status.is', { status: t(`status.${status}`) })}
        >
          <i className={classes['state']} data-status={status} />
          <span>{t(`status.${status}`)}</span>
          {!disabled && <Icon name="down" size={12} />}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {conversationStatuses
          .filter((each) => each !== 'new' || status === 'new')
          .map((each) => (
            <Menu.Item
              key={each}
              leftSection={<i className={classes['state']} data-status={each} />}
              rightSection={each === status ? <Icon name="check" size={14} /> : null}
              onClick={() => (each === 'snoozed' ? snooze() : choose(each))}
            >
              {each === 'snoozed' ? t('status.snooze') : t(`status.${each}`)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
