import type { SamplePeriod } from '../../../../electron/shared/quality.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';

/** "2 Mar – 15 Mar": days as they are, in no time zone. */
export function usePeriodText(): (period: SamplePeriod) => string {
  const formats = useFormats();
  const now = useNow();
  const dayText = (day: string) => formats.shortTime(`${day}T12:00:00.000Z`, now + 400 * 86_400_000, 'UTC');
  return ({ from, to }) => `${dayText(from)} – ${dayText(to)}`;
}
