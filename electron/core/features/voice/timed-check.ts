import type { CompiledRule } from '../../../shared/voice/compiled-rule.ts';
import { checkRule, inTextOrder, type GuideFinding } from '../../../shared/voice/check.ts';
import { noIgnores, readDocument, type VoiceDocument } from '../../../shared/voice/document/document.ts';
import type { TextFormat } from '../../../shared/voice/document/section-parts.ts';
import type { Guide } from '../../../shared/voice/guide.ts';
import { settingsName } from '../../../shared/voice/incremental-check.ts';
import { OutOfTime, processorTime, withinTime } from './time-limit.ts';

/** What one rule may take of the processor for one text: with what stopping it takes, less than 50 ms. */
const ruleLimitMilliseconds = 45;
/** A timer is late and a machine is busy: this much of the limit is proof enough. */
const proof = 0.8;
/** Starved of the processor, a rule is tried again with twice the time, this often. */
const mostAttempts = 6;

interface Job {
  /** The rule that is stopped when the work takes too long. */
  readonly rule: string;
  readonly work: () => readonly GuideFinding[];
}

/** Gives each job's findings to `done`, and the names of rules that had to be stopped. */
function runJobs(jobs: readonly Job[], done: (found: readonly GuideFinding[]) => void): Set<string> {
  const runaway = new Set<string>();
  let at = 0;
  let attempts = 0;
  let begun = processorTime();

  const runTheRest = () => {
    for (let job = jobs[at]; job; job = jobs[at]) {
      begun = processorTime();
      if (!runaway.has(job.rule)) done(job.work());
      at += 1;
      attempts = 0;
    }
  };
  while (at < jobs.length) {
    try {
      withinTime(ruleLimitMilliseconds * 2 ** attempts, runTheRest);
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      attempts += 1;
      const job = jobs[at];
      if (job && (processorTime() - begun >= ruleLimitMilliseconds * proof || attempts >= mostAttempts)) {
        runaway.add(job.rule);
        at += 1;
        attempts = 0;
      }
    }
  }
  return runaway;
}

export interface TimedFindings {
  readonly findings: readonly GuideFinding[];
  /** Rules that were stopped, by name; their findings are missing. */
  readonly runaway: ReadonlySet<string>;
}

/** Rules that are not tried, and how the text is read. */
export interface TimedOptions {
  readonly quarantined?: ReadonlySet<string>;
  readonly format?: TextFormat;
}

/**
 * Checks a text with every rule of a guide except the quarantined. All rules run under one timer; when it goes off, the
 * rule that was running is stopped for good if it had used up its limit by itself, and tried again if the time had
 * gone elsewhere. Blocks its thread for at most the limit for each rule that runs away.
 */
export function timedCheck(
  guide: Guide,
  text: string,
  { quarantined = new Set(), format = 'reply' }: TimedOptions = {},
): TimedFindings {
  const { document, runaway: unread } = timedRead(guide, { text, format, quarantined });
  const findings: GuideFinding[] = [];
  const jobs = guide.rules
    .filter((rule) => !quarantined.has(rule.definition.name))
    .map((rule): Job => ({ rule: rule.definition.name, work: () => checkRule(rule, document) }));
  const runaway = runJobs(jobs, (found) => void findings.push(...found));
  return { findings: inTextOrder(findings), runaway: unread.union(runaway) };
}

/** Reading a text runs patterns too; where one of them runs away, nothing is left out of the text. */
function timedRead(
  { ignores }: Guide,
  { text, format, quarantined }: Required<TimedOptions> & { text: string },
): { document: VoiceDocument; runaway: Set<string> } {
  let document = readDocument(text, { format, ignores: noIgnores });
  if (ignores === noIgnores || quarantined.has(settingsName)) return { document, runaway: new Set() };
  const work = () => {
    document = readDocument(text, { format, ignores });
    return [];
  };
  const runaway = runJobs([{ rule: settingsName, work }], () => undefined);
  return { document, runaway };
}

/** The rules that have to be stopped on one of the texts that `textsFor` gives for them. */
export function findRunaways(
  rules: readonly CompiledRule[],
  textsFor: (rule: CompiledRule) => readonly string[],
): ReadonlySet<string> {
  const jobs = rules.flatMap((rule) =>
    textsFor(rule).map((text): Job => ({
      rule: rule.definition.name,
      work() {
        rule.run({ text });
        return [];
      },
    })),
  );
  return runJobs(jobs, () => undefined);
}
