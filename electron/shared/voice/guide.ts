import type { CompiledRule } from './compiled-rule.ts';
import { compileRule } from './compile-rule.ts';
import type { Ignores, PlacedPart, VoiceDocument } from './document/document.ts';
import { readScopes, type Scopes } from './document/scopes.ts';
import type { DocumentPart } from './document/section-parts.ts';
import { createLiteralSearch, type LiteralSearch } from './literal-search.ts';
import { compilePattern } from './pattern.ts';
import type { RuleDefinition } from './rule-definition.ts';
import { noSettings } from './no-settings.ts';
import type { GuideSettings } from './settings.ts';
import type { Speller } from './spelling/speller.ts';

/** A compiled rule and where it looks. */
export interface GuideRule extends CompiledRule {
  /** The parts of a text that the rule can say anything about: those in its scopes that have the letters it needs. */
  partsIn(document: VoiceDocument): readonly PlacedPart[];
}

/** A client's rules, ready to run. */
export interface Guide {
  readonly rules: readonly GuideRule[];
  readonly ignores: Ignores;
}

export interface GuideOptions {
  readonly settings?: GuideSettings;
  readonly speller?: Speller | null;
}

/** @throws RuleError naming the first rule that can't be compiled, PatternError for a pattern of the settings */
export function compileGuide(
  definitions: readonly RuleDefinition[],
  { settings = noSettings, speller = null }: GuideOptions = {},
): Guide {
  for (const term of settings.accept) compilePattern(term);
  const surroundings = { accepted: settings.accept, speller };
  return {
    rules: guideRules(definitions.map((definition) => compileRule(definition, surroundings))),
    ignores: compileIgnores(settings),
  };
}

/** @throws PatternError */
export const compileIgnores = ({ tokenIgnores, blockIgnores }: GuideSettings): Ignores => ({
  tokens: tokenIgnores.map(compilePattern),
  blocks: blockIgnores.map(compilePattern),
});

/** Rules with their scopes. One search for all their literals says which of them a part can concern. */
export function guideRules(rules: readonly CompiledRule[]): GuideRule[] {
  const literals = rules.flatMap(({ needs }, owner) =>
    (needs ?? []).map((literal) => [literal, owner] as const),
  );
  let search: LiteralSearch | null = null;
  const known = new WeakMap<DocumentPart, readonly number[]>();
  const ownersIn = (part: DocumentPart): readonly number[] => {
    const owners = known.get(part) ?? (search ??= createLiteralSearch(literals)).ownersIn(part.placed.text);
    known.set(part, owners);
    return owners;
  };
  const byOwner = new WeakMap<readonly PlacedPart[], ReadonlyMap<number, readonly PlacedPart[]>>();
  const partsByOwner = (parts: readonly PlacedPart[]): ReadonlyMap<number, readonly PlacedPart[]> => {
    const sorted = byOwner.get(parts) ?? sortByOwner(parts, ownersIn);
    byOwner.set(parts, sorted);
    return sorted;
  };
  return rules.map((rule, owner) => {
    const scopes = scopesOf(rule);
    return {
      ...rule,
      partsIn(document) {
        const parts = document.partsIn(scopes);
        return rule.needs === null ? parts : (partsByOwner(parts).get(owner) ?? []);
      },
    };
  });
}

function sortByOwner(
  parts: readonly PlacedPart[],
  ownersIn: (part: DocumentPart) => readonly number[],
): Map<number, PlacedPart[]> {
  const sorted = new Map<number, PlacedPart[]>();
  for (const placed of parts) {
    for (const owner of ownersIn(placed.part)) {
      const own = sorted.get(owner);
      if (own) own.push(placed);
      else sorted.set(owner, [placed]);
    }
  }
  return sorted;
}

/** Rules that measure look at the whole text's prose, unless they say otherwise (vale, `measuredScope`). */
function scopesOf(rule: CompiledRule): Scopes {
  const { scope, extends: kind } = rule.definition;
  const byDefault = scope.length === 0 || (scope.length === 1 && scope[0] === 'text');
  const measures = kind === 'readability' || kind === 'metric';
  return readScopes(measures && byDefault ? ['summary'] : scope);
}
