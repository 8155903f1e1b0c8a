import { Button, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holiday } from '../../../electron/shared/calendars.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import type { Day } from '../../../electron/shared/time.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './clients.module.css';
import { faultsOf, isOver, type HolidayDraft } from './holiday-draft.ts';
import { HolidayRow } from './holiday-row.tsx';

interface HolidaysSectionProps {
  readonly clientId: ClientId;
  readonly holidays: readonly Holiday[];
  /** In the client's time zone. */
  readonly today: Day;
}

/** Days on which other hours hold than the week's, or none. */
export function HolidaysSection({ clientId, holidays, today }: HolidaysSectionProps) {
  const { t } = useTranslation('clients');
  const trpc = useTRPC();
  const save = useMutation(trpc.calendars.setHolidays.mutationOptions());
  const [drafts, setDrafts] = useState<readonly HolidayDraft[]>(() =>
    holidays.map((holiday) => ({ ...holiday, key: holiday.day })),
  );
  /** Fixed when the list is opened: a date that is being typed passes through many years. */
  const [overAtFirst] = useState(
    () => new Set(holidays.filter((holiday) => isOver(holiday, today)).map(({ day }) => day)),
  );
  const [tried, setTried] = useState(false);
  const [edited, setEdited] = useState(false);
  const added = useRef(0);
  const faults = faultsOf(drafts);

  function edit(next: readonly HolidayDraft[]): void {
    save.reset();
    setEdited(true);
    setDrafts(next);
  }
  function add(): void {
    added.current += 1;
    edit([...drafts, { key: `new ${added.current}`, day: '', name: '', intervals: [] }]);
  }
  function submit(): void {
    setTried(true);
    if (faults.size > 0) return;
    const list = drafts.map(({ day, name, intervals }) => ({ day, name, intervals: [...intervals] }));
    save.mutate({ clientId, holidays: list }, { onSuccess: () => setEdited(false) });
    setTried(false);
  }
  const row = (holiday: HolidayDraft) => (
    <HolidayRow
      key={holiday.key}
      holiday={holiday}
      fault={tried ? (faults.get(holiday.key) ?? null) : null}
      change={(part) => edit(drafts.map((each) => (each === holiday ? { ...each, ...part } : each)))}
      remove={() => edit(drafts.filter((each) => each !== holiday))}
    />
  );
  const over = drafts.filter(({ key }) => overAtFirst.has(key));
  const coming = drafts.filter(({ key }) => !overAtFirst.has(key));
  return (
    <section className={classes['section']} aria-label={t('holiday.title')}>
      <div>
        <Title order={2}>{t('holiday.title')}</Title>
        <Text c="dimmed">{t('holiday.text')}</Text>
      </div>
      {over.length > 0 && (
        <details>
          <summary className={classes['over']}>{t('holiday.over', { count: over.length })}</summary>
          <ul className={classes['holidays']}>{over.map(row)}</ul>
        </details>
      )}
      <ul className={classes['holidays']}>{coming.map(row)}</ul>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
      <div className={classes['actions']}>
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={add}>
          {t('holiday.add')}
        </Button>
        {(edited || save.isSuccess) && (
          <Button loading={save.isPending} disabled={!edited} onClick={submit}>
            {edited ? t('holiday.save') : t('saved')}
          </Button>
        )}
      </div>
    </section>
  );
}
