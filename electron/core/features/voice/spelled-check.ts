import { inTextOrder } from '../../../shared/voice/check.ts';
import { compileGuide, type Guide } from '../../../shared/voice/guide.ts';
import type { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import type { GuideSettings } from '../../../shared/voice/settings.ts';
import { languageOf } from '../../../shared/voice/spelling/language-of.ts';
import { asSpellingLanguage, type SpellingLanguage } from '../../../shared/voice/spelling/languages.ts';
import type { FindWrong } from './spell-thread.ts';
import { timedCheck, type TimedFindings } from './timed-check.ts';

export type { FindWrong } from './spell-thread.ts';

/** What of a guide runs, before it is ready. */
export interface RulesToCheck {
  readonly definitions: readonly RuleDefinition[];
  readonly settings: GuideSettings;
}

/** Rules ready to run on one text after another. */
export interface Checkable extends RulesToCheck {
  /** The rules that need no dictionary. */
  readonly guide: Guide;
  /** Null where no rule looks words up. */
  readonly spelling: SpellingCheck | null;
}

interface SpellingCheck {
  /** The words of a text that have to be looked up. */
  wordsIn(
    text: string,
    quarantined: ReadonlySet<string>,
  ): { words: ReadonlySet<string>; runaway: ReadonlySet<string> };
  /** What the rules say once it is known which of the words no dictionary has. */
  check(text: string, known: { wrong: ReadonlySet<string>; quarantined: ReadonlySet<string> }): TimedFindings;
}

/** @throws RuleError, PatternError */
export function makeCheckable({ definitions, settings }: RulesToCheck): Checkable {
  const spelling = definitions.filter(looksUp);
  return {
    definitions,
    settings,
    guide: compileGuide(
      definitions.filter((rule) => !looksUp(rule)),
      { settings },
    ),
    spelling: spelling.length === 0 ? null : createSpellingCheck({ definitions: spelling, settings }),
  };
}

const looksUp = ({ extends: kind }: RuleDefinition): boolean => kind === 'spelling';

/** Compiled once: the rules ask a speller that gathers words first, and then knows which of them are wrong. */
function createSpellingCheck({ definitions, settings }: RulesToCheck): SpellingCheck {
  let isCorrect: (word: string) => boolean = () => true;
  const speller = { correct: (word: string) => isCorrect(word), suggest: () => [] };
  const guide = compileGuide(definitions, { settings, speller });
  return {
    wordsIn(text, quarantined) {
      const words = new Set<string>();
      isCorrect = (word) => Boolean(words.add(word));
      const { runaway } = timedCheck(guide, text, { quarantined });
      return { words, runaway };
    },
    check(text, { wrong, quarantined }) {
      isCorrect = (word) => !wrong.has(word);
      return timedCheck(guide, text, { quarantined });
    },
  };
}

/** The dictionary that a text's words are looked up in; null where no rule asks, and where its language has none. */
export const dictionaryFor = (
  { spelling }: Checkable,
  { text, locale }: { text: string; locale: string | null },
): SpellingLanguage | null => (spelling ? asSpellingLanguage(languageOf(text, locale)) : null);

/** Checks a text whose words have been looked up; null: they were not, and no word is wrong. */
export function checkLookedUp(
  { guide, spelling }: Checkable,
  {
    text,
    wrong,
    quarantined,
  }: { text: string; wrong: ReadonlySet<string> | null; quarantined: ReadonlySet<string> },
): TimedFindings {
  const plain = timedCheck(guide, text, { quarantined });
  if (!spelling || wrong === null) return plain;
  const spelled = spelling.check(text, { wrong, quarantined });
  return {
    findings: inTextOrder([...plain.findings, ...spelled.findings]),
    runaway: plain.runaway.union(spelled.runaway),
  };
}

interface Asked {
  readonly text: string;
  /** The language of a text that is too short to tell. */
  readonly locale: string | null;
  readonly quarantined: ReadonlySet<string>;
  readonly findWrong: FindWrong;
}

/** Checks a text with every rule; its words are gathered and looked up in another thread. */
export async function checkSpelled(rules: Checkable, asked: Asked): Promise<TimedFindings> {
  const { text, quarantined, findWrong } = asked;
  const language = dictionaryFor(rules, asked);
  const gathered = language && rules.spelling?.wordsIn(text, quarantined);
  if (!language || !gathered) return checkLookedUp(rules, { text, wrong: null, quarantined });
  const wrong = await findWrong(language, [...gathered.words]);
  const without = quarantined.union(gathered.runaway);
  const { findings, runaway } = checkLookedUp(rules, { text, wrong, quarantined: without });
  return { findings, runaway: runaway.union(gathered.runaway) };
}
