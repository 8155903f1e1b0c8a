import { z } from 'zod';
import { longestFieldText } from './field-values.ts';
import { fieldKinds, fieldTestKinds, mostFields } from './field-words.ts';
import { FieldId } from './ids.ts';

const FieldKind = z.enum(fieldKinds);

/** One custom field of a client, as somebody defines it; without an id it is new. */
export const FieldDraft = z.object({
  id: FieldId.nullable(),
  name: z.string().trim().min(1).max(60),
  kind: FieldKind,
  /** Of a choice; ignored for the other kinds. */
  choices: z.array(z.string().trim().min(1).max(80)).max(100).default([]),
  /** Nothing is resolved without it. */
  required: z.boolean().default(false),
});
export type FieldDraft = z.infer<typeof FieldDraft>;

/** Each by a name of its own, whatever its capitals. */
export const fieldsDiffer = (fields: readonly Pick<FieldDraft, 'name'>[]): boolean =>
  new Set(fields.map(({ name }) => name.toLowerCase())).size === fields.length;

/** How many there may be is for the core to say, which knows of those that a colleague has added meanwhile. */
const FieldDrafts = z
  .array(FieldDraft)
  .refine(fieldsDiffer)
  .refine((fields) => fields.every(({ kind, choices }) => kind !== 'choice' || choices.length > 0));

/** What somebody changes of a client's fields. */
export const FieldsChange = z.object({
  /** In their order; one that is left out stays as it is. */
  fields: FieldDrafts,
  /** Shown no more; what they held is kept. */
  removed: z.array(FieldId).max(mostFields).default([]),
});
export type FieldsChange = z.infer<typeof FieldsChange>;

export type Field = Omit<FieldDraft, 'id' | 'choices'> & {
  readonly id: FieldId;
  readonly choices: readonly string[];
};

/** What a conversation's fields hold: canonical texts by field, without those that are empty. */
export type FieldValues = Readonly<Record<FieldId, string>>;

export const FieldValue = z.string().max(longestFieldText);

export const FieldQuestion = z.object({
  fieldId: FieldId,
  how: z.enum(fieldTestKinds),
  values: z.array(FieldValue).max(100).default([]),
});
export type FieldQuestion = z.infer<typeof FieldQuestion>;
