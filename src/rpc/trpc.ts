import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../electron/core/rpc/router.ts';

/** `useTRPC()` makes options for TanStack Query; `useTRPCClient()` calls the core directly. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
