import type { GuideBody } from '../../../shared/voice-guides.ts';
import { lineRules, productNames } from '../../../shared/voice/line-rules.ts';
import type { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import { pathOf, type Situation } from '../../../shared/voice/situation.ts';
import { settingsFiles } from './config-files.ts';
import { applySettings, mustHaveStyles, readSettings, termsIn } from './package-settings.ts';
import type { RulesToCheck } from './spelled-check.ts';
import { valeStyle } from './vale-style.ts';
import { withWordLists } from './word-lists.ts';

/** A guide with its rules read. */
export interface ReadGuide {
  readonly body: Pick<GuideBody, 'config' | 'lines'>;
  readonly definitions: readonly RuleDefinition[];
}

/**
 * What of a guide runs on a reply: the rules that its `.vale.ini` chooses for the reply's channel and language, with the
 * levels it gives them, and the lines that hold there. Without a `.vale.ini` every rule runs, and so do the vocabularies.
 *
 * @throws RuleError `settings`, PatternError
 */
export function runningRules({ body, definitions }: ReadGuide, situation: Situation): RulesToCheck {
  const { config, lines } = body;
  const files = settingsFiles(config);
  const settings = readSettings(files);
  const names = productNames(lines);
  if (settings) {
    mustHaveStyles(
      settings,
      definitions.map(({ name }) => name),
    );
  }
  const chosen = settings
    ? applySettings(definitions, { settings, path: pathOf(situation) })
    : withVocabularies(definitions, body);
  return {
    definitions: [
      ...withWordLists(withSpelling(chosen.definitions, config.spelling), files),
      ...lineRules(lines, situation),
    ],
    settings: { ...chosen.settings, accept: [...chosen.settings.accept, ...names] },
  };
}

/** Of the style that Vale has built in, only what the vocabularies say. */
function withVocabularies(
  definitions: readonly RuleDefinition[],
  { config }: ReadGuide['body'],
): RulesToCheck {
  const accept = config.vocabularies.flatMap((vocabulary) => termsIn(vocabulary.accept));
  const reject = config.vocabularies.flatMap((vocabulary) => termsIn(vocabulary.reject));
  const own = valeStyle({ accept, reject }).filter(({ name }) => /\.(?:Terms|Avoid)$/.test(name));
  return { definitions: [...definitions, ...own], settings: { accept, tokenIgnores: [], blockIgnores: [] } };
}

/** A typing error is no error of the voice: it holds nothing back unless a `.vale.ini` says so. */
function withSpelling(definitions: readonly RuleDefinition[], wanted: boolean): RuleDefinition[] {
  const spelling = valeStyle({ accept: [], reject: [] }).filter(({ name }) => name === 'Vale.Spelling');
  const has = definitions.some(({ name }) => name === 'Vale.Spelling');
  return wanted && !has
    ? [...definitions, ...spelling.map((rule) => ({ ...rule, level: 'warning' as const }))]
    : [...definitions];
}
