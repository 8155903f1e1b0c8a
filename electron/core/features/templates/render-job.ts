/** What the page and the store know when a template is filled: plain JSON, one object a root. */
export type RenderContext = Readonly<
  Record<string, Readonly<Record<string, string | readonly string[] | null>>>
>;

export interface RenderJob {
  readonly source: string;
  readonly context: RenderContext;
  /** Of the template, for the names of months and days. */
  readonly locale: string;
  /** Of the client, for dates. */
  readonly timeZone: string;
  /** UTC epoch milliseconds: what `"now"` is. */
  readonly now: number;
  /** `html` escapes the values that are filled in. */
  readonly format: 'text' | 'html';
  /** Whether a variable that doesn't exist is an error (when saving) or nothing (when rendering). */
  readonly strict: boolean;
}

export const templateProblems = [
  'syntax',
  'unknown-tag',
  'unknown-filter',
  'unknown-variable',
  'limit',
] as const;
export type TemplateProblemReason = (typeof templateProblems)[number];

export interface TemplateProblem {
  readonly reason: TemplateProblemReason;
  /** From 1; 0 where it can't be told. */
  readonly line: number;
  readonly column: number;
  /** The tag, filter or variable, or what the parser says. */
  readonly detail: string;
}

export type RenderAnswer =
  | { readonly kind: 'rendered'; readonly text: string; readonly unfilled: readonly string[] }
  | { readonly kind: 'failed'; readonly problem: TemplateProblem };
