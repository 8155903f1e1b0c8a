import { join } from 'node:path';
import type { LiaisonError } from '../shared/errors.ts';
import type { ClientId, OperatorId } from '../shared/ids.ts';
import { createChanges } from './changes.ts';
import { createParsePool } from './connectors/mail/parse-pool.ts';
import { createRegistry } from './connectors/registry.ts';
import { createAssignment } from './features/assignment/service.ts';
import { createAttachments } from './features/attachments/service.ts';
import { createAttention } from './features/attention/service.ts';
import { createActions } from './features/actions/service.ts';
import { createAutomations } from './features/automations/service.ts';
import { createBrandSafety } from './features/brand-safety/service.ts';
import { createCalendars } from './features/calendars/service.ts';
import { createChannels } from './features/channels/service.ts';
import { createClaims } from './features/claims/service.ts';
import { createClients } from './features/clients/service.ts';
import { createContacts } from './features/contacts/service.ts';
import { createConversations } from './features/conversations/service.ts';
import { createCorrections } from './features/conversations/corrections/service.ts';
import { createCopies } from './features/copies/service.ts';
import { createDemo } from './features/demo/service.ts';
import { createExports } from './features/conversations/reading/exports.ts';
import { createFields } from './features/fields/service.ts';
import { createMacros } from './features/macros/service.ts';
import { createOperators } from './features/operators/service.ts';
import { createOutbox } from './features/outbox/service.ts';
import { createPeople } from './features/people/service.ts';
import { createQuality } from './features/quality/service.ts';
import { createRemoteImages } from './features/remote-images/service.ts';
import { createReports } from './features/reports/service.ts';
import { createSearchSuggestions } from './features/search-suggestions/service.ts';
import { createDueWork } from './features/service-levels/due-work.ts';
import { createServiceLevels } from './features/service-levels/service.ts';
import { createSignatures } from './features/signatures/service.ts';
import { createSnoozes } from './features/snoozes/service.ts';
import { createStatuses } from './features/statuses/service.ts';
import { createTemplates } from './features/templates/service.ts';
import { createTickets } from './features/tickets/service.ts';
import { createViews } from './features/views/service.ts';
import { createVault } from './features/vault/service.ts';
import { createVoice } from './features/voice/service.ts';
import { createWorkspace } from './features/workspace/service.ts';
import type { Ports } from './ports.ts';
import { appRouter } from './rpc/router.ts';
import type { Context } from './rpc/trpc.ts';
import type { Services } from './services.ts';
import { createClientStores } from './store/client/stores.ts';
import { createPageCheck } from './store/page-check.ts';
import { lockWorkspace } from './store/workspace/workspace-lock.ts';
import { openWorkspaceStore } from './store/workspace/workspace-store.ts';
import { createImporter } from './sync/import-files.ts';
import { createSync } from './sync/service.ts';

export interface Core {
  readonly router: typeof appRouter;
  readonly services: Services;
  /** The context of one new connection, which begins as the operator who sat here last. */
  connect(): Context;
  /** Starts the channels; until then nothing talks to any server. */
  start(): void;
  /** Ends every lane, folds the logs into the files and lets go of the workspace. */
  close(): Promise<void>;
}

/**
 * Builds the whole core on what a host lends it. One per workspace folder.
 *
 * @throws LiaisonError `workspace-in-use`, `workspace-damaged`, `workspace-newer`
 */
export async function createCore(ports: Ports, options: { version: string }): Promise<Core> {
  const unlock = lockWorkspace(ports.paths.data);
  try {
    return await build(ports, { ...options, unlock });
  } catch (error) {
    unlock();
    throw error;
  }
}

