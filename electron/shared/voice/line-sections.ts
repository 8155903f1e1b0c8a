import type { GuideLineKind } from './guide-lines.ts';

/** The sections of a guide in the order in which a person reads them, and the kinds of lines in each. */
export const lineSections = {
  sound: ['sounds', 'sounds-not'],
  greeting: ['greeting', 'sign-off'],
  formality: ['formality'],
  terms: ['term', 'product'],
  promises: ['promise'],
  expression: ['emoji', 'exclamation', 'apology'],
  length: ['sentence-length', 'message-length', 'reading-grade'],
  formats: ['date', 'number', 'left-over'],
} as const satisfies Readonly<Record<string, readonly GuideLineKind[]>>;
export type LineSection = keyof typeof lineSections;
