import { useMutation, useQuery } from '@tanstack/react-query';
import { failureOf } from './failure.ts';
import { useTRPC } from './trpc.ts';

/** The vault as `VaultPanel` wants it; null until its state is known. */
export function useVault() {
  const trpc = useTRPC();
  const { data: state, refetch } = useQuery(trpc.vault.state.queryOptions());
  const again = { onSettled: () => refetch() };
  const choose = useMutation(trpc.vault.choosePassphrase.mutationOptions(again));
  const unlock = useMutation(trpc.vault.unlock.mutationOptions(again));
  const retry = useMutation(trpc.vault.retry.mutationOptions(again));
  if (!state) return null;
  const error = choose.error ?? unlock.error;
  return {
    state,
    busy: choose.isPending || unlock.isPending || retry.isPending,
    failure: error ? failureOf(error) : null,
    choosePassphrase: (passphrase: string) => choose.mutate({ passphrase }),
    unlock: (passphrase: string) => unlock.mutate({ passphrase }),
    retry: () => retry.mutate(),
  };
}