async function build(ports: Ports, options: { version: string; unlock: () => void }): Promise<Core> {
  const { clock, log, paths, workers } = ports;
  const store = openWorkspaceStore(paths.data);
  const changes = createChanges();
  const pageCheck = createPageCheck(workers.checkPages);
  const stores = createClientStores(paths.data, {
    pageCheck,
    onDamaged: (clientId, error) => void takeOut(clientId, error),
    onOriginalsLost(clientId, { messages, files }) {
      log.error({ clientId, messages, files: files.length }, 'mail files are damaged');
      changes.announce('clients', { clientId });
    },
  });

  const vault = createVault({ safes: ports.secrets, workspace: store, changes });
  const operators = createOperators({ workspace: store, clock, changes });
  const people = createPeople({ workspace: store, operators, changes, clock });
  const calendars = createCalendars({ clock, changes });
  const clients = createClients({ workspace: store, stores, vault, calendars, clock, changes });
  const workspace = createWorkspace({ store, operators, clients, vault, changes, version: options.version });

  const parsePool = createParsePool(workers.parseMail);
  const registry = createRegistry({ parsePool, clock, resources: paths.resources });
  const serviceLevels = createServiceLevels({ clock, changes, calendars });
  const dueWork = createDueWork({ stores, serviceLevels, changes, log });
  const conversations = createConversations({ clock, changes, calendars, serviceLevels, parsePool });
  const contacts = createContacts({ clock, changes });
  const snoozes = createSnoozes({ clock, stores, conversations, log });
  const claims = createClaims({ clock, changes, stores, operators, conversations });
  const assignment = createAssignment({ stores, people, conversations, claims, log });
  const attention = createAttention({ clock, changes, operators, conversations });
  const fields = createFields({ clock, changes, conversations });
  const searchSuggestions = createSearchSuggestions({ clock, contacts, fields, operators });
  const statuses = createStatuses({ clock, changes });
  const views = createViews({ workspace: store, clock, changes, conversations });
  const working = { clock, changes, stores, conversations, log };
  const channels = createChannels({ registry, clock, changes, stateOf: (id) => sync.stateOf(id) });
  const voice = createVoice({
    clock,
    changes,
    operators,
    clients,
    log,
    cameOf: (...forward) => outbox.came(...forward),
    spellWorker: workers.spell,
  });
  const brandSafety = createBrandSafety({
    workspace: store,
    stores,
    clients,
    operators,
    conversations,
    changes,
    clock,
  });
  const signatures = createSignatures({ clock, changes, clients, operators, channels, brandSafety });
  const outbox = createOutbox({
    clock,
    changes,
    channels,
    conversations,
    voice,
    brandSafety,
    claims,
    signatures,
    clients,
    locales: paths.locales,
    snoozes,
    journalFolder: join(paths.data, 'clients'),
    wake: (clientId) => sync.wakeOutbox(clientId),
  });
  const templates = createTemplates({
    clock,
    changes,
    operators,
    clients,
    outbox,
    worker: workers.renderTemplate,
  });
  const actions = createActions({ ...working, attention, snoozes, fields, operators, templates });
  const macros = createMacros({ clock, changes, actions });
  const automations = createAutomations({
    ...{ ...working, actions, templates, outbox },
    ...{ calendars, serviceLevels },
  });
  const sync = createSync({ stores, channels, conversations, outbox, registry, clock, changes, log });
  const importer = createImporter({ conversations, channels, parsePool });
  const quality = createQuality({ clock, changes, calendars, conversations });
  const reports = createReports({
    clock,
    calendars,
    serviceLevels,
    clients,
    locales: paths.locales,
    printPdf: ports.printPdf,
  });
  const tickets = createTickets({ now: clock.now, readAttachment: conversations.attachment });
  const attachments = createAttachments({
    worker: workers.readFile,
    stores,
    conversations,
    tickets,
    changes,
    log,
  });
  const remoteImages = createRemoteImages();
  const demo = createDemo({
    workspace: store,
    clock,
    clients,
    stores,
    operators,
    calendars,
    serviceLevels,
    channels,
    conversations,
    voice,
    templates,
    quality,
    statuses,
    fields,
    macros,
    automations,
    sync,
    resources: paths.resources,
  });

  /** What is damaged is touched by nobody any more; the other clients work on. */
  async function takeOut(clientId: ClientId, error: LiaisonError): Promise<void> {
    log.error({ clientId, code: error.code }, 'store is damaged');
    await sync.stopClient(clientId);
    stores.fail(clientId, error);
    changes.announce('clients', { clientId });
  }

  await clients.openAll();
  // A demo that could not be tidied stays as it is: it must not keep anybody from their clients.
  const half = await demo.tidy().catch((error: unknown) => {
    log.error({ error }, 'demo is unfinished');
    return null;
  });
  const services: Services = {
    log,
    changes,
    stores,
    assignment,
    attachments,
    attention,
    actions,
    automations,
    brandSafety,
    calendars,
    channels,
    claims,
    clients,
    contacts,
    conversations,
    copies: createCopies({ tickets, printPdf: ports.printPdf }),
    corrections: createCorrections({ clock, changes, calendars, claims }),
    demo,
    exports: createExports(),
    importer,
    fields,
    statuses,
    macros,
    operators,
    outbox,
    people,
    quality,
    remoteImages,
    reports,
    searchSuggestions,
    serviceLevels,
    signatures,
    snoozes,
    sync,
    templates,
    tickets,
    vault,
    views,
    voice,
    workspace,
  };

  const connect = (): Context => ({
    services,
    session: { operatorId: workspace.currentOperator() satisfies OperatorId | null },
  });
  return {
    router: appRouter,
    services,
    connect,
    start() {
      snoozes.start();
      dueWork.start();
      actions.batches.resume();
      automations.start();
      claims.start();
      assignment.start();
      sync.startAll();
      attachments.start();
      if (half)
        demo.open(half.refillFor).catch((error: unknown) => log.error({ error }, 'demo can not be refilled'));
    },
    async close() {
      assignment.close();
      claims.close();
      snoozes.close();
      await dueWork.close();
      await actions.batches.close();
      await automations.close();
      await sync.close();
      await pageCheck.close();
      await attachments.close();
      await parsePool.close();
      await templates.close();
      await voice.close();
      stores.close();
      store.close();
      options.unlock();
    },
  };
}
