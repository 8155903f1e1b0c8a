import { RuleNotices } from './rule-notices.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useBadge } from './use-badge.ts';
import { useOverdue } from './use-overdue.ts';
import { usePersonal } from './use-personal.ts';

/** Everything that tells somebody of something while they look elsewhere. */
export function Notices() {
  useArrivals();
  useOverdue();
  usePersonal();
  useBadge();
  return <RuleNotices />;
}
