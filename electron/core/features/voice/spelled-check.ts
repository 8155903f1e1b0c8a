import { inTextOrder } from '../../../shared/voice/check.ts';
import { compileGuide, type Guide } from '../../../shared/voice/guide.ts';
import type { RuleDefinition, SpellingDefinition } from '../../../shared/voice/rule-definition.ts';
import type { GuideSettings } from '../../../shared/voice/settings.ts';
import { languageOf } from '../../../shared/voice/spelling/language-of.ts';
import { asSpellingLanguage } from '../../../shared/voice/spelling/languages.ts';
import { spelledIn } from '../../../shared/voice/spelling/spelled-in.ts';
import type { Dictionary } from './dictionaries.ts';
import { timedCheck, type TimedFindings, type TimedOptions } from './timed-check.ts';

/** What of a guide runs, before it is ready. */
export interface RulesToCheck {
  readonly definitions: readonly RuleDefinition[];
  readonly settings: GuideSettings;
}

/** Rules ready to run on one text after another. */
export interface Checkable extends RulesToCheck {
  /** The rules that need no dictionary. */
  readonly guide: Guide;
  /** The rules that look words up in a language, by its code; null where none finds anything. */
  spelling(language: string): SpellingCheck | null;
}

/** What dictionaries do not have, for each that was asked. */
export type WrongWords = ReadonlyMap<Dictionary, ReadonlySet<string>>;

export interface SpellingCheck {
  /** Every one that a rule asks. */
  readonly dictionaries: readonly Dictionary[];
  /** Rules that find something in this language, by name. */
  readonly rules: readonly string[];
  /** The words of a text that have to be looked up. */
  wordsIn(text: string, options: TimedOptions): { words: ReadonlySet<string>; runaway: ReadonlySet<string> };
  /** What the rules say once it is known which of the words the dictionaries don't have. */
  check(text: string, options: TimedOptions & { wrong: WrongWords }): TimedFindings;
}

/** @throws RuleError, PatternError */
export function makeCheckable({ definitions, settings }: RulesToCheck): Checkable {
  const spelling = definitions.filter(looksUp);
  const byLanguage = new Map<string, SpellingCheck | null>();
  return {
    definitions,
    settings,
    guide: compileGuide(
      definitions.filter((rule) => !looksUp(rule)),
      { settings },
    ),
    spelling(language) {
      const known = byLanguage.get(language);
      if (known !== undefined) return known;
      const rules = spelledIn(spelling, language);
      const made = rules.length === 0 ? null : createSpellingCheck({ rules, settings, language });
      byLanguage.set(language, made);
      return made;
    },
  };
}

const looksUp = (rule: RuleDefinition): rule is SpellingDefinition => rule.extends === 'spelling';

/** Compiled once: the rules ask spellers that gather words first, and then know which of them are wrong. */
function createSpellingCheck(of: {
  rules: readonly SpellingDefinition[];
  settings: GuideSettings;
  language: string;
}): SpellingCheck {
  const { rules, settings } = of;
  const language = asSpellingLanguage(of.language);
  let isCorrect: (dictionary: Dictionary, word: string) => boolean = () => true;
  const spellerOf = (dictionary: Dictionary) => ({
    correct: (word: string) => isCorrect(dictionary, word),
    suggest: () => [],
  });
  const guide = compileGuide(rules, {
    settings,
    speller: language && spellerOf(language),
    readOwn: spellerOf,
  });
  return {
    dictionaries: [...(language ? [language] : []), ...new Set(rules.flatMap(({ own }) => own))],
    rules: rules.map(({ name }) => name),
    wordsIn(text, options) {
      const words = new Set<string>();
      isCorrect = (_dictionary, word) => Boolean(words.add(word));
      const { runaway } = timedCheck(guide, text, options);
      return { words, runaway };
    },
    check(text, { wrong, ...options }) {
      isCorrect = (dictionary, word) => wrong.get(dictionary)?.has(word) !== true;
      return timedCheck(guide, text, options);
    },
  };
}

/** The rules that look up a text's words; `locale`: the language of a text that is too short to tell. */
export const spellingOf = (
  { spelling }: Checkable,
  { text, locale }: { text: string; locale: string | null },
): SpellingCheck | null => spelling(languageOf(text, locale));

interface LookedUp extends TimedOptions {
  readonly text: string;
  /** Null: its words were not looked up, and none is wrong. */
  readonly spelling: SpellingCheck | null;
  readonly wrong: WrongWords;
}

/** Checks a text whose words have been looked up. */
export function checkLookedUp(
  { guide }: Checkable,
  { text, spelling, wrong, ...options }: LookedUp,
): TimedFindings {
  const plain = timedCheck(guide, text, options);
  if (!spelling) return plain;
  const spelled = spelling.check(text, { wrong, ...options });
  return {
    findings: inTextOrder([...plain.findings, ...spelled.findings]),
    runaway: plain.runaway.union(spelled.runaway),
  };
}
