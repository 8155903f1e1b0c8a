import type { IgnoredFinding } from '../../../../electron/shared/outbox.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';

/** A finding that was set aside for this once; `place`: how many of its like stood before it. */
export interface SetAside extends IgnoredFinding {
  readonly place: number;
}

const isLike = (one: IgnoredLike, other: IgnoredLike): boolean =>
  one.check === other.check && one.match === other.match;
type IgnoredLike = Pick<IgnoredFinding, 'check' | 'match'>;

export const setAside = (
  finding: VoiceFinding,
  { among, reason }: { among: readonly VoiceFinding[]; reason: string },
): SetAside => ({
  ...{ check: finding.check, match: finding.match, reason },
  place: among.slice(0, Math.max(0, among.indexOf(finding))).filter((each) => isLike(each, finding)).length,
});

/**
 * The findings that are left: of several alike, the one that was meant is gone. As many are set aside as the core does, which
 * counts them (`standing.ts`); errors can't be.
 */
export function withoutAside(
  findings: readonly VoiceFinding[],
  aside: readonly SetAside[],
): { left: readonly VoiceFinding[]; ignored: readonly IgnoredFinding[] } {
  const gone = new Set<VoiceFinding>();
  const ignored: IgnoredFinding[] = [];
  for (const { place, ...one } of aside) {
    const alike = findings.filter((each) => each.severity !== 'error' && isLike(each, one));
    const isOpen = (each: VoiceFinding) => !gone.has(each);
    const meant = alike.slice(0, place + 1).findLast(isOpen) ?? alike.find(isOpen);
    if (!meant) continue;
    gone.add(meant);
    ignored.push(one);
  }
  return { left: gone.size === 0 ? findings : findings.filter((each) => !gone.has(each)), ignored };
}
