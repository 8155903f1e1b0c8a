import { checkRule, inTextOrder, type GuideFinding, type RuleMemory } from './check.ts';
import { noIgnores, readDocument, type SectionMemory } from './document/document.ts';
import type { Guide } from './guide.ts';

/** The name that the settings of a package go by where a rule's would stand. */
export const settingsName = '.vale.ini';

export interface IncrementalOptions {
  /** Rules to leave out, by name; `.vale.ini` leaves out what the settings ignore. */
  readonly without?: ReadonlySet<string>;
  /** Is told each rule before it runs, and `.vale.ini` before the text is read. */
  readonly before?: (rule: string) => void;
}

/** Checks one text after another, each only where it differs from the one before. */
export interface IncrementalCheck {
  /** The same as `check`. */
  check(text: string, options?: IncrementalOptions): GuideFinding[];
}

/**
 * A section of a text (a paragraph, an item, a heading) that says what one of the text before said is not looked at
 * again; rules that look at the whole text always are.
 */
export function createIncrementalCheck({ rules, ignores }: Guide): IncrementalCheck {
  const sections: SectionMemory = new Map();
  const memories = rules.map((): RuleMemory => new WeakMap());

  return {
    check(text, { without = new Set(), before } = {}) {
      before?.(settingsName);
      const left = without.has(settingsName) ? noIgnores : ignores;
      const document = readDocument(text, { format: 'markdown', ignores: left, memory: sections });
      const findings = rules.flatMap((rule, index) => {
        if (without.has(rule.definition.name)) return [];
        before?.(rule.definition.name);
        return checkRule(rule, document, memories[index]);
      });
      return inTextOrder(findings);
    },
  };
}
