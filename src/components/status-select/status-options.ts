import { conversationStatuses } from '../../../electron/shared/conversation-words.ts';
import type { ConversationStatus } from '../../../electron/shared/conversations.ts';
import type { NamedStatus, StatusAsked } from '../../../electron/shared/statuses.ts';

/** Unicode's isolates: a name keeps its direction beside a category of the other one. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

export interface StatusOption {
  /** A category, or the id of a named status. */
  readonly value: StatusAsked;
  readonly label: string;
  readonly status: ConversationStatus;
  /** Null: the category with its plain status. */
  readonly named: NamedStatus | null;
}

/**
 * The categories in their order, each followed by what the client calls the statuses in it. What is retired is offered no
 * more, and shown where it is chosen already.
 */
export function statusOptions(
  named: readonly NamedStatus[],
  { wordOf, chosen }: { wordOf: (category: ConversationStatus) => string; chosen: readonly string[] },
): StatusOption[] {
  return conversationStatuses.flatMap((status): StatusOption[] => [
    { value: status, label: wordOf(status), status, named: null },
    ...named
      .filter((each) => each.category === status && (!each.retired || chosen.includes(each.id)))
      .map((each) => ({
        value: each.id,
        label: `${wordOf(status)} · ${isolated(each.name)}`,
        status,
        named: each,
      })),
  ]);
}

/**
 * What these values ask for, in the order of the options. What was asked before stays though it has no option, as before
 * the client's names are known.
 */
export function askedAmong(
  values: readonly string[],
  { options, asked }: { options: readonly Pick<StatusOption, 'value'>[]; asked: readonly StatusAsked[] },
): StatusAsked[] {
  const offered = options.map(({ value }) => value);
  return [...offered, ...asked.filter((each) => !offered.includes(each))].filter((each) =>
    values.includes(each),
  );
}
