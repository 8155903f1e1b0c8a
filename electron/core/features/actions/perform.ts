import type { Action } from '../../../shared/actions.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { Actor } from '../../../shared/events.ts';
import { canonicalValue } from '../../../shared/field-values.ts';
import type { ConversationId, OperatorId, TemplateId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { AttentionOf } from '../attention/service.ts';
import type { Conversations } from '../conversations/service.ts';
import type { Fields } from '../fields/service.ts';
import type { Operators } from '../operators/service.ts';
import type { Snoozes } from '../snoozes/service.ts';
import type { Templates } from '../templates/service.ts';
import { assigneeMeant, untilOf, type Doing } from './effect-rules.ts';
import { eventIdsOf } from './standing-queries.ts';

export interface PerformOptions {
  readonly conversations: Pick<Conversations, 'setStatus' | 'assign' | 'tag' | 'note' | 'takeBack'>;
  readonly attention: Pick<AttentionOf, 'note'>;
  readonly snoozes: Pick<Snoozes, 'snooze' | 'putBack'>;
  readonly fields: Pick<Fields, 'set' | 'putBack' | 'list'>;
  readonly operators: Pick<Operators, 'authorise'>;
  readonly templates: Pick<Templates, 'isOffered'>;
}

/** Numbers, days and choices in the one form that is kept, so that what is shown before is what is done. */
export function asKept<One extends Action>(
  store: ClientStore,
  fields: Pick<Fields, 'list'>,
  actions: readonly One[],
): One[] {
  const known = new Map(fields.list(store).map((field) => [field.id, field]));
  return actions.map((action) => {
    if (action.kind !== 'field' || action.value === null) return action;
    const field = known.get(action.fieldId);
    return { ...action, value: (field && canonicalValue(field, action.value)) ?? action.value };
  });
}

/**
 * Does actions to a conversation, one after the other and all or none; gives the facts that came of it. Joins the
 * caller's transaction. A template is put into the reply by the composer or by the rules, who also tell notices: neither is
 * done here.
 *
 * @throws LiaisonError of whatever refuses: `fields-missing`, `not-certified`, `forbidden`, `conflict`, ...
 */
export function createPerform(options: PerformOptions) {
  const { conversations, attention, snoozes, fields, operators, templates } = options;
  return (
    store: ClientStore,
    actor: Actor,
    { id, actions, now }: { id: ConversationId; actions: readonly Action[]; now: number },
  ): { readonly facts: readonly string[] } =>
    store.transaction(() => {
      const doing: Doing = { operatorId: actor.kind === 'operator' ? actor.id : null, now };
      const before = new Set(eventIdsOf(store, id));
      for (const action of actions) perform(store, actor, { id, action, doing });
      return { facts: eventIdsOf(store, id).filter((event) => !before.has(event)) };
    });

  function perform(
    store: ClientStore,
    actor: Actor,
    { id, action, doing }: { id: ConversationId; action: Action; doing: Doing },
  ): void {
    switch (action.kind) {
      case 'status':
        return conversations.setStatus(store, actor, {
          id,
          status: action.status,
          statusId: action.statusId,
        });
      case 'snooze':
      case 'snooze-until':
        return snoozes.snooze(store, actor, { id, until: untilOf(action, doing) });
      case 'tag':
      case 'untag':
        return conversations.tag(store, actor, { id, tag: action.tag, on: action.kind === 'tag' });
      case 'assign':
        return assign(store, actor, { id, to: assigneeMeant(action.to, doing) });
      case 'field':
        return void fields.set(store, actor, { id, fieldId: action.fieldId, value: action.value });
      case 'note':
        return void note(store, actor, { id, text: action.text });
      case 'template':
        return mustBeOffered(store, action.templateId, doing);
      case 'notify':
        return undefined;
    }
  }

  /** A person's comes in any case, a rule's only into an empty reply: the rules look to that. */
  function mustBeOffered(store: ClientStore, id: TemplateId, { operatorId }: Doing): void {
    if (operatorId !== null && !templates.isOffered(store, id))
      throw new LiaisonError('not-found', { detail: { what: 'template' } });
  }

  function assign(
    store: ClientStore,
    actor: Actor,
    { id, to }: { id: ConversationId; to: OperatorId | null },
  ): void {
    if (to !== null) operators.authorise(to, 'conversations.work', store.clientId);
    conversations.assign(store, actor, { id, to });
  }

  /** Whom a person's note names is told. */
  function note(store: ClientStore, actor: Actor, written: { id: ConversationId; text: string }) {
    if (actor.kind === 'operator') return attention.note(store, actor, written);
    return conversations.note(store, actor, written);
  }
}

export type Perform = ReturnType<typeof createPerform>;

/**
 * Takes back what actions did, as if it had never been. Joins the caller's transaction; gives how many facts stand
 * because somebody has changed the same since.
 */
export function createTakeBack({
  conversations,
  snoozes,
  fields,
}: Pick<PerformOptions, 'conversations' | 'snoozes' | 'fields'>) {
  return (store: ClientStore, back: { id: ConversationId; facts: readonly string[] }): number => {
    const { id, facts } = back;
    if (facts.length === 0) return 0;
    const { taken, kept, status, until } = conversations.takeBack(store, { id, eventIds: facts });
    for (const body of taken)
      if (body.type === 'field-changed')
        fields.putBack(store, { id, fieldId: body.fieldId, value: body.from });
    if (taken.some((body) => body.type === 'status-changed'))
      snoozes.putBack(store, { id, until, asleep: status === 'snoozed' });
    return kept;
  };
}

/** Of a refusal what is kept and shown. */
export const refusalOf = (error: unknown): LiaisonError | null =>
  error instanceof LiaisonError && error.code !== 'internal' ? error : null;
