import { ActionIcon, Input, Text, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpeningInterval, WeeklyHours } from '../../../electron/shared/clients.ts';
import { Icon } from '../../components/icon/icon.tsx';
import classes from './clients.module.css';
import { IntervalField } from './interval-field.tsx';

interface WorkingHoursFieldProps {
  readonly value?: WeeklyHours;
  readonly onChange?: (hours: WeeklyHours) => void;
  readonly error?: ReactNode;
}

/** A Monday; only its weekday is shown. */
const monday = Date.UTC(2024, 0, 1);
const dayMilliseconds = 86_400_000;
const nextInterval = (day: readonly OpeningInterval[]): OpeningInterval => {
  const last = day.at(-1);
  return last && last.to < '22:00' ? { from: last.to, to: '22:00' } : { from: '09:00', to: '17:00' };
};

/** Opening intervals of each weekday, in the client's own time zone. */
export function WorkingHoursField({ value = [], onChange, error }: WorkingHoursFieldProps) {
  const { t, i18n } = useTranslation('clients');
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  const change = (index: number, day: readonly OpeningInterval[]) =>
    onChange?.(value.map((each, at) => (at === index ? [...day] : each)));
  return (
    <div>
      {value.map((day, index) => {
        const name = weekday.format(monday + index * dayMilliseconds);
        return (
          <div key={name} className={classes['day']} role="group" aria-label={name}>
            <Text>{name}</Text>
            <div className={classes['intervals']}>
              {day.length === 0 && <Text c="dimmed">{t('closed')}</Text>}
              {day.map((interval, at) => (
                <IntervalField
                  key={at}
                  day={name}
                  interval={interval}
                  change={(next) =>
                    change(
                      index,
                      day.map((each, i) => (i === at ? next : each)),
                    )
                  }
                  remove={() =>
                    change(
                      index,
                      day.filter((_, i) => i !== at),
                    )
                  }
                />
              ))}
            </div>
            <Tooltip label={t('addHours')}>
              <ActionIcon
                variant="subtle"
                aria-label={t('addHoursOn', { day: name })}
                onClick={() => change(index, [...day, nextInterval(day)])}
              >
                <Icon name="plus" size={14} />
              </ActionIcon>
            </Tooltip>
          </div>
        );
      })}
      {error && <Input.Error>{error}</Input.Error>}
    </div>
  );
}
