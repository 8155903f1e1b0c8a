import type { CompiledRule, RuleSurroundings } from './compiled-rule.ts';
import { compileRule } from './compile-rule.ts';
import { createAlternativeSearch, type FoundAlternatives } from './alternative-search.ts';
import { noIgnores, type Ignores } from './document/document.ts';
import { readScopes, type Scopes } from './document/scopes.ts';
import type { DocumentPart } from './document/section-parts.ts';
import { compilePattern } from './pattern.ts';
import type { RuleDefinition } from './rule-definition.ts';
import { noSettings } from './no-settings.ts';
import type { GuideSettings } from './settings.ts';
import type { Speller } from './spelling/speller.ts';

/** A compiled rule and where it looks. */
export interface GuideRule extends CompiledRule {
  readonly scopes: Scopes;
  /** The alternatives of the rule that a part in its scopes can concern, by number; where there are none, it need not be run. */
  alternativesIn(part: DocumentPart): readonly number[];
}

/** A client's rules, ready to run. */
export interface Guide {
  readonly rules: readonly GuideRule[];
  readonly ignores: Ignores;
}

export interface GuideOptions {
  readonly settings?: GuideSettings;
  readonly speller?: Speller | null;
  readonly readOwn?: RuleSurroundings['readOwn'];
}

/** @throws RuleError naming the first rule that can't be compiled, PatternError for a pattern of the settings */
export function compileGuide(
  definitions: readonly RuleDefinition[],
  { settings = noSettings, speller = null, readOwn = null }: GuideOptions = {},
): Guide {
  for (const term of settings.accept) compilePattern(term);
  const surroundings = { accepted: settings.accept, speller, readOwn };
  return {
    rules: guideRules(definitions.map((definition) => compileRule(definition, surroundings))),
    ignores: compileIgnores(settings),
  };
}

/** @throws PatternError */
export const compileIgnores = ({ tokenIgnores, blockIgnores }: GuideSettings): Ignores =>
  tokenIgnores.length + blockIgnores.length === 0
    ? noIgnores
    : { tokens: tokenIgnores.map(compilePattern), blocks: blockIgnores.map(compilePattern) };

/** Rules with their scopes. One search for all their literals says which of them a part can concern. */
export function guideRules(rules: readonly CompiledRule[]): GuideRule[] {
  const search = createAlternativeSearch(rules.map(({ needs }) => needs));
  const known = new WeakMap<DocumentPart, FoundAlternatives>();
  const searched = (part: DocumentPart) => {
    const found = known.get(part) ?? search(part.placed.text);
    known.set(part, found);
    return found;
  };
  return rules.map((rule, number) => {
    const always = rule.needs.every((literals) => literals === null) ? [...rule.needs.keys()] : null;
    return {
      ...rule,
      scopes: scopesOf(rule),
      alternativesIn: (part) => always ?? searched(part)(number),
    };
  });
}

/** Rules that measure look at the whole text's prose, unless they say otherwise (vale, `measuredScope`). */
function scopesOf(rule: CompiledRule): Scopes {
  const { scope, extends: kind } = rule.definition;
  const byDefault = scope.length === 0 || (scope.length === 1 && scope[0] === 'text');
  const measures = kind === 'readability' || kind === 'metric';
  return readScopes(measures && byDefault ? ['summary'] : scope);
}
