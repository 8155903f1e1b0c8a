import { z } from 'zod';

/** What a package says about all its rules, apart from the rules themselves. */
export const GuideSettings = z.object({
  /** The accepted vocabulary: terms, which may be patterns, that count as exceptions. */
  accept: z.array(z.string()).default([]),
  /** Patterns of words, and of whole stretches, that no rule looks at. */
  tokenIgnores: z.array(z.string()).default([]),
  blockIgnores: z.array(z.string()).default([]),
});
export type GuideSettings = z.infer<typeof GuideSettings>;
