import { inTextOrder } from '../../../shared/voice/check.ts';
import { compileGuide, type Guide } from '../../../shared/voice/guide.ts';
import type { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import type { GuideSettings } from '../../../shared/voice/settings.ts';
import { languageOf } from '../../../shared/voice/spelling/language-of.ts';
import { asSpellingLanguage } from '../../../shared/voice/spelling/languages.ts';
import type { FindWrong } from './spell-thread.ts';
import { timedCheck, type TimedFindings } from './timed-check.ts';

export type { FindWrong } from './spell-thread.ts';

/** Rules ready to run, as they were compiled without a dictionary. */
export interface Checkable {
  readonly guide: Guide;
  readonly definitions: readonly RuleDefinition[];
  readonly settings: GuideSettings;
}

interface Asked {
  readonly text: string;
  /** The language of a text that is too short to tell. */
  readonly locale: string | null;
  readonly quarantined: ReadonlySet<string>;
  readonly findWrong: FindWrong;
}

/**
 * Checks a text with every rule, those of spelling with the dictionary of the text's language: its words are gathered,
 * looked up in another thread, and the rules run on the answer. A language without a dictionary has no wrong words.
 */
export async function checkSpelled(rules: Checkable, asked: Asked): Promise<TimedFindings> {
  const { text, locale, quarantined, findWrong } = asked;
  const plain = timedCheck(rules.guide, text, { quarantined });
  const spelling = rules.definitions.filter(({ extends: kind }) => kind === 'spelling');
  const language = spelling.length === 0 ? null : asSpellingLanguage(languageOf(text, locale));
  if (language === null) return plain;

  const words = new Set<string>();
  let wrong: ReadonlySet<string> | null = null;
  const speller = {
    correct: (word: string) => (wrong ? !wrong.has(word) : Boolean(words.add(word))),
    suggest: () => [],
  };
  const guide = compileGuide(spelling, { settings: rules.settings, speller });
  const first = timedCheck(guide, text, { quarantined });
  wrong = await findWrong(language, [...words]);
  const spelled = timedCheck(guide, text, { quarantined: quarantined.union(first.runaway) });
  return {
    findings: inTextOrder([...plain.findings, ...spelled.findings]),
    runaway: plain.runaway.union(first.runaway).union(spelled.runaway),
  };
}
