import type { QueueView } from '../../electron/shared/conversations.ts';
import type { ClientId, ViewId } from '../../electron/shared/ids.ts';

/** Places of the application, as the part of the address after `#`. */
export const places = {
  inbox: '/inbox/all/unanswered',
  /** A client's queue, or that of all of them, in a standing view or a saved one. */
  queue: (clientId: ClientId | null, view: QueueView | ViewId) => `/inbox/${clientId ?? 'all'}/${view}`,
  voice: (clientId: ClientId) => `/voice/${clientId}`,
  automation: (clientId: ClientId) => `/automation/${clientId}`,
  outbox: '/outbox',
  quality: '/quality',
  reports: '/reports',
  clients: '/clients',
  settings: '/settings',
} as const;
