import type { RuleDefinition } from './rule-definition.ts';
import type { HunspellFiles } from './spelling/hunspell-dictionary.ts';
import type { Speller } from './spelling/speller.ts';

/** A finding in a part of the text, before it is placed in the whole. Empty (`start` is `end`) where it speaks of the whole part. */
export interface RawFinding {
  readonly start: number;
  readonly end: number;
  readonly match: string;
  readonly message: string;
  readonly description: string;
  readonly fixes: readonly string[];
  /** The action's parameters, as Vale reports them. */
  readonly params: readonly string[];
}

/** What a rule says of one part of a text by itself. */
export interface PartResult {
  readonly findings: readonly RawFinding[];
  /** What the rule has learnt for the parts that follow: an abbreviation that was explained, a spelling that was used. */
  readonly facts?: readonly string[];
}

/** A part as a rule is given it. */
export interface RulePart {
  readonly text: string;
  /** How many parts of each kind of markup the whole has (`heading.h2`, `list`); of the whole text's part only. */
  readonly counts?: ReadonlyMap<string, number>;
  /** The alternatives that the part has the letters for, by number and in order. Missing: the rule looks for itself. */
  readonly alternatives?: readonly number[];
}

/** For each alternative of a rule: folded words one of which must be in a part for it to match; null: it must be tried. */
export type NeededLiterals = readonly (readonly string[] | null)[];

/** Of a rule that has no alternatives and can say something of any part. */
export const alwaysTried: NeededLiterals = [null];

/** A rule ready to run. Every kind has one file that makes these; `compile-rule.ts` is the table of them. */
export interface CompiledRule {
  readonly definition: RuleDefinition;
  readonly needs: NeededLiterals;
  /** Findings in one part of a text. Pure; it may take long, and whoever calls it minds the time. */
  run(part: RulePart): PartResult;
  /** Of a rule for which parts matter to each other: what stays of their findings. The parts come in order. */
  settle?(parts: readonly PartResult[]): readonly (readonly RawFinding[])[];
}

/** What rules are compiled with. */
export interface RuleSurroundings {
  /** Terms that a client has accepted: patterns, exceptions of every rule with `vocab`. */
  readonly accepted: readonly string[];
  /** Looks words up; null where no dictionary has been loaded, so that `spelling` finds nothing. */
  readonly speller: Speller | null;
  /** Reads a package's own dictionary; null where nobody does, so that rules with one of those alone find nothing. */
  readonly readOwn: ((dictionary: HunspellFiles) => Speller) | null;
}

export const noSurroundings: RuleSurroundings = { accepted: [], speller: null, readOwn: null };
