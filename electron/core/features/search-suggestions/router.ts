import { z } from 'zod';
import { SearchText, SuggestedValuesRequest, WhereSearched } from '../../../shared/search-suggestions.ts';
import { readable } from '../../rpc/readable-stores.ts';
import { clientProcedure, router, workspaceProcedure } from '../../rpc/trpc.ts';

export const searchSuggestionsRouter = router({
  values: workspaceProcedure('workspace.read')
    .input(SuggestedValuesRequest)
    .query(({ ctx, input }) =>
      ctx.services.searchSuggestions.values(readable(ctx, input.clientId).stores, input),
    ),
  recent: workspaceProcedure('workspace.read')
    .input(WhereSearched)
    .query(({ ctx, input }) =>
      ctx.services.searchSuggestions.recent(readable(ctx, input.clientId).stores, ctx.operator.id),
    ),
  remember: clientProcedure('conversations.read')
    .input(z.object({ text: SearchText }))
    .mutation(({ ctx, input }) =>
      ctx.services.searchSuggestions.remember(ctx.store, { operatorId: ctx.operator.id, text: input.text }),
    ),
  forget: workspaceProcedure('workspace.read')
    .input(WhereSearched)
    .mutation(({ ctx, input }) =>
      ctx.services.searchSuggestions.forget(readable(ctx, input.clientId).stores, ctx.operator.id),
    ),
});
