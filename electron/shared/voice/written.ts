import type { TextFormat } from './document/section-parts.ts';
import type { Guide } from './guide.ts';
import { createIncrementalCheck, type CheckedSections, type IncrementalCheck } from './incremental-check.ts';
import { createOwnAdditions, nothingAdded, ownSubject, type OwnAdditions } from './own-additions.ts';
import { createOwnWords, type OthersInText } from './own-words.ts';
import type { RuleDefinition } from './rule-definition.ts';

/** The fields of a message that somebody writes in, in the order in which they are read. */
export const writtenFields = ['subject', 'text', 'original'] as const;
export type WrittenField = (typeof writtenFields)[number];

/** What is found, or whatever else, field by field. */
export type ByField<Value> = Readonly<Record<WrittenField, Value>>;

export const byField = <Value>(made: (field: WrittenField) => Value): ByField<Value> => ({
  subject: made('subject'),
  text: made('text'),
  original: made('original'),
});

/** What somebody wrote of a message, and what in it is somebody else's. */
export type Written = ByField<OwnAdditions>;

/** A text by itself, all of it its writer's. */
export const onlyText = (text: string): Written => ({
  subject: nothingAdded,
  text: { text, others: [] },
  original: nothingAdded,
});

/** A message as its writer has it. */
export interface MessageWords {
  readonly subject: string;
  readonly text: string;
  /** Of a forward, where somebody wrote in what it hands on; else null. */
  readonly original: string | null;
}

/** Whose words may stand in a message besides its writer's. */
export interface OthersWords extends OthersInText {
  /** Under which the conversation has gone on. */
  readonly subjects: readonly string[];
  /** What a forward hands on, as it came; null: not known, or nobody wrote in it. */
  readonly came: string | null;
}

/** Makes the function that tells what of a message is its writer's. The core and the page ask it the same. */
export function createWritten({
  said,
  signature,
  subjects,
  came,
}: OthersWords): (words: MessageWords) => Written {
  const ownText = createOwnWords({ said, signature });
  const ownOriginal = createOwnAdditions(came ?? '');
  return ({ subject, text, original }) => ({
    subject: ownSubject(subject, subjects),
    text: { text: ownText(text), others: [] },
    original: original === null || came === null ? nothingAdded : ownOriginal(original),
  });
}

/** How a field is read. */
export const formatOfField = {
  subject: 'subject',
  text: 'reply',
  original: 'reply',
} as const satisfies ByField<TextFormat>;

/**
 * Whether a rule has anything to say of a subject, or of a few words within what is handed on: such a piece is no message,
 * has no length or reading grade of its own, lacks no greeting, and explains nothing that the message explains.
 */
export const holdsForPieces = (rule: RuleDefinition): boolean => {
  switch (rule.extends) {
    case 'metric':
    case 'readability':
    case 'conditional':
      return false;
    case 'occurrence':
      return rule.min === 0;
    case 'existence':
    case 'substitution':
    case 'repetition':
    case 'consistency':
    case 'capitalization':
    case 'spelling':
      return true;
  }
};

/** Checks one message after another, each field only where it differs from the one before. */
export interface WrittenCheck {
  /** @param before see `IncrementalCheck.check` */
  check(texts: ByField<string>, before?: (rule: string) => void): ByField<CheckedSections>;
}

const nothingFound: CheckedSections = { sections: [], others: [] };

/** Every rule looks at the text, those that hold for pieces at the other fields. */
export function createWrittenCheck(guide: Guide): WrittenCheck {
  const pieces = { ...guide, rules: guide.rules.filter(({ definition }) => holdsForPieces(definition)) };
  const checks = byField<IncrementalCheck>((field) =>
    createIncrementalCheck(field === 'text' ? guide : pieces, formatOfField[field]),
  );
  return {
    check: (texts, before) =>
      byField((field) => (texts[field] === '' ? nothingFound : checks[field].check(texts[field], before))),
  };
}
