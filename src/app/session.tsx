import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import type { Client } from '../../electron/shared/clients.ts';
import type { ClientId } from '../../electron/shared/ids.ts';
import type { Operator } from '../../electron/shared/operators.ts';
import { FailureNotice } from '../components/failure/failure-notice.tsx';
import { failureOf } from '../rpc/failure.ts';
import { may, type Permission } from '../../electron/shared/permissions.ts';
import type { Preferences } from '../../electron/shared/workspace.ts';
import { useTRPC } from '../rpc/trpc.ts';

export interface Session {
  readonly operator: Operator;
  readonly preferences: Preferences;
  readonly clients: readonly Client[];
  clientOf(id: ClientId): Client | null;
  /** In one client, or in any where `clientId` is null. The core asks again on every call: this only hides buttons. */
  may(permission: Permission, clientId: ClientId | null): boolean;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session above this component');
  return session;
}

interface SessionProviderProps {
  readonly operator: Operator;
  readonly preferences: Preferences;
  readonly children: ReactNode;
}

export function SessionProvider({ operator, preferences, children }: SessionProviderProps) {
  const trpc = useTRPC();
  const { data: clients, error, refetch } = useQuery(trpc.clients.list.queryOptions());
  // No screen may take clients that have not come yet for clients that do not exist.
  if (!clients)
    return error && <FailureNotice failure={failureOf(error)} retry={() => void refetch()} fill />;
  const session: Session = {
    operator,
    preferences,
    clients,
    clientOf: (id) => clients.find((client) => client.id === id) ?? null,
    may: (permission, clientId) => may(operator, permission, clientId),
  };
  return <SessionContext value={session}>{children}</SessionContext>;
}
