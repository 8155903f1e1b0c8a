import { z } from 'zod';
import { type TemplateState, TextLocale } from './templates.ts';

export const importSources = ['zendesk', 'gorgias', 'chatwoot', 'front', 'csv'] as const;
export const ImportSource = z.enum(importSources);
export type ImportSource = z.infer<typeof ImportSource>;

export const ImportTemplates = z.object({
  source: ImportSource,
  /** The file's bytes in base64; exports of real accounts are a few megabytes. */
  base64: z.base64().max(28_000_000),
  /** Of replies that don't say theirs; null: the client's own. */
  locale: TextLocale.nullable().default(null),
});
export type ImportTemplates = z.infer<typeof ImportTemplates>;

/**
 * new: comes in; renamed: comes in under another shortcut, because its own is taken; same: a template with this text
 * stands there already, or earlier in the file; empty: has no text to bring in; refused: can't be read as a reply.
 */
export const importOutcomes = ['new', 'renamed', 'same', 'empty', 'refused'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** A variable or tag that we have no word for, and the placeholder that stands for it. */
export interface UnmappedPiece {
  readonly original: string;
  readonly becomes: string;
}

/** One reply of the file, as it comes in. */
export interface ImportLine {
  /** From 1, in the order of the file. */
  readonly number: number;
  readonly externalId: string;
  readonly name: string;
  readonly shortcut: string;
  readonly folder: string;
  readonly tags: readonly string[];
  readonly locale: string;
  readonly source: string;
  readonly outcome: ImportOutcome;
  /** Drafts are those that somebody should look at: unmapped pieces, or switched off where they come from. */
  readonly state: Exclude<TemplateState, 'submitted'>;
  /** The name of the template that it is the same as, or whose shortcut it wanted. */
  readonly twin: string | null;
  /** Names of theirs and of ours, for each variable that was translated. */
  readonly mapped: readonly { readonly from: string; readonly to: string }[];
  readonly unmapped: readonly UnmappedPiece[];
  /** What a template can't hold: other actions of a macro, files behind links, restrictions. */
  readonly left: readonly string[];
}

export interface ImportPlan {
  readonly source: ImportSource;
  readonly lines: readonly ImportLine[];
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  /** Every unmapped variable of the file with how often it stands there, most frequent first. */
  readonly unmapped: readonly (UnmappedPiece & { readonly count: number })[];
}
