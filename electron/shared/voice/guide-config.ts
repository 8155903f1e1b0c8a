import { z } from 'zod';
import {
  largestDictionary,
  largestList,
  largestOf,
  largestSettings,
  packageLimits,
} from './package-parts.ts';

const listText = z.string().max(largestList);

/** What a Vale package says beside its rules; texts are kept as they were written, comments and all. */
export const GuideConfig = z.object({
  /** The `.vale.ini`; empty: every rule runs, and every vocabulary counts. */
  ini: z.string().max(largestSettings).default(''),
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
        text: z.string().max(largestDictionary),
      }),
    )
    .max(packageLimits.lists)
    .refine((all) => all.every(({ path, text }) => text.length <= largestOf(path)), 'too long')
    .refine(
      (all) => all.reduce((sum, { text }) => sum + text.length, 0) <= packageLimits.listCharacters,
      'too much',
    )
    .default([]),
  /** Words are looked up in the dictionary of the text's language, whether the `.vale.ini` says so or not. */
  spelling: z.boolean().default(false),
});
export type GuideConfig = z.infer<typeof GuideConfig>;
