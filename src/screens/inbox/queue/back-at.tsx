import type { Instant } from '../../../../electron/shared/time.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import type { LineWords } from '../line-words.ts';
import classes from './age.module.css';

interface BackAtProps {
  readonly until: Instant | null;
  readonly words: LineWords;
}

/** When a snoozed conversation comes back, on the operator's own wall; no time: when the customer writes. */
export function BackAt({ until, words }: BackAtProps) {
  const { t, formats, now } = words;
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
