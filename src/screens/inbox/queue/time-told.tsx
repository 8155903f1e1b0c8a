import type { QueueRow } from '../../../../electron/shared/conversations.ts';
import { useNow } from '../../../i18n/use-now.ts';
import { Age } from './age.tsx';
import { BackAt } from './back-at.tsx';
import { DueClock } from './due-clock.tsx';
import { tellsMore } from './urgency.ts';

interface TimeToldProps {
  readonly of: Pick<QueueRow, 'status' | 'snoozedUntil' | 'due' | 'waitingSince' | 'lastMessageAt'>;
  readonly timeZone?: string | undefined;
}

/** The one time that matters now: when it comes back, what is left of a promise, or how long somebody has waited. */
export function TimeTold({ of, timeZone }: TimeToldProps) {
  const now = useNow();
  if (of.status === 'snoozed') return <BackAt until={of.snoozedUntil} />;
  if (tellsMore(of.due, now)) return <DueClock due={of.due} timeZone={timeZone} />;
  return <Age waitingSince={of.waitingSince} lastMessageAt={of.lastMessageAt} timeZone={timeZone} />;
}
