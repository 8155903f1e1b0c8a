import type { CheckedSections, SectionFindings } from '../../../electron/shared/voice/incremental-check.ts';

/** What a worker says of a section: its findings where it has not said them of the text before, else only their number. */
interface SentSection {
  readonly start: number;
  readonly number: number;
  readonly findings?: SectionFindings['findings'];
}

/** Findings on their way from a worker: those of the sections that changed, and where the others now begin. */
export interface SentFindings extends Pick<CheckedSections, 'others'> {
  readonly sections: readonly SentSection[];
}

type Findings = SectionFindings['findings'];

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
      return isNew ? { start, number, findings } : { start, number };
    });
    return { sections: sent, others };
  };
}

/** The page's end. It must hear all that its worker's sender says, in order. */
export function createReceiver(): (sent: SentFindings) => CheckedSections {
  let known = new Map<number, Findings>();
  return ({ sections, others }) => {
    const before = known;
    known = new Map();
    const received = sections.map(({ start, number, findings }): SectionFindings => {
      const all = findings ?? known.get(number) ?? before.get(number) ?? [];
      known.set(number, all);
      return { start, findings: all };
    });
    return { sections: received, others };
  };
}
