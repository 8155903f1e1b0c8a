import type { ClientId, OperatorId } from './ids.ts';

/** The nouns whose answers may have changed; the page asks again for what it shows of them. */
export const changeTopics = [
  'workspace',
  'clients',
  'operators',
  'people',
  'attention',
  'claims',
  'channels',
  'contacts',
  'conversations',
  'outbox',
  'templates',
  'signatures',
  'voice',
  'brands',
  'calendars',
  'service-levels',
  'quality',
  'reports',
  'automation',
  'views',
] as const;
export type ChangeTopic = (typeof changeTopics)[number];

export interface Change {
  readonly topic: ChangeTopic;
  /** Absent when the change concerns the whole workspace. */
  readonly clientId: ClientId | null;
  /** The conversation, channel or other thing it is about, where there is just one. */
  readonly id: string | null;
  /**
   * What may raise a notification: `arrived`, new customer mail; `mentioned`, a colleague's note that names somebody;
   * `answered`, a customer's reply in what somebody follows.
   */
  readonly reason: 'changed' | 'arrived' | 'mentioned' | 'answered';
  /** Told to these people alone; absent: to everybody who may know. */
  readonly operatorIds?: readonly OperatorId[];
}
