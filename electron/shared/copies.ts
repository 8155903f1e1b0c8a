import { z } from 'zod';
import { Language } from './workspace.ts';

/** A message or conversation on its way to paper: markup that the page has sanitised and put together. */
export const PageToPrint = z.object({
  title: z.string().max(1_000),
  language: Language,
  direction: z.enum(['ltr', 'rtl']),
  body: z.string().max(30_000_000),
});
export type PageToPrint = z.infer<typeof PageToPrint>;
