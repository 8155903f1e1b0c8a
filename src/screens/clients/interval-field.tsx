import { ActionIcon, Input } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpeningInterval } from '../../../electron/shared/clients.ts';
import { Icon } from '../../components/icon/icon.tsx';
import classes from './clients.module.css';

interface IntervalFieldProps {
  /** As it is called in front of a person: a weekday, or a holiday. */
  readonly day: string;
  readonly interval: OpeningInterval;
  readonly change: (interval: OpeningInterval) => void;
  readonly remove: () => void;
}

/** From when to when, on a 24-hour clock. */
export function IntervalField({ day, interval, change, remove }: IntervalFieldProps) {
  const { t } = useTranslation('clients');
  const time = (end: 'from' | 'to') => (
    <Input
      type="time"
      size="xs"
      aria-label={t(end === 'from' ? 'opensOn' : 'closesOn', { day })}
      value={interval[end]}
      onChange={(event) => change({ ...interval, [end]: event.currentTarget.value })}
    />
  );
  return (
    <span className={classes['interval']} dir="ltr">
      {time('from')}–{time('to')}
      <ActionIcon variant="subtle" size="sm" aria-label={t('removeHours', { day })} onClick={remove}>
        <Icon name="close" size={12} />
      </ActionIcon>
    </span>
  );
}
