/**
 * Rules and texts with the alerts that Vale reports for them. In a text `⟦` and `⟧` stand around what an alert is about;
 * an empty pair is an alert about the text as a whole. The alerts' messages follow in the same order; without them a
 * message is the rule's own with what is marked in place of `%s`.
 */
export type Row = string | readonly [text: string, ...messages: string[]];

export interface RuleRows {
  /** What the rows show, and where it is written or done so. */
  readonly why: string;
  /** The YAML of one rule. `message: "'%s'"` is added where there is none. */
  readonly rule: string;
  /** `md` is read as Markdown, `txt` (which is the default) as plain text. */
  readonly as?: 'md' | 'txt';
  /** The alerts' action; given what is marked. */
  readonly action?: (match: string) => { readonly Name: string; readonly Params: readonly string[] | null };
  /** An accepted vocabulary. */
  readonly accept?: readonly string[];
  readonly rows: readonly Row[];
}
