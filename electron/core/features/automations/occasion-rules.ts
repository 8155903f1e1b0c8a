import type { Actor, EventBody, EventType } from '../../../shared/events.ts';
import { isRenamed } from '../../../shared/told-events.ts';
import type { Occasion } from './condition-rules.ts';

/** The facts that can be an occasion for rules. */
export const occasionTypes = [
  'opened',
  'message-received',
  'message-sent',
  'status-changed',
  'tagged',
  'field-changed',
] as const satisfies readonly EventType[];

/**
 * What a fact is an occasion for. Only what people do, and mail: what a rule does is done by the system and is an
 * occasion for nothing, so that rules can't set each other off. Mail that a machine wrote is no occasion either.
 */
export function occasionsOf(body: EventBody, actor: Actor['kind']): readonly Occasion[] {
  switch (body.type) {
    case 'opened':
      if (body.initiator !== 'customer') return [];
      return [{ kind: body.reopened ? 'conversation-reopened' : 'conversation-created' }];
    case 'message-received':
      return body.automatic ? [] : [{ kind: 'message-received' }];
    case 'message-sent':
      return body.automatic ? [] : [{ kind: 'reply-sent' }];
    case 'status-changed':
      if (actor !== 'operator') return [];
      return [
        {
          kind: 'status-changed',
          to: [...(isRenamed(body) ? [] : [body.to]), ...(body.named ? [body.named.id] : [])],
        },
      ];
    case 'tagged':
      return actor === 'operator' ? [{ kind: 'tag-added', tag: body.tag }] : [];
    case 'field-changed':
      return actor === 'operator' ? [{ kind: 'field-changed', fieldId: body.fieldId }] : [];
    default:
      return [];
  }
}
