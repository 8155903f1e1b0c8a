import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientId, OperatorId } from '../../../../electron/shared/ids.ts';
import type { Answer, ReviewTask } from '../../../../electron/shared/quality.ts';
import { useTRPC } from '../../../rpc/trpc.ts';

/** Long enough for a word to be finished, short enough that nothing is lost. */
const saveAfterMilliseconds = 700;

interface Filled {
  readonly answers: readonly Answer[];
  readonly comment: string;
  readonly reviewedOperatorId: OperatorId | null;
}

/** What a reviewer has filled in: kept as a draft while they go on, and completed once. */
export function useReview(clientId: ClientId, task: ReviewTask) {
  const trpc = useTRPC();
  const { review, sampleId, position } = task;
  const [filled, setFilled] = useState<Filled>(() => ({
    answers: review?.answers ?? [],
    comment: review?.comment ?? '',
    reviewedOperatorId: review ? review.reviewedOperatorId : (task.writers[0] ?? null),
  }));
  const save = useMutation(trpc.quality.saveReview.mutationOptions());
  const send = (what: Filled, complete: boolean) =>
    save.mutateAsync({
      clientId,
      review: { sampleId, position, ...what, answers: [...what.answers], complete },
    });
  const saveSoon = useDebouncedCallback((what: Filled) => void send(what, false).catch(() => undefined), {
    delay: saveAfterMilliseconds,
    flushOnUnmount: true,
  });

  function change(part: Partial<Filled>): void {
    const next = { ...filled, ...part };
    setFilled(next);
    saveSoon(next);
  }
  return {
    filled,
    change,
    answer(questionId: string, selected: Answer['selected'] | null): void {
      const others = filled.answers.filter((each) => each.questionId !== questionId);
      change({ answers: selected === null ? others : [...others, { questionId, selected }] });
    },
    async complete(): Promise<boolean> {
      saveSoon.cancel();
      return send(filled, true).then(
        () => true,
        () => false,
      );
    },
    saving: save.isPending,
    failure: save.error,
  };
}
