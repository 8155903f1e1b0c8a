import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type {
  ConversationStatus,
  PlainStatus,
  StatusName,
} from '../../../../electron/shared/conversations.ts';
import type { NamedStatus } from '../../../../electron/shared/statuses.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { statusOptions } from '../../../components/status-select/status-options.ts';
import classes from './conversation-pane.module.css';

/** A status as somebody chooses it. */
export interface ChosenStatus {
  readonly status: PlainStatus;
  readonly named?: StatusName;
}

interface StatusItemsProps {
  readonly statuses: readonly NamedStatus[];
  /** Categories that are offered, with all that the client names in them. */
  readonly offers: (category: ConversationStatus) => boolean;
  /** How it stands. */
  readonly now: { readonly status: ConversationStatus; readonly named: StatusName | null } | null;
  readonly choose: (chosen: ChosenStatus) => void;
  /** Asks until when. */
  readonly snooze: () => void;
}

/** Every status that can be set: a category, and under it what the client calls the statuses in it. */
export function StatusItems({ statuses, offers, now, choose, snooze }: StatusItemsProps) {
  const { t } = useTranslation('inbox');
  const options = statusOptions(statuses, { wordOf: (category) => t(`status.${category}`), chosen: [] });
  return options
    .filter(({ status }) => offers(status))
    .map(({ value, label, status, named }) => {
      const isSo = status === now?.status && (named?.id ?? null) === (now.named?.id ?? null);
      return (
        <Menu.Item
          key={value}
          data-within={named !== null || undefined}
          className={classes['choice'] ?? ''}
          leftSection={<i className={classes['state']} data-status={status} />}
          rightSection={isSo ? <Icon name="check" size={14} /> : null}
          onClick={() => {
            if (status === 'snoozed') snooze();
            else choose({ status, ...(named ? { named } : {}) });
          }}
        >
          {status === 'snoozed' ? t('status.snooze') : named ? <bdi>{named.name}</bdi> : label}
        </Menu.Item>
      );
    });
}
