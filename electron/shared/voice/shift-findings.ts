import type { VoiceFinding } from '../voice-guides.ts';

/**
 * Findings of a text that has been edited since, moved to where they now stand. Those that the edit touched are left
 * out until the text has been checked again, so that a mark never lies beside its words.
 */
export function shiftFindings<Finding extends VoiceFinding>(
  findings: readonly Finding[],
  { from, to }: { from: string; to: string },
): readonly Finding[] {
  if (from === to) return findings;
  const shorter = Math.min(from.length, to.length);
  let same = 0;
  while (same < shorter && from.charCodeAt(same) === to.charCodeAt(same)) same += 1;
  let sameEnd = 0;
  while (
    sameEnd < shorter - same &&
    from.charCodeAt(from.length - 1 - sameEnd) === to.charCodeAt(to.length - 1 - sameEnd)
  ) {
    sameEnd += 1;
  }
  const editEnd = from.length - sameEnd;
  const moved = to.length - from.length;
  return findings.flatMap((finding) => {
    if (finding.end < same) return [finding];
    if (finding.start > editEnd)
      return [{ ...finding, start: finding.start + moved, end: finding.end + moved }];
    return [];
  });
}
