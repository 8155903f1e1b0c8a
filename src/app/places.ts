import type { ClientId } from '../../electron/shared/ids.ts';

/** Places of the application, as the part of the address after `#`. */
export const places = {
  inbox: '/inbox/all/unanswered',
  voice: (clientId: ClientId) => `/voice/${clientId}`,
  automation: (clientId: ClientId) => `/automation/${clientId}`,
  outbox: '/outbox',
  quality: '/quality',
  reports: '/reports',
  clients: '/clients',
  settings: '/settings',
} as const;
