import type { QueueRow } from '../../../../electron/shared/conversations.ts';
import type { LineWords } from '../line-words.ts';
import { Age } from './age.tsx';
import { BackAt } from './back-at.tsx';
import { DueClock } from './due-clock.tsx';
import { tellsMore } from './urgency.ts';

interface TimeToldProps {
  readonly of: Pick<QueueRow, 'status' | 'snoozedUntil' | 'due' | 'waitingSince' | 'lastMessageAt'>;
  readonly timeZone?: string | undefined;
  readonly words: LineWords;
}

/** The one time that matters now: when it comes back, what is left of a promise, or how long somebody has waited. */
export function TimeTold({ of, timeZone, words }: TimeToldProps) {
  if (of.status === 'snoozed') return <BackAt until={of.snoozedUntil} words={words} />;
  if (tellsMore(of.due, words.now)) return <DueClock due={of.due} timeZone={timeZone} words={words} />;
  return (
    <Age waitingSince={of.waitingSince} lastMessageAt={of.lastMessageAt} timeZone={timeZone} words={words} />
  );
}
