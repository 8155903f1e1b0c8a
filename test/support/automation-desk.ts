import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { createChanges } from '../../electron/core/changes.ts';
import { createActions } from '../../electron/core/features/actions/service.ts';
import { createAttention } from '../../electron/core/features/attention/service.ts';
import { createAutomations } from '../../electron/core/features/automations/service.ts';
import { createFields } from '../../electron/core/features/fields/service.ts';
import { createMacros } from '../../electron/core/features/macros/service.ts';
import { createOperators } from '../../electron/core/features/operators/service.ts';
import { createSnoozes } from '../../electron/core/features/snoozes/service.ts';
import { createViews, type Reader } from '../../electron/core/features/views/service.ts';
import { newId } from '../../electron/core/ids.ts';
import { openClientStore, type ClientStore } from '../../electron/core/store/client/client-store.ts';
import { openWorkspaceStore } from '../../electron/core/store/workspace/workspace-store.ts';
import type { FieldDraft } from '../../electron/shared/fields.ts';
import type { ChannelId, ClientId, ConversationId, FieldId } from '../../electron/shared/ids.ts';
import type { Grant } from '../../electron/shared/operators.ts';
import { aMessage } from './a-message.ts';
import { addChannel, aBatch, conversationsOf, eventsOf } from './conversations-desk.ts';
import { conversationsOn } from './conversations-on.ts';
import { createFakeClock } from './fake-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

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
  const views = createViews({ workspace, clock, changes, conversations });
  const working = { clock, changes, stores, conversations, log };
  const actions = createActions({ ...working, attention, snoozes, fields, operators });
  const macros = createMacros({ clock, changes, actions });
  const automations = createAutomations({ ...working, actions, calendars, serviceLevels });
  onTestFinished(() => Promise.all([actions.batches.close(), automations.close()]).then(() => undefined));

  const hire = (name: string, grants: readonly Grant[]) =>
    operators.add({ name, email: null, grants: [...grants] });
  const ada = hire('Ada', [{ clientId: null, role: 'administrator' }]);

  return {
    ...{ clock, changes, calendars, serviceLevels, conversations, snoozes, fields, views, actions, macros },
    ...{ automations, operators, hire, ada },
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
    /** Defines these fields and gives their ids by name. */
    defineFields(
      store: ClientStore,
      drafts: readonly (Pick<FieldDraft, 'name' | 'kind'> & Partial<FieldDraft>)[],
    ) {
      fields.define(
        store,
        drafts.map((draft) => ({ id: null, choices: [], required: false, ...draft })),
      );
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
