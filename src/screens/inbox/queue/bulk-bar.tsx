import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlainStatus, QueueRow } from '../../../../electron/shared/conversations.ts';
import { useSession } from '../../../app/session.tsx';
import { useWork } from '../conversation/use-work.ts';
import { rowRef } from '../inbox-place.ts';
import { useSnoozeDialog } from '../moment/use-moment-dialog.tsx';
import classes from './queue-pane.module.css';

interface BulkBarProps {
  readonly rows: readonly QueueRow[];
  readonly clear: () => void;
}

/** What can be done to all ticked conversations at once. */
export function BulkBar({ rows, clear }: BulkBarProps) {
  const { t } = useTranslation('inbox');
  const { operator, may } = useSession();
  const work = useWork();
  const mine = rows.filter((row) => may('conversations.work', row.clientId));
  const begun = mine.filter(({ messageCount }) => messageCount > 0);
  const setAll = (status: PlainStatus) => {
    for (const row of begun) work.setStatus({ ...rowRef(row), status });
    clear();
  };
  const { ask, dialog } = useSnoozeDialog((until) => {
    for (const row of begun) work.snooze({ ...rowRef(row), until });
    clear();
  });
  const takeAll = () => {
    for (const row of mine) work.assign({ ...rowRef(row), operatorId: operator.id });
    clear();
  };
  return (
    <div className={classes['bulk']} role="region" aria-label={t('bulk.name')}>
      <span>{t('bulk.ticked', { count: rows.length })}</span>
      {mine.length > 0 && (
        <>
          <Button size="compact-xs" variant="default" onClick={() => setAll('resolved')}>
            {t('bulk.resolve')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={ask}>
            {t('bulk.snooze')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setAll('spam')}>
            {t('status.spam')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={takeAll}>
            {t('assign.me')}
          </Button>
        </>
      )}
      <Button size="compact-xs" variant="subtle" onClick={clear}>
        {t('bulk.clear')}
      </Button>
      {dialog}
    </div>
  );
}
