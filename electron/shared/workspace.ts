import { z } from 'zod';
import { languages } from './languages.ts';
import { NotificationChoices } from './notifications.ts';
import type { Operator } from './operators.ts';
import type { VaultState } from './vault.ts';

export { languages };

export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

export const Theme = z.enum(['light', 'dark', 'system']);
export type Theme = z.infer<typeof Theme>;

/** Whose keys the keyboard has; the page knows what they are. */
const keySets = ['liaison', 'gmail', 'outlook'] as const;
export type KeySet = (typeof keySets)[number];
const Keys = z.string().min(1).max(40);

/** What an operator prefers, kept in the workspace. */
export const Preferences = z.object({
  language: Language.default('en'),
  theme: Theme.default('system'),
  density: z.enum(['cosy', 'compact']).default('cosy'),
  /** More contrast and less motion than the system asks for. */
  contrast: z.enum(['system', 'more']).default('system'),
  motion: z.enum(['system', 'less']).default('system'),
  /** A set of keys, and what this operator has put elsewhere: action -> keys. */
  keys: z
    .object({
      set: z.enum(keySets).default('liaison'),
      own: z.record(z.string().max(60), z.array(Keys).max(4)).default({}),
    })
    .default({ set: 'liaison', own: {} }),
  /** Where one goes from a conversation that was answered or resolved. */
  afterwards: z.enum(['next', 'list', 'stay']).default('next'),
  /** Opening another client's conversation: at once, after a question, or when nobody of the present one waits. */
  switching: z.enum(['free', 'ask', 'hold']).default('free'),
  notifications: NotificationChoices.prefault({}),
  /** Of the desktop's window: it begins out of the way; closed, it stays beside the clock. */
  desktop: z
    .object({ startMinimised: z.boolean(), closeToTray: z.boolean() })
    .default({ startMinimised: false, closeToTray: false }),
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
