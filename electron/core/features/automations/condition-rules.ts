import type { Condition, Test, Trigger } from '../../../shared/automations.ts';
import type { TextPlace } from '../../../shared/automation-words.ts';
import { answersQuestion } from '../../../shared/field-values.ts';
import type { ChannelId, FieldId } from '../../../shared/ids.ts';
import type { StatusAsked } from '../../../shared/statuses.ts';
import type { Standing } from '../actions/effect-rules.ts';

/** What rules look at: how a conversation stands, and what was said in it last. */
export interface Known {
  readonly standing: Standing;
  readonly channelId: ChannelId;
  /** Of the customer's newest message, or of ours where they have not written. */
  readonly texts: Readonly<Record<TextPlace, string>>;
  readonly hasAttachment: boolean;
  /** Whether the client is open at the moment of looking. */
  readonly isOpen: boolean;
}

/** Whether the condition holds. An empty `all` does, an empty `any` does not. */
export function holds(condition: Condition, known: Known): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((each) => holds(each, known));
    case 'any':
      return condition.of.some((each) => holds(each, known));
    case 'not':
      return !holds(condition.of, known);
    default:
      return passes(condition, known);
  }
}

function passes(test: Test, { standing, channelId, texts, hasAttachment, isOpen }: Known): boolean {
  switch (test.kind) {
    case 'text':
      return test.words.some((word) => says(texts[test.in], test.how, word));
    case 'status':
      return test.any.some((each) => each === standing.status || each === standing.statusId);
    case 'tag':
      return test.any.some((tag) => standing.tags.includes(tag));
    case 'assignee':
      if (test.is === 'somebody') return standing.assigneeId !== null;
      return test.is === 'nobody' ? standing.assigneeId === null : standing.assigneeId === test.is;
    case 'channel':
      return test.any.includes(channelId);
    case 'field':
      return answersQuestion(standing.fields[test.fieldId] ?? null, test);
    case 'attachment':
      return hasAttachment;
    case 'hours':
      return isOpen === test.open;
  }
}

/** Capitals, accents and the width of spaces say nothing. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();

function says(text: string, how: Extract<Test, { kind: 'text' }>['how'], word: string): boolean {
  const [where, what] = [plain(text), plain(word)];
  if (how === 'is') return where === what;
  return how === 'begins' ? where.startsWith(what) : where.includes(what);
}

/** What happened, as far as a trigger asks. */
export type Occasion =
  | {
      readonly kind: 'message-received' | 'conversation-created' | 'conversation-reopened' | 'reply-sent';
    }
  /** The category that it came into, and the name that it got: a name alone may change within a category. */
  | { readonly kind: 'status-changed'; readonly to: readonly StatusAsked[] }
  | { readonly kind: 'tag-added'; readonly tag: string }
  | { readonly kind: 'field-changed'; readonly fieldId: FieldId }
  | { readonly kind: 'due-soon' | 'overdue' }
  /** Minutes of business time. */
  | { readonly kind: 'no-reply'; readonly minutes: number };

export function triggers(trigger: Trigger, occasion: Occasion): boolean {
  switch (trigger.kind) {
    case 'status-changed':
      return (
        occasion.kind === 'status-changed' &&
        (trigger.to.length === 0 || trigger.to.some((each) => occasion.to.includes(each)))
      );
    case 'tag-added':
      return occasion.kind === 'tag-added' && isAmong(trigger.tags, occasion.tag);
    case 'field-changed':
      return (
        occasion.kind === 'field-changed' &&
        (trigger.fieldId === null || trigger.fieldId === occasion.fieldId)
      );
    case 'no-reply':
      return occasion.kind === 'no-reply' && occasion.minutes === trigger.minutes;
    default:
      return occasion.kind === trigger.kind;
  }
}

const isAmong = <Item>(list: readonly Item[], item: Item): boolean =>
  list.length === 0 || list.includes(item);
