import type { Instant } from '../../../../electron/shared/time.ts';
import type { LineWords } from '../line-words.ts';
import classes from './age.module.css';
import { warmthOf } from './warmth.ts';

const minute = 60_000;

interface AgeProps {
  readonly waitingSince: Instant | null;
  readonly lastMessageAt: Instant;
  readonly timeZone?: string | undefined;
  readonly words: LineWords;
}

/** How long a customer has waited, growing warmer; else when the last message came. The exact time on hover. */
export function Age({ waitingSince, lastMessageAt, timeZone, words }: AgeProps) {
  const { t, formats, now } = words;
  if (waitingSince === null) {
    return (
      <time
        className={classes['age']}
        dateTime={lastMessageAt}
        title={formats.exactTime(lastMessageAt, timeZone)}
      >
        {formats.shortTime(lastMessageAt, now)}
      </time>
    );
  }
  const waited = now - Date.parse(waitingSince);
  const length = waited < minute ? formats.now() : formats.duration(waited);
  return (
    <time
      className={classes['age']}
      data-warmth={warmthOf(waited)}
      dateTime={waitingSince}
      title={t('row.waitingSince', { time: formats.exactTime(waitingSince, timeZone) })}
    >
      {length}
    </time>
  );
}
