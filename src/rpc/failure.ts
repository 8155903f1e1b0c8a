import { isTRPCClientError } from '@trpc/client';
import type { ErrorShape } from '../../electron/shared/errors.ts';
import type { AppRouter } from '../../electron/core/rpc/router.ts';

/** The core's error out of whatever a call threw; what is not one of ours becomes `internal`. */
export function failureOf(thrown: unknown): ErrorShape {
  if (isTRPCClientError<AppRouter>(thrown) && thrown.data) return thrown.data.liaison;
  return { code: 'internal', retry: 'never', effect: 'unknown', detail: {} };
}
