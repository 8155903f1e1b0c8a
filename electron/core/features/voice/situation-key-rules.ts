import type { GuideLine } from '../../../shared/voice/guide-lines.ts';
import { hasHours, holds } from '../../../shared/voice/line-rules.ts';
import { anySituation, type Situation } from '../../../shared/voice/situation.ts';

/** Situations of the same key have the same rules: the time of day matters only to lines that have their hours. */
export function situationKey(lines: readonly GuideLine[], { channel, locale, minute }: Situation): string {
  const inTime = lines
    .filter((line) => hasHours(line) && line.from !== null)
    .filter((line) => holds({ ...line, channels: [], locales: [] }, { ...anySituation, minute }))
    .map(({ id }) => id);
  return JSON.stringify([channel, locale, inTime]);
}
