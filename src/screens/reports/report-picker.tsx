import { Radio, ScrollArea, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/shared/clients.ts';
import { ReportPeriod } from '../../../electron/shared/reports.ts';
import { ClientMark } from '../../components/client-mark/client-mark.tsx';
import { periodNames, type PeriodName } from './periods.ts';
import classes from './reports.module.css';

interface ReportPickerProps {
  readonly client: Client;
  readonly clients: readonly Client[];
  readonly choose: (id: Client['id']) => void;
  readonly name: PeriodName;
  readonly chooseName: (name: PeriodName) => void;
  readonly custom: ReportPeriod;
  readonly chooseCustom: (period: ReportPeriod) => void;
  /** In the client's time zone. */
  readonly today: string;
}

/** Whose report, and of when. */
export function ReportPicker(props: ReportPickerProps) {
  const { t } = useTranslation('reports');
  const { client, clients, choose, name, chooseName } = props;
  return (
    <ScrollArea className={classes['picker'] ?? ''} type="auto">
      <nav className={classes['pickerBody']} aria-label={t('lists')}>
        <Title order={1}>{t('title')}</Title>
        <ul className={classes['clients']} aria-label={t('clients')}>
          {clients.map((each) => (
            <li key={each.id}>
              <UnstyledButton
                className={classes['client']}
                aria-current={each.id === client.id || undefined}
                title={each.name}
                onClick={() => choose(each.id)}
              >
                <ClientMark client={each} named />
                <bdi className={classes['clientName']}>{each.name}</bdi>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        <Radio.Group
          label={t('period')}
          description={t('daysIn', { timeZone: client.timeZone })}
          value={name}
          onChange={(value) => chooseName(periodNames.find((each) => each === value) ?? 'custom')}
        >
          <div className={classes['periods']}>
            {periodNames.map((each) => (
              <Radio key={each} value={each} label={t(`periods.${each}`)} />
            ))}
          </div>
        </Radio.Group>
        {name === 'custom' && <CustomDays {...props} />}
      </nav>
    </ScrollArea>
  );
}

function CustomDays({ custom, chooseCustom, today }: ReportPickerProps) {
  const { t } = useTranslation('reports');
  const valid = ReportPeriod.safeParse(custom).success;
  return (
    <div className={classes['days']}>
      <TextInput
        type="date"
        label={t('firstDay')}
        value={custom.from}
        max={today}
        onChange={(event) => chooseCustom({ ...custom, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('lastDay')}
        value={custom.to}
        max={today}
        error={valid ? null : t('periodInvalid')}
        onChange={(event) => chooseCustom({ ...custom, to: event.currentTarget.value })}
      />
    </div>
  );
}
