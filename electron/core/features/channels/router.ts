import { z } from 'zod';
import { NewChannel } from '../../../shared/channels.ts';
import { ChannelId } from '../../../shared/ids.ts';
import { may } from '../../../shared/operators.ts';
import { clientProcedure, router, workspaceProcedure } from '../../rpc/trpc.ts';

const OneChannel = z.object({ channelId: ChannelId });
/** Used where no caller can cancel. */
const never = new AbortController().signal;

export const channelsRouter = router({
  list: clientProcedure('channels.read').query(({ ctx }) => ctx.services.channels.list(ctx.store)),
  /** Of the clients that this operator has a role in: whoever reads figures must know how old they are. */
  health: workspaceProcedure('workspace.read').query(({ ctx }) =>
    ctx.services.clients
      .list()
      .filter(({ id, state }) => state.kind === 'ready' && may(ctx.operator, 'clients.read', id))
      .flatMap(({ id }) => ctx.services.channels.health(ctx.services.stores.of(id))),
  ),
  guess: workspaceProcedure('channels.manage')
    .input(z.object({ address: z.email() }))
    .query(({ ctx, input, signal }) => ctx.services.channels.guess(input.address, signal ?? never)),
  test: workspaceProcedure('channels.manage')
    .input(NewChannel)
    .mutation(({ ctx, input, signal }) => ctx.services.channels.test(input, signal ?? never)),
  testKept: clientProcedure('channels.manage')
    .input(OneChannel)
    .mutation(({ ctx, input, signal }) =>
      ctx.services.channels.testKept(ctx.store, input.channelId, signal ?? never),
    ),
  add: clientProcedure('channels.manage')
    .input(z.object({ channel: NewChannel }))
    .mutation(({ ctx, input }) => {
      const channel = ctx.services.channels.add(ctx.store, input.channel);
      ctx.services.sync.startChannel(ctx.store, channel.id);
      return channel;
    }),
  update: clientProcedure('channels.manage')
    .input(OneChannel.extend({ channel: NewChannel }))
    .mutation(async ({ ctx, input }) => {
      await ctx.services.sync.stopChannel(input.channelId);
      const channel = ctx.services.channels.update(ctx.store, input.channelId, input.channel);
      ctx.services.sync.startChannel(ctx.store, channel.id);
      return channel;
    }),
  remove: clientProcedure('channels.manage')
    .input(OneChannel)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.sync.stopChannel(input.channelId);
      await ctx.services.channels.remove(ctx.store, input.channelId);
    }),
  /** Tries again now instead of at the end of the back-off. */
  retry: clientProcedure('channels.read')
    .input(OneChannel)
    .mutation(({ ctx, input }) => ctx.services.sync.startChannel(ctx.store, input.channelId)),
});
