import { initTRPC, type TRPCError } from '@trpc/server';
import { z } from 'zod';
import { ClientId, ConversationId, type OperatorId } from '../../shared/ids.ts';
import { asLiaisonError, LiaisonError, type ErrorShape } from '../../shared/errors.ts';
import type { Permission } from '../../shared/operators.ts';
import type { Services } from '../services.ts';

/** What one connection brings: the services, and who sits in front of it (null before the first run is done). */
export interface Context {
  readonly services: Services;
  readonly session: { operatorId: OperatorId | null };
}

/** Every procedure says what it needs; `open` ones run before anybody is known (first run, unlocking). */
export interface Meta {
  readonly permission: Permission | 'open';
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    defaultMeta: { permission: 'workspace.manage' },
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      message: errorShapeOf(error).code,
      data: { ...shape.data, stack: undefined, liaison: errorShapeOf(error) },
    }),
  });

export const router = t.router;
export const callerFactory = t.createCallerFactory;

function errorShapeOf(error: TRPCError): ErrorShape {
  if (error.cause instanceof LiaisonError) return error.cause.shape;
  if (error.cause instanceof z.ZodError) {
    const issue = error.cause.issues[0];
    return new LiaisonError('invalid-input', { detail: { path: issue?.path.join('.') ?? '' } }).shape;
  }
  if (error.code === 'BAD_REQUEST') return new LiaisonError('invalid-input').shape;
  if (error.code === 'NOT_FOUND') return new LiaisonError('not-found').shape;
  return asLiaisonError(error.cause).shape;
}

const withOurErrors = t.middleware(async ({ ctx, next, path }) => {
  const result = await next();
  if (!result.ok && errorShapeOf(result.error).code === 'internal') {
    ctx.services.log.error({ path, err: result.error.cause ?? result.error }, 'call failed');
  }
  return result;
});

/** For what must work before an operator exists, or for any operator. */
export const openProcedure = t.procedure.meta({ permission: 'open' }).use(withOurErrors);

/** For what concerns the whole workspace. The context gains `actor`. */
export const workspaceProcedure = (permission: Permission) =>
  t.procedure
    .meta({ permission })
    .use(withOurErrors)
    .use(({ ctx, next }) => {
      const operator = ctx.services.operators.authorise(ctx.session.operatorId, permission, null);
      return next({ ctx: { operator, actor: { kind: 'operator', id: operator.id } as const } });
    });

/** For what concerns one client: the input names it, and the context gains its `store` and the `actor`. */
export const clientProcedure = (permission: Permission) =>
  t.procedure
    .meta({ permission })
    .use(withOurErrors)
    .input(z.object({ clientId: ClientId }))
    .use(({ ctx, input, next }) => {
      const operator = ctx.services.operators.authorise(ctx.session.operatorId, permission, input.clientId);
      const store = ctx.services.stores.of(input.clientId);
      return next({ ctx: { operator, store, actor: { kind: 'operator', id: operator.id } as const } });
    });

/** For what somebody does in one conversation: the context gains `who`, both of them. */
export const conversationProcedure = (permission: Permission) =>
  clientProcedure(permission)
    .input(z.object({ conversationId: ConversationId }))
    .use(({ ctx, input: { conversationId }, next }) =>
      next({ ctx: { who: { operatorId: ctx.operator.id, conversationId } } }),
    );
