import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NotificationChoices } from '../../../electron/shared/notifications.ts';
import { minuteOfTime, timeOfMinute } from './time-of-day.ts';
import classes from './settings.module.css';

interface QuietHoursProps {
  readonly choices: NotificationChoices;
  readonly choose: (choice: Partial<NotificationChoices>) => void;
}

/** From when to when nothing is told, by the clock of this machine; a broken promise may be. */
export function QuietHours({ choices, choose }: QuietHoursProps) {
  const { t } = useTranslation('desktop');
  const { quiet, urgentAlways } = choices;
  const set = (end: 'from' | 'to', time: string) => {
    const minute = minuteOfTime(time);
    if (minute !== null) choose({ quiet: { ...quiet, [end]: minute } });
  };
  return (
    <>
      <Switch
        label={t('notifications.quiet')}
        checked={quiet.on}
        onChange={(event) => choose({ quiet: { ...quiet, on: event.currentTarget.checked } })}
      />
      {quiet.on && (
        <div className={classes['hours']}>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              type="time"
              size="xs"
              label={t(`notifications.${end}`)}
              defaultValue={timeOfMinute(quiet[end])}
              onBlur={(event) => set(end, event.currentTarget.value)}
            />
          ))}
        </div>
      )}
      {quiet.on && (
        <Switch
          label={t('notifications.urgent')}
          checked={urgentAlways}
          onChange={(event) => choose({ urgentAlways: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
