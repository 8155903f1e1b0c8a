import type { IgnoredFinding } from '../outbox.ts';
import type { VoiceFinding } from '../voice-guides.ts';

/**
 * The findings that are left once those are set aside that somebody gave a reason for, each as often as they gave one.
 * Errors can't be set aside.
 */
export function standing<Finding extends VoiceFinding>(
  findings: readonly Finding[],
  ignored: readonly IgnoredFinding[],
): { left: readonly Finding[]; ignored: readonly IgnoredFinding[] } {
  const open = [...ignored];
  const used: IgnoredFinding[] = [];
  const left = findings.filter((finding) => {
    if (finding.severity === 'error') return true;
    const at = open.findIndex(({ check, match }) => check === finding.check && match === finding.match);
    if (at === -1) return true;
    used.push(...open.splice(at, 1));
    return false;
  });
  return { left, ignored: used };
}
