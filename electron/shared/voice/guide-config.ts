import { z } from 'zod';

const listText = z.string().max(200_000);

/** What a Vale package says beside its rules; texts are kept as they were written, comments and all. */
export const GuideConfig = z.object({
  /** The `.vale.ini`; empty: every rule runs, and every vocabulary counts. */
  ini: z.string().max(50_000).default(''),
  vocabularies: z
    .array(
      z.object({
        name: z.string().regex(/^[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,60}$/u),
        accept: listText.default(''),
        reject: listText.default(''),
      }),
    )
    .max(20)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'names differ')
    .default([]),
  /** Files of words that `spelling` rules name, by their paths below the StylesPath. */
  lists: z
    .array(
      z.object({
        path: z.string().regex(/^(?!.*(?:^|\/)\.\.?(?:\/|$))[^/\\\0][^\\\0]{0,200}$/),
        text: listText,
      }),
    )
    .max(50)
    .default([]),
  /** Words are looked up in the dictionary of the text's language, whether the `.vale.ini` says so or not. */
  spelling: z.boolean().default(false),
});
export type GuideConfig = z.infer<typeof GuideConfig>;
