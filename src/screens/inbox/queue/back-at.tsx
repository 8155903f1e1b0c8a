import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../electron/shared/time.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import classes from './age.module.css';

/** When a snoozed conversation comes back, on the operator's own wall; no time: when the customer writes. */
export function BackAt({ until }: { readonly until: Instant | null }) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const now = useNow();
  if (until === null) {
    return (
      <span
        className={classes['back']}
        role="img"
        aria-label={t('row.snoozedUntilReply')}
        title={t('row.snoozedUntilReply')}
      >
        <Icon name="clock" size={12} />
      </span>
    );
  }
  return (
    <time
      className={classes['back']}
      dateTime={until}
      title={t('row.snoozedUntil', { time: formats.exactTime(until) })}
    >
      <Icon name="clock" size={12} /> {formats.shortTime(until, now)}
    </time>
  );
}
