import type { Actor, EventBody, EventType } from './events.ts';
import type { Instant } from './time.ts';

/** Events that are worth a line between what was said; sends and new conversations are told by their messages. */
export const toldTypes = [
  'opened',
  'status-changed',
  'assigned',
  'taken-over',
  'followed',
  'unfollowed',
  'tagged',
  'untagged',
  'field-changed',
  'rule-ran',
  'send-queued',
  'survey-answered',
  'part-status-changed',
  'corrected',
  'correction-undone',
] as const satisfies readonly EventType[];

export type ToldBody = Extract<EventBody, { readonly type: (typeof toldTypes)[number] }>;

export interface ToldEvent {
  readonly at: Instant;
  readonly actor: Actor;
  readonly body: ToldBody;
}

/** Of openings only those of a conversation that had ended, of sends only those against the client's voice guide. */
export function isTold(body: EventBody): body is ToldBody {
  if (body.type === 'opened') return body.reopened;
  if (body.type === 'send-queued') return body.voiceOverridden;
  // Only since when somebody waits was put right.
  if (body.type === 'status-changed' && body.from === body.to && !body.until) return isRenamed(body);
  return toldTypes.some((type) => type === body.type);
}

/** Whether a change stayed within its category: nothing has begun or ended by it. */
export const isRenamed = (body: Extract<EventBody, { readonly type: 'status-changed' }>): boolean =>
  body.from === body.to && body.fromNamed?.id !== body.named?.id;
