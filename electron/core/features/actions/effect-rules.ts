import type { Action, Effect } from '../../../shared/actions.ts';
import type { ConversationStatus } from '../../../shared/conversations.ts';
import type { FieldValues } from '../../../shared/fields.ts';
import type { FieldId, OperatorId, StatusId } from '../../../shared/ids.ts';

/** What actions change of a conversation, and what decides whether they may. */
export interface Standing {
  readonly status: ConversationStatus;
  /** The client's own name within that category; null: the plain status. */
  readonly statusId: StatusId | null;
  /** Of a snooze: epoch milliseconds; null: until the customer writes. */
  readonly snoozedUntil: number | null;
  readonly assigneeId: OperatorId | null;
  /** In order. */
  readonly tags: readonly string[];
  readonly fields: FieldValues;
  /** Whether something stands in the reply that nobody has sent. */
  readonly drafted: boolean;
}

/** By whom, and when: epoch milliseconds. A rule is nobody. */
export interface Doing {
  readonly operatorId: OperatorId | null;
  readonly now: number;
}

const hour = 3_600_000;

/** How the conversation stands after an action. What only says something (note, notice) changes nothing of it. */
export function after(standing: Standing, action: Action, doing: Doing): Standing {
  switch (action.kind) {
    case 'status': {
      const { status, statusId = null } = action;
      return status === standing.status && statusId === standing.statusId
        ? standing
        : { ...standing, status, statusId, snoozedUntil: null };
    }
    case 'snooze':
    case 'snooze-until':
      return { ...standing, status: 'snoozed', statusId: null, snoozedUntil: untilOf(action, doing) };
    case 'tag':
      return standing.tags.includes(action.tag)
        ? standing
        : { ...standing, tags: [...standing.tags, action.tag].toSorted() };
    case 'untag':
      return standing.tags.includes(action.tag)
        ? { ...standing, tags: standing.tags.filter((tag) => tag !== action.tag) }
        : standing;
    case 'assign': {
      const to = assigneeMeant(action.to, doing);
      return to === standing.assigneeId ? standing : { ...standing, assigneeId: to };
    }
    case 'field':
      return withField(standing, action.fieldId, action.value);
    case 'template':
      return standing.drafted ? standing : { ...standing, drafted: true };
    case 'note':
    case 'notify':
      return standing;
  }
}

/** Epoch milliseconds until which it is laid aside; null: until the customer writes. */
export function untilOf(
  action: Extract<Action, { kind: 'snooze' | 'snooze-until' }>,
  { now }: Doing,
): number | null {
  if (action.kind === 'snooze-until') return action.until === null ? null : Date.parse(action.until);
  return action.hours === null ? null : now + action.hours * hour;
}

export function assigneeMeant(
  to: Extract<Action, { kind: 'assign' }>['to'],
  { operatorId }: Doing,
): OperatorId | null {
  if (to === 'nobody') return null;
  return to === 'me' ? operatorId : to;
}

function withField(standing: Standing, fieldId: FieldId, value: string | null): Standing {
  const before = standing.fields[fieldId] ?? null;
  const to = value === null || value.trim() === '' ? null : value;
  if (before === to) return standing;
  const { [fieldId]: _, ...others } = standing.fields;
  return { ...standing, fields: to === null ? others : { ...others, [fieldId]: to } };
}

/** What each action in turn would do, and how the conversation stands after all of them. */
export function effectsOf(
  standing: Standing,
  actions: readonly Action[],
  doing: Doing,
): { readonly effects: readonly Effect[]; readonly standing: Standing } {
  let now = standing;
  const effects = actions.map((action): Effect => {
    const next = after(now, action, doing);
    const changes = next !== now || speaks(action, doing);
    now = next;
    return { action, changes };
  });
  return { effects, standing: now };
}

/** A person's template comes below what stands there; a rule leaves a reply that somebody has begun alone. */
const speaks = ({ kind }: Action, { operatorId }: Doing): boolean =>
  kind === 'note' || kind === 'notify' || (kind === 'template' && operatorId !== null);

/** Whether the actions resolve it, and the required fields that are empty at that moment. */
export function missingAtResolve(
  standing: Standing,
  { actions, required, doing }: { actions: readonly Action[]; required: readonly FieldId[]; doing: Doing },
): readonly FieldId[] {
  let now = standing;
  for (const action of actions) {
    const resolves = action.kind === 'status' && action.status === 'resolved' && now.status !== 'resolved';
    if (resolves) {
      const missing = required.filter((id) => now.fields[id] === undefined);
      if (missing.length > 0) return missing;
    }
    now = after(now, action, doing);
  }
  return [];
}
