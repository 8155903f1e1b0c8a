import { z } from 'zod';
import type { Instant } from './time.ts';

/** A promise beyond a quarter of a year is a slip of the hand. */
const longestMinutes = 92 * 24 * 60;
const Minutes = z.int().min(1).max(longestMinutes).nullable();

/**
 * What the vendor owes a client's customers, in minutes of the client's business time; null: nothing was promised.
 * First response: from the beginning to the first answer of a person. Next response: from the oldest unanswered message.
 * Resolution: from the beginning to the end, whoever waits meanwhile.
 */
export const ServiceLevels = z.object({ firstResponse: Minutes, nextResponse: Minutes, resolution: Minutes });
export type ServiceLevels = z.infer<typeof ServiceLevels>;

export const noServiceLevels: ServiceLevels = { firstResponse: null, nextResponse: null, resolution: null };

/** The promise of a conversation that falls due first. */
export interface DueClock {
  readonly kind: keyof ServiceLevels;
  readonly dueAt: Instant;
  /** From here on a person should hurry: four fifths of the business time are gone. */
  readonly warnAt: Instant;
}
