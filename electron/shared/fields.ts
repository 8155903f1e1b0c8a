import { z } from 'zod';
import { longestFieldText } from './field-values.ts';
import { fieldKinds, fieldTestKinds } from './field-words.ts';
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

/** In their order; what is not named any more is no longer shown, and its values are kept. */
export const FieldDrafts = z
  .array(FieldDraft)
  .max(40)
  .refine((fields) => new Set(fields.map(({ name }) => name.toLowerCase())).size === fields.length)
  .refine((fields) => fields.every(({ kind, choices }) => kind !== 'choice' || choices.length > 0));

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
