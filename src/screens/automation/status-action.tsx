import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { statusOptions } from '../../components/status-select/status-options.ts';
import { useStatuses } from '../../rpc/use-statuses.ts';
import classes from './automation.module.css';
import type { WrittenAction } from './new-action.ts';

interface StatusActionProps {
  readonly clientId: ClientId;
  readonly action: Extract<WrittenAction, { kind: 'status' }>;
  readonly change: (action: WrittenAction) => void;
}

/** The status that a step sets. */
export function StatusAction({ clientId, action, change }: StatusActionProps) {
  const { t } = useTranslation(['automation', 'inbox']);
  const value = action.statusId ?? action.status;
  const options = statusOptions(useStatuses(clientId), {
    wordOf: (category) => t(`status.${category}`, { ns: 'inbox' }),
    chosen: [value],
  }).filter(({ status }) => status !== 'snoozed');
  return (
    <Select
      className={classes['grow'] ?? ''}
      size="xs"
      aria-label={t('action.status')}
      allowDeselect={false}
      value={value}
      data={options.map((option) => ({ value: option.value as string, label: option.label }))}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option && option.status !== 'snoozed')
          change({ kind: 'status', status: option.status, statusId: option.named?.id });
      }}
    />
  );
}
