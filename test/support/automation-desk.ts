import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { createParsePool } from '../../electron/core/connectors/mail/parse-pool.ts';
import { createRegistry } from '../../electron/core/connectors/registry.ts';
import { createChanges } from '../../electron/core/changes.ts';
import { createActions } from '../../electron/core/features/actions/service.ts';
import { createAttention } from '../../electron/core/features/attention/service.ts';
import { createAutomations } from '../../electron/core/features/automations/service.ts';
import { createChannels } from '../../electron/core/features/channels/service.ts';
import { createFields } from '../../electron/core/features/fields/service.ts';
import { createMacros } from '../../electron/core/features/macros/service.ts';
import { findDraft, presentDraft } from '../../electron/core/features/outbox/writing/drafts.ts';
import { fillDraft, type FilledReply } from '../../electron/core/features/outbox/writing/filled-draft.ts';
import { createOperators } from '../../electron/core/features/operators/service.ts';
import { createStatuses } from '../../electron/core/features/statuses/service.ts';
import { createSnoozes } from '../../electron/core/features/snoozes/service.ts';
import { createTemplates } from '../../electron/core/features/templates/service.ts';
import { createViews, type Reader } from '../../electron/core/features/views/service.ts';
import { newId } from '../../electron/core/ids.ts';
import { openClientStore, type ClientStore } from '../../electron/core/store/client/client-store.ts';
import { openWorkspaceStore } from '../../electron/core/store/workspace/workspace-store.ts';
import type { FieldDraft } from '../../electron/shared/fields.ts';
import type { ChannelId, ClientId, ConversationId, FieldId, TemplateId } from '../../electron/shared/ids.ts';
import { TemplateBody } from '../../electron/shared/templates.ts';
import type { Grant } from '../../electron/shared/operators.ts';
import type { StatusDraft } from '../../electron/shared/statuses.ts';
import { aMessage } from './a-message.ts';
import { addChannel, aBatch, conversationsOf, eventsOf } from './conversations-desk.ts';
import { conversationsOn } from './conversations-on.ts';
import { createFakeClock } from './fake-clock.ts';
import { aTemplate } from './template-desk.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { testWorkers } from './test-ports.ts';

/** A client whose mail is read, on a real, encrypted file. */
export interface DeskClient {
  readonly store: ClientStore;
  readonly channelId: ChannelId;
}

