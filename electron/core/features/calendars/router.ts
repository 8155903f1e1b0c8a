import { z } from 'zod';
import { Holiday } from '../../../shared/calendars.ts';
import { toInstantOrNull } from '../../../shared/time.ts';
import { clientProcedure, router } from '../../rpc/trpc.ts';

export const calendarsRouter = router({
  /** The working hours and holidays in force. */
  read: clientProcedure('clients.read').query(({ ctx }) => ctx.services.calendars.read(ctx.store)),
  /** When the client opens next, by its calendar in force; null: never. */
  nextOpening: clientProcedure('clients.read').query(({ ctx }) =>
    toInstantOrNull(ctx.services.calendars.nextOpening(ctx.store)),
  ),
  /** Replaces the holidays from now on; what was measured before keeps the calendar it was measured with. */
  setHolidays: clientProcedure('clients.manage')
    .input(z.object({ holidays: z.array(Holiday).max(1_000) }))
    .mutation(({ ctx, input }) => {
      const { timeZone, weeklyHours } = ctx.services.calendars.current(ctx.store);
      ctx.services.calendars.define(ctx.store, { timeZone, weeklyHours, holidays: input.holidays });
    }),
});
