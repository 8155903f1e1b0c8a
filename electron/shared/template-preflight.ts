import type { ChannelKind } from './channels.ts';
import type { TemplateId } from './ids.ts';

/** Customers that templates stumble over; `locales/<lang>/templates.json` says each in words. */
export const awkwardCustomers = [
  'plain',
  'one-word',
  'apostrophe',
  'family-name-first',
  'right-to-left',
  'very-long',
  'emoji',
  'address-only',
  'nobody',
  'with-order',
] as const;
export type AwkwardCustomer = (typeof awkwardCustomers)[number];

/**
 * failed: it can't be rendered; empty: nothing is left; blank: a gap where something should stand; placeholder: the
 * operator must fill something in; markup: braces, tags or entities are left over.
 */
export const preflightKinds = [
  'failed',
  'empty',
  'blank',
  'doubled-punctuation',
  'double-space',
  'markup',
  'placeholder',
] as const;
export type PreflightKind = (typeof preflightKinds)[number];

export interface PreflightFinding {
  readonly kind: PreflightKind;
  /** The place in the rendered text, with a little around it; of `failed` what is wrong. */
  readonly excerpt: string;
}

/** A finding of one text of one template, with the customers that it comes up for. */
export interface PreflightLine extends PreflightFinding {
  readonly templateId: TemplateId;
  readonly version: number;
  /** Whether operators are offered this version now; else it is the newest, and waits. */
  readonly isOffered: boolean;
  readonly name: string;
  readonly shortcut: string;
  readonly locale: string;
  readonly channel: ChannelKind | null;
  readonly customers: readonly AwkwardCustomer[];
}

export interface PreflightReport {
  readonly templates: number;
  /** Main texts and variants, of every version that was tried. */
  readonly texts: number;
  /** Texts times customers. */
  readonly renders: number;
  readonly lines: readonly PreflightLine[];
}
