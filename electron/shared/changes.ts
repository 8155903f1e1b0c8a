import type { ClientId } from './ids.ts';

/** The nouns whose answers may have changed; the page asks again for what it shows of them. */
export const changeTopics = [
  'workspace',
  'clients',
  'operators',
  'channels',
  'contacts',
  'conversations',
  'outbox',
  'templates',
  'voice',
  'brands',
  'calendars',
  'service-levels',
  'quality',
  'reports',
] as const;
export type ChangeTopic = (typeof changeTopics)[number];

export interface Change {
  readonly topic: ChangeTopic;
  /** Absent when the change concerns the whole workspace. */
  readonly clientId: ClientId | null;
  /** The conversation, channel or other thing it is about, where there is just one. */
  readonly id: string | null;
  /** `arrived` marks new customer mail, which may raise a notification. */
  readonly reason: 'changed' | 'arrived';
}