/** Fields, views, macros, rules and bulk actions on real files, without channels and hosts. */
export function openAutomationDesk() {
  const clock = createFakeClock();
  const changes = createChanges();
  const log = pino({ level: 'silent' });
  const open: ClientStore[] = [];
  const stores = { all: () => open };
  const parsePool = { attachment: () => Promise.resolve({ bytes: Buffer.from('') }) };
  const workspace = openWorkspaceStore(temporaryFolder());
  onTestFinished(() => workspace.close());
  const operators = createOperators({ workspace, clock, changes });
  const { calendars, serviceLevels, conversations } = conversationsOn({ clock, changes, parsePool });
  const snoozes = createSnoozes({ clock, stores, conversations, log });
  const attention = createAttention({ clock, changes, operators, conversations });
  const fields = createFields({ clock, changes, conversations });
  const statuses = createStatuses({ clock, changes });
  const views = createViews({ workspace, clock, changes, conversations });
  const working = { clock, changes, stores, conversations, log };
  const registry = createRegistry({
    parsePool: createParsePool(testWorkers.parseMail),
    clock,
    resources: '',
  });
  const channels = createChannels({ registry, clock, changes, stateOf: () => ({ kind: 'idle' }) });
  const outbox = {
    attach: () => {
      throw new Error('no template here has a file');
    },
    fillDraft: (store: ClientStore, filled: FilledReply) => fillDraft({ store, channels, clock }, filled),
  };
  const served = {
    list: () =>
      open.map(({ clientId: id }) => ({ id, name: 'Northwind', languages: ['en'], timeZone: 'UTC' })),
  };
  const templates = createTemplates({
    clock,
    changes,
    operators,
    clients: served,
    outbox,
    worker: testWorkers.renderTemplate,
  });
  onTestFinished(() => templates.close());
  const actions = createActions({ ...working, attention, snoozes, fields, operators, templates });
  const macros = createMacros({ clock, changes, actions });
  let meanwhile: (() => void) | null = null;
  const filling: Pick<typeof templates, 'fill'> = {
    async fill(store, operatorId, request) {
      const filled = await templates.fill(store, operatorId, request);
      meanwhile?.();
      meanwhile = null;
      return filled;
    },
  };
  const automations = createAutomations({
    ...working,
    actions,
    templates: filling,
    outbox,
    calendars,
    serviceLevels,
  });
  onTestFinished(() => Promise.all([actions.batches.close(), automations.close()]).then(() => undefined));

  const hire = (name: string, grants: readonly Grant[]) =>
    operators.add({ name, email: null, grants: [...grants] });
  const ada = hire('Ada', [{ clientId: null, role: 'administrator' }]);

  return {
    ...{
      clock,
      changes,
      calendars,
      serviceLevels,
      conversations,
      snoozes,
      fields,
      statuses,
      views,
      actions,
      macros,
    },
    ...{ automations, operators, templates, hire, ada },
    operator: { kind: 'operator', id: ada.id } as const,
    /** Whoever may do everything, before these clients. */
    reader: (...clients: readonly DeskClient[]): Reader => ({
      operator: ada,
      clientIds: clients.map(({ store }) => store.clientId),
      stores: clients.map(({ store }) => store),
    }),
    /** Its customers write to `help@<name>.example`; it is open around the clock, every day. */
    openClient(name: string): DeskClient {
      const clientId = newId<ClientId>(clock.now());
      workspace.run(
        workspace.sql.insertInto('clients').values({
          ...{ id: clientId, name, mark: name.slice(0, 2), colour: 'indigo', pattern: 'solid' },
          ...{ languages: '["en"]', time_zone: 'UTC', demo: 0, created_at: clock.now() },
          ...{ key_backend: 'beside', key_check: '', removing: 0 },
        }),
      );
      const store = openClientStore({ clientId, folder: temporaryFolder(), key: randomBytes(32) });
      onTestFinished(() => store.close());
      open.push(store);
      const allDay = [{ from: '00:00', to: '24:00' }];
      const weeklyHours = [allDay, allDay, allDay, allDay, allDay, allDay, allDay];
      calendars.define(store, { timeZone: 'UTC', weeklyHours });
      return { store, channelId: addChannel(store, { name, now: clock.now() }) };
    },
    /** A store that another desk has opened: as if that one had ended. */
    adopt: (store: ClientStore) => void open.push(store),
    /** A published template; gives its id. */
    async writeTemplate({ store }: DeskClient, name: string, source: string): Promise<TemplateId> {
      const body = TemplateBody.parse(aTemplate(source, { name, shortcut: name.toLowerCase() }));
      return (await templates.save(store, ada.id, { id: null, body })).id;
    },
    /** Happens once, while a rule's next template is filled. */
    whileFilling: (work: () => void) => void (meanwhile = work),
    /** Somebody begins to write. */
    begin: (store: ClientStore, { id, templateId }: { id: ConversationId; templateId: TemplateId }) =>
      outbox.fillDraft(store, { conversationId: id, text: 'Begun', templateId, copyFiles: () => [] }),
    draftOf(store: ClientStore, id: ConversationId) {
      const row = findDraft(store, { conversationId: id, kind: 'reply' });
      return row && presentDraft({ ...row, kind: 'reply' });
    },
    /** A question of a customer of their own, and the conversation that it began. */
    ask(client: DeskClient, about: { number: number; subject?: string; text?: string; at?: number }) {
      const { number, at = clock.now() } = about;
      const message = aMessage({
        from: { name: `Customer ${number}`, address: `customer-${number}@customer.example` },
        subject: about.subject ?? `Question ${number}`,
        ...(about.text === undefined ? {} : { text: about.text }),
        sentAt: at,
      });
      const { conversationIds } = conversations.ingest(client.store, client.channelId, aBatch([message]));
      const [id] = conversationIds;
      if (id === undefined) throw new Error('no conversation began');
      return { id, message };
    },
    /** A status that the client names itself, after those that it has. */
    nameStatus(store: ClientStore, draft: Pick<StatusDraft, 'category' | 'name'> & Partial<StatusDraft>) {
      statuses.define(store, [...statuses.list(store), { id: null, retired: false, ...draft }]);
      const named = statuses.list(store).at(-1);
      if (!named) throw new Error('no status was named');
      return named.id;
    },
    /** Defines these fields and gives their ids by name. */
    defineFields(
      store: ClientStore,
      drafts: readonly (Pick<FieldDraft, 'name' | 'kind'> & Partial<FieldDraft>)[],
    ) {
      fields.define(store, {
        fields: drafts.map((draft) => ({ id: null, choices: [], required: false, ...draft })),
        removed: [],
      });
      return new Map<string, FieldId>(fields.list(store).map(({ name, id }) => [name, id]));
    },
  };
}

export type AutomationDesk = ReturnType<typeof openAutomationDesk>;

/** Everything of a conversation that a person or a report can see, to be compared as a whole. */
export function wholeOf(store: ClientStore, id: ConversationId) {
  const row = conversationsOf(store).find((each) => each.id === id);
  const tags = store.all(
    store.sql.selectFrom('conversation_tags').selectAll().where('conversation_id', '=', id).orderBy('tag'),
  );
  const values = store.all(
    store.sql.selectFrom('field_values').selectAll().where('conversation_id', '=', id).orderBy('field_id'),
  );
  const messages = store.all(
    store.sql
      .selectFrom('messages')
      .select(['id', 'kind', 'body'])
      .where('conversation_id', '=', id)
      .orderBy('seq'),
  );
  const snooze =
    row?.status === 'snoozed'
      ? store.first(store.sql.selectFrom('snoozes').selectAll().where('conversation_id', '=', id))
      : undefined;
  return { row, tags, values, messages, snooze, events: eventsOf(store, id) };
}
