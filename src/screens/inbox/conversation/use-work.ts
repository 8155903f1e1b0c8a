import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Conversation } from '../../../../electron/shared/conversations.ts';
import type { Instant } from '../../../../electron/shared/time.ts';
import type { OperatorId } from '../../../../electron/shared/ids.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { tellMissing } from '../fields/missing.ts';
import type { ConversationRef } from '../inbox-place.ts';
import type { ChosenStatus } from './status-items.tsx';

export interface Work {
  /** `afterwards` is called once it stands: what may be refused is not walked away from. */
  setStatus(change: ConversationRef & ChosenStatus, afterwards?: () => void): void;
  /** Null: until the customer writes. */
  snooze(change: ConversationRef & { until: Instant | null }): void;
  assign(change: ConversationRef & { operatorId: OperatorId | null }): void;
  tag(change: ConversationRef & { tag: string; on: boolean }): void;
}

/** What an operator does to a conversation: shown at once, and taken back with a word where the core refuses. */
export function useWork(): Work {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const say = useFailureText();

  const show = (at: ConversationRef, change: (before: Conversation) => Partial<Conversation>) =>
    cache.setQueryData<Conversation>(
      trpc.conversations.read.queryKey(at),
      (before) => before && { ...before, ...change(before) },
    );
  const takeBack = (error: unknown, at: { clientId: string; conversationId: string }) => {
    const failure = failureOf(error);
    notifications.show({ color: 'red', message: say(failure) });
    tellMissing(failure);
    const { clientId, conversationId } = at;
    void cache.invalidateQueries(trpc.conversations.read.queryFilter({ clientId, conversationId }));
  };

  const setStatus = useMutation(trpc.conversations.setStatus.mutationOptions({ onError: takeBack }));
  const snooze = useMutation(trpc.snoozes.set.mutationOptions({ onError: takeBack }));
  const assign = useMutation(trpc.conversations.assign.mutationOptions({ onError: takeBack }));
  const tag = useMutation(trpc.conversations.tag.mutationOptions({ onError: takeBack }));
  return {
    setStatus(change, afterwards) {
      const { status, named = null } = change;
      show(placeOf(change), () => ({ status, named }));
      // Asked of the command, not of its observer: the list may have taken this screen away meanwhile.
      void setStatus.mutateAsync({ ...placeOf(change), status, statusId: named?.id }).then(
        () => afterwards?.(),
        () => undefined,
      );
    },
    snooze(change) {
      show(placeOf(change), () => ({ status: 'snoozed', named: null, snoozedUntil: change.until }));
      snooze.mutate(change);
    },
    assign(change) {
      show(placeOf(change), () => ({ assigneeId: change.operatorId }));
      assign.mutate(change);
    },
    tag(change) {
      show(placeOf(change), (before) => ({ tags: withTag(before.tags, change) }));
      tag.mutate(change);
    },
  };
}

const placeOf = ({ clientId, conversationId }: ConversationRef): ConversationRef => ({
  clientId,
  conversationId,
});

const withTag = (tags: readonly string[], { tag, on }: { tag: string; on: boolean }): readonly string[] =>
  on ? [...new Set([...tags, tag])] : tags.filter((each) => each !== tag);
