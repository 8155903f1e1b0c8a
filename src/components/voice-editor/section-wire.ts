import type { GuideFinding } from '../../../electron/shared/voice/check.ts';
import type { CheckedSections, SectionFindings } from '../../../electron/shared/voice/incremental-check.ts';
import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';

type OnPage = CheckedSections<VoiceFinding>;
type Findings = readonly VoiceFinding[];

/** What a worker says of a section: its findings where it has not said them of the text before, else only their number. */
interface SentSection {
  readonly start: number;
  readonly number: number;
  readonly findings?: Findings;
}

/** Findings on their way from a worker: those of the sections that changed, and where the others now begin. */
export interface SentFindings extends Pick<OnPage, 'others'> {
  readonly sections: readonly SentSection[];
}

/** The worker's end: what the page has been told of the text before is not sent to it again. */
export function createSender(): (checked: CheckedSections) => SentFindings {
  let told = new Map<Findings, number>();
  let numbers = 0;
  return ({ sections, others }) => {
    const before = told;
    told = new Map();
    const sent = sections.map(({ start, findings }): SentSection => {
      const number = told.get(findings) ?? before.get(findings) ?? (numbers += 1);
      const isNew = !told.has(findings) && !before.has(findings);
      told.set(findings, number);
      return isNew ? { start, number, findings: forPage(findings) } : { start, number };
    });
    return { sections: sent, others: forPage(others) };
  };
}

/** Without what only Vale's report needs: every object less is a message that is copied sooner. */
const forPage = (findings: readonly GuideFinding[]): Findings =>
  findings.map(({ action: _action, ...finding }) => finding);

/** The page's end. It must hear all that its worker's sender says, in order. */
export function createReceiver(): (sent: SentFindings) => OnPage {
  let known = new Map<number, Findings>();
  return ({ sections, others }) => {
    const before = known;
    known = new Map();
    const received = sections.map(({ start, number, findings }): SectionFindings<VoiceFinding> => {
      const all = findings ?? known.get(number) ?? before.get(number) ?? [];
      known.set(number, all);
      return { start, findings: all };
    });
    return { sections: received, others };
  };
}
