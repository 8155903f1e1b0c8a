import { useQueries } from '@tanstack/react-query';
import type { Client } from '../../../electron/shared/clients.ts';
import type { ErrorShape } from '../../../electron/shared/errors.ts';
import { inOutboxOrder, type OutboxLine } from '../../../electron/shared/outbox-standing.ts';
import { useSession } from '../../app/session.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';

interface Failure {
  readonly client: Client;
  readonly failure: ErrorShape;
  readonly retry: () => void;
}

interface Overview {
  readonly lines: readonly OutboxLine[];
  readonly isLoading: boolean;
  readonly failures: readonly Failure[];
}

/** The outboxes of all clients that one may read, each asked by itself; a client that can't answer hides no other. */
export function useOverview(): Overview {
  const { clients, may } = useSession();
  const trpc = useTRPC();
  const read = clients.filter(({ id, state }) => state.kind === 'ready' && may('conversations.read', id));
  // A day is counted from now: what stood here yesterday may be over.
  const answers = useQueries({
    queries: read.map(({ id }) =>
      trpc.outbox.overview.queryOptions({ clientId: id }, { refetchOnMount: 'always' }),
    ),
  });
  return {
    lines: inOutboxOrder(answers.flatMap(({ data = [] }) => data)),
    isLoading: answers.some((answer) => answer.isLoading),
    failures: read.flatMap((client, index) => {
      const answer = answers[index];
      if (!answer?.error || answer.data) return [];
      return [{ client, failure: failureOf(answer.error), retry: () => void answer.refetch() }];
    }),
  };
}
