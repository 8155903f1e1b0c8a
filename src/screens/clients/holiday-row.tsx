import { ActionIcon, Button, Input, TextInput, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpeningInterval } from '../../../electron/shared/clients.ts';
import { Icon } from '../../components/icon/icon.tsx';
import classes from './clients.module.css';
import type { HolidayDraft, HolidayFault } from './holiday-draft.ts';
import { IntervalField } from './interval-field.tsx';

interface HolidayRowProps {
  readonly holiday: HolidayDraft;
  readonly fault: HolidayFault | null;
  readonly change: (part: Partial<HolidayDraft>) => void;
  readonly remove: () => void;
}

const shortDay: OpeningInterval = { from: '09:00', to: '13:00' };

/** When, what, and whether somebody answers that day at all. */
export function HolidayRow({ holiday, fault, change, remove }: HolidayRowProps) {
  const { t } = useTranslation('clients');
  const { day, name, intervals } = holiday;
  const called = name.trim() || t('holiday.new');
  const put = (next: readonly OpeningInterval[]) => change({ intervals: next });
  return (
    <li className={classes['holiday']} aria-label={called}>
      <Input
        type="date"
        aria-label={t('holiday.day')}
        value={day}
        error={fault === 'day' || fault === 'twice'}
        onChange={(event) => change({ day: event.currentTarget.value })}
      />
      <TextInput
        aria-label={t('holiday.name')}
        placeholder={t('holiday.name')}
        value={name}
        maxLength={120}
        error={fault === 'name'}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <div className={classes['intervals']}>
        {intervals.map((interval, at) => (
          <IntervalField
            key={at}
            day={called}
            interval={interval}
            change={(next) => put(intervals.map((each, index) => (index === at ? next : each)))}
            remove={() => put(intervals.filter((_, index) => index !== at))}
          />
        ))}
        {intervals.length === 0 && (
          <>
            <span className={classes['closed']}>{t('closed')}</span>
            <Button size="compact-xs" variant="subtle" onClick={() => put([shortDay])}>
              {t('holiday.special')}
            </Button>
          </>
        )}
      </div>
      <Tooltip label={t('holiday.remove', { name: called })}>
        <ActionIcon variant="subtle" aria-label={t('holiday.remove', { name: called })} onClick={remove}>
          <Icon name="close" size={14} />
        </ActionIcon>
      </Tooltip>
      {fault && (
        <Input.Error className={classes['fault'] ?? ''} role="alert">
          {t(`holiday.fault.${fault}`)}
        </Input.Error>
      )}
    </li>
  );
}
