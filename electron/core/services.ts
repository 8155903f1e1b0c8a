import type { Logger } from 'pino';
import type { Changes } from './changes.ts';
import type { Calendars } from './features/calendars/service.ts';
import type { Channels } from './features/channels/service.ts';
import type { Clients } from './features/clients/service.ts';
import type { Conversations } from './features/conversations/service.ts';
import type { Demo } from './features/demo/service.ts';
import type { Exports } from './features/conversations/exports.ts';
import type { Operators } from './features/operators/service.ts';
import type { Outbox } from './features/outbox/service.ts';
import type { Quality } from './features/quality/service.ts';
import type { RemoteImages } from './features/remote-images/service.ts';
import type { Reports } from './features/reports/service.ts';
import type { Templates } from './features/templates/service.ts';
import type { Tickets } from './features/tickets/service.ts';
import type { Vault } from './features/vault/service.ts';
import type { Voice } from './features/voice/service.ts';
import type { Workspace } from './features/workspace/service.ts';
import type { ClientStores } from './store/client/stores.ts';
import type { Sync } from './sync/service.ts';
import type { Importer } from './sync/import-files.ts';

/** Every noun's service, for the routers and the command line. */
export interface Services {
  readonly log: Logger;
  readonly changes: Changes;
  readonly stores: ClientStores;
  readonly calendars: Calendars;
  readonly channels: Channels;
  readonly clients: Clients;
  readonly conversations: Conversations;
  readonly demo: Demo;
  readonly exports: Exports;
  readonly importer: Importer;
  readonly operators: Operators;
  readonly outbox: Outbox;
  readonly quality: Quality;
  readonly remoteImages: RemoteImages;
  readonly reports: Reports;
  readonly sync: Sync;
  readonly templates: Templates;
  readonly tickets: Tickets;
  readonly vault: Vault;
  readonly voice: Voice;
  readonly workspace: Workspace;
}
