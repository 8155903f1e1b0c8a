import { check } from '../../../shared/voice/check.ts';
import { compileGuide } from '../../../shared/voice/guide.ts';
import { compileRule } from '../../../shared/voice/compile-rule.ts';
import { settingsName } from '../../../shared/voice/incremental-check.ts';
import { lineRules, lineStyle } from '../../../shared/voice/line-rules.ts';
import { noSettings } from '../../../shared/voice/no-settings.ts';
import type { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import { PatternError, RuleError, type RuleProblem } from '../../../shared/voice/rule-problem.ts';
import { anySituation, type Situation } from '../../../shared/voice/situation.ts';
import type { GuideBody, InspectedRules } from '../../../shared/voice-guides.ts';
import { compileRules } from './rule-compiler.ts';
import { probeTexts } from './probe-texts.ts';
import { runningRules, type ReadGuide } from './running.ts';
import { findRunaways } from './timed-check.ts';

/** Rules that have passed; a person edits one rule of a guide at a time, and the others need no second look. */
const mostRemembered = 4_000;

/** What of a guide can be wrong. */
export type InspectedBody = Pick<GuideBody, 'rules' | 'config' | 'lines'>;

/** `locale`: the rules as they run on a reply in a language; null: those that hold in every one. */
export type Inspect = (body: InspectedBody, locale?: string | null) => InspectedRules;

/**
 * Makes the function that says what saving a guide would say: it reads and compiles every rule and every line, and runs
 * each new one on texts that make a bad pattern show itself.
 */
export function createInspector(): Inspect {
  const passed = new Set<string>();
  const isKnown = (definition: RuleDefinition) => passed.has(JSON.stringify(definition));

  return (body, locale = null) => {
    const read = compileRules(body.rules, isKnown);
    const ownLines = allLineRules(body).filter((rule) => !isKnown(rule));
    const compiled = [...read.compiled, ...ownLines.map((rule) => compileRule(rule))];
    const runaways = findRunaways(compiled, (rule) => probeTexts(rule.definition));
    const slow = [...runaways].map((rule): RuleProblem => ({
      rule,
      reason: 'runaway',
      detail: rule,
      line: 0,
    }));
    const definitions = read.definitions.filter(({ name }) => !runaways.has(name));
    if (passed.size > mostRemembered) passed.clear();
    for (const rule of [...definitions, ...ownLines])
      if (!runaways.has(rule.name)) passed.add(JSON.stringify(rule));
    const applied = apply({ body, definitions }, locale);
    return {
      definitions: applied.definitions,
      settings: applied.settings,
      unsupported: read.unsupported,
      problems: [...read.problems, ...slow, ...taken(body), ...applied.problems],
      examples: slow.length > 0 || applied.problems.length > 0 ? [] : wrongExamples(body, definitions),
    };
  };
}

/** Every line, whatever it holds for. */
const allLineRules = ({ lines }: InspectedBody): RuleDefinition[] => {
  const everywhere = lines.map((line) => ({ ...line, channels: [], locales: [] }));
  const languages = new Set(lines.flatMap((line) => (line.kind === 'formality' ? line.locales : [])));
  const rules = [null, ...languages].flatMap((locale) => lineRules(everywhere, { ...anySituation, locale }));
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
};

/** The style of the lines is not for files. */
const taken = ({ rules }: InspectedBody): RuleProblem[] =>
  rules
    .filter(({ name }) => name.startsWith(`${lineStyle}.`))
    .map(({ name }) => ({ rule: name, reason: 'duplicate', detail: name, line: 0 }));

function apply(read: ReadGuide, locale: string | null) {
  try {
    const running = runningRules(read, { ...anySituation, locale });
    compileGuide(running.definitions, running);
    return { ...running, problems: [] };
  } catch (error) {
    return { definitions: read.definitions, settings: noSettings, problems: [problemOf(error)] };
  }
}

function problemOf(error: unknown): RuleProblem {
  if (error instanceof RuleError) return error.problem;
  if (!(error instanceof PatternError)) throw error;
  return { rule: settingsName, reason: 'pattern', detail: error.message, line: 0 };
}

/** Rules about a message as a whole say nothing about a few sentences of it. */
const aboutWhole = /^Liaison\.(?:Greeting|Sign-off)-|-least$/;

/** Examples of the voice that the guide's own rules find fault with. */
function wrongExamples(body: InspectedBody, definitions: readonly RuleDefinition[]) {
  return body.lines.flatMap((line) => {
    if (line.kind !== 'sounds') return [];
    const situation: Situation = {
      channel: line.channels[0] ?? null,
      locale: line.locales[0] ?? null,
      minute: null,
    };
    const running = runningRules({ body, definitions }, situation);
    const judged = running.definitions.filter(({ name }) => !aboutWhole.test(name));
    const [found] = check(compileGuide(judged, running), line.text);
    return found ? [{ line: line.id, check: found.check }] : [];
  });
}
