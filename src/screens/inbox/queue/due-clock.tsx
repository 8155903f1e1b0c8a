import type { DueClock as Due } from '../../../../electron/shared/service-levels.ts';
import type { LineWords } from '../line-words.ts';
import classes from './age.module.css';
import { urgencyOf } from './urgency.ts';

interface DueClockProps {
  readonly due: Due;
  readonly timeZone?: string | undefined;
  readonly words: LineWords;
}

const day = 86_400_000;

/** What is left of a promise to the client, growing warmer; how late it is once it is broken. */
export function DueClock({ due, timeZone, words: { t, formats, now } }: DueClockProps) {
  const left = Date.parse(due.dueAt) - now;
  const length = formats.duration(Math.abs(left));
  const words =
    left < 0
      ? t('due.late', { length })
      : left < day
        ? t('due.left', { length })
        : t('due.on', { date: formats.shortTime(due.dueAt, now) });
  return (
    <time
      className={classes['age']}
      data-warmth={warmth[urgencyOf(due, now)]}
      dateTime={due.dueAt}
      title={t(`due.${due.kind}`, { time: formats.exactTime(due.dueAt, timeZone) })}
    >
      {words}
    </time>
  );
}

const warmth = { calm: 'mild', soon: 'warm', late: 'hot' } as const;
