import { z } from 'zod';
import { languages } from './languages.ts';
import type { Operator } from './operators.ts';
import type { VaultState } from './vault.ts';

export { languages };

export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

export const Theme = z.enum(['light', 'dark', 'system']);
export type Theme = z.infer<typeof Theme>;

/** What an operator prefers, kept in the workspace. */
export const Preferences = z.object({
  language: Language.default('en'),
  theme: Theme.default('system'),
  density: z.enum(['cosy', 'compact']).default('cosy'),
  /** Opening another client's conversation: at once, after a question, or when nobody of the present one waits. */
  switching: z.enum(['free', 'ask', 'hold']).default('free'),
});
export type Preferences = z.infer<typeof Preferences>;

/** What the page asks first. */
export interface WorkspaceState {
  /** Nobody administers the workspace yet: language and name are asked for. */
  readonly firstRun: boolean;
  readonly operator: Operator | null;
  readonly preferences: Preferences;
  readonly vault: VaultState;
  readonly hasDemo: boolean;
  readonly version: string;
}
