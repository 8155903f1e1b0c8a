import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useStatuses } from '../../../rpc/use-statuses.ts';
import { StatusItems, type ChosenStatus } from '../conversation/status-items.tsx';

interface StatusButtonProps {
  /** Whose all of it is; null: several clients'. */
  readonly clientId: ClientId | null;
  readonly choose: (chosen: ChosenStatus) => void;
  readonly snooze: () => void;
}

/** Sets the status of what is ticked; a client's own names where all of it is that client's. */
export function StatusButton({ clientId, choose, snooze }: StatusButtonProps) {
  const { t } = useTranslation('views');
  const statuses = useStatuses(clientId);
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <Button size="compact-xs" variant="default">
          {t('column.status')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <StatusItems
          statuses={statuses}
          offers={(category) => category !== 'new'}
          now={null}
          choose={choose}
          snooze={snooze}
        />
      </Menu.Dropdown>
    </Menu>
  );
}
