import { z } from 'zod';
import { Passphrase } from '../../../shared/vault.ts';
import { openProcedure, router } from '../../rpc/trpc.ts';

export const vaultRouter = router({
  state: openProcedure.query(({ ctx }) => ctx.services.vault.state()),
  choosePassphrase: openProcedure
    .input(z.object({ passphrase: Passphrase }))
    .mutation(async ({ ctx, input }) => {
      await ctx.services.vault.choosePassphrase(input.passphrase);
    }),
  unlock: openProcedure
    .input(z.object({ passphrase: z.string().max(1024) }))
    .mutation(async ({ ctx, input }) => {
      await ctx.services.vault.unlock(input.passphrase);
      await ctx.services.clients.openAll();
    }),
  /** Asks the keychain again, after a person has unlocked or started it. */
  retry: openProcedure.mutation(({ ctx }) => ctx.services.clients.openAll()),
});
