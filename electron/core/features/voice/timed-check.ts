import { checkRule, inTextOrder, type Guide, type GuideFinding } from '../../../shared/voice/guide.ts';
import type { CompiledRule } from '../../../shared/voice/compiled-rule.ts';
import { OutOfTime, processorTime, withinTime } from './time-limit.ts';

/** What one rule may take of the processor for one text; typing must not wait longer. */
const ruleLimitMilliseconds = 50;
/** A timer is late and a machine is busy: this much of the limit is proof enough. */
const proof = 0.8;
/** Starved of the processor, a rule is tried again with twice the time, this often. */
const mostAttempts = 6;

interface Job {
  readonly rule: CompiledRule;
  readonly text: string;
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
      if (!runaway.has(job.rule.definition.name)) done(checkRule(job.rule, job.text));
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
        runaway.add(job.rule.definition.name);
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

/**
 * Checks a text with every rule of a guide except `quarantined`. All rules run under one timer; when it goes off, the
 * rule that was running is stopped for good if it had used up its limit by itself, and tried again if the time had
 * gone elsewhere. Blocks its thread for at most the limit for each rule that runs away.
 */
export function timedCheck(
  guide: Guide,
  text: string,
  quarantined: ReadonlySet<string> = new Set(),
): TimedFindings {
  const findings: GuideFinding[] = [];
  const jobs = guide.rules
    .filter((rule) => !quarantined.has(rule.definition.name))
    .map((rule) => ({ rule, text }));
  const runaway = runJobs(jobs, (found) => void findings.push(...found));
  return { findings: inTextOrder(findings), runaway };
}

/** The rules that have to be stopped on one of the texts that `textsFor` gives for them. */
export function findRunaways(
  guide: Guide,
  textsFor: (rule: CompiledRule) => readonly string[],
): ReadonlySet<string> {
  const jobs = guide.rules.flatMap((rule) => textsFor(rule).map((text) => ({ rule, text })));
  return runJobs(jobs, () => undefined);
}
