import { z } from 'zod';
import { ClientId } from './ids.ts';

/** Minutes after midnight on the operator's own clock. */
const Minute = z.int().min(0).max(1439);

/** What an operator wants to be told of while they look elsewhere. */
export const NotificationChoices = z.object({
  on: z.boolean().default(true),
  /** Clients that are silent. */
  silent: z.array(ClientId).max(500).default([]),
  /** Only what is theirs, or nobody's. */
  about: z.enum(['everything', 'mine']).default('everything'),
  quiet: z
    .object({ on: z.boolean(), from: Minute, to: Minute })
    .default({ on: false, from: 19 * 60, to: 7 * 60 }),
  /** A promise that is broken is told in quiet hours too. */
  urgentAlways: z.boolean().default(false),
  /** How much stands on a screen that others may see: not even whose, the client's name, or the customer's words. */
  shows: z.enum(['nothing', 'client', 'customer']).default('client'),
});
export type NotificationChoices = z.infer<typeof NotificationChoices>;
