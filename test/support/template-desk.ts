import { newId } from '../../electron/core/ids.ts';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import type { ChannelKind } from '../../electron/shared/channels.ts';
import type {
  ChannelId,
  ContactId,
  ConversationId,
  MessageId,
  SegmentId,
  TemplateId,
} from '../../electron/shared/ids.ts';
import type { TemplateInput } from '../../electron/shared/templates.ts';
import { aClient } from './a-client.ts';
import { startCore } from './start-core.ts';

export const aTemplate = (source: string, body: Partial<TemplateInput> = {}): TemplateInput => ({
  name: 'Delay',
  shortcut: 'delay',
  locale: 'en',
  source,
  ...body,
});

interface Talk {
  readonly name?: string;
  readonly language?: string;
  readonly channel?: ChannelKind;
  readonly subject?: string;
  /** What the customer wrote. */
  readonly said?: string;
}

/** A conversation in the fewest rows. */
export function aTalk(store: ClientStore, talk: Talk = {}): ConversationId {
  const id = newId<ConversationId>(0);
  const channelId = newId<ChannelId>(0);
  const contactId = newId<ContactId>(0);
  const subject = talk.subject ?? 'Broken mug';
  const kind = talk.channel ?? 'mail';
  const channel = { id: channelId, kind, name: 'Support', created_at: 0 } as const;
  const identities = JSON.stringify([{ name: 'Northwind', address: 'help@northwind.example' }]);
  store.run(
    store.sql.insertInto('channels').values({ ...channel, identities, settings: JSON.stringify({ kind }) }),
  );
  store.run(
    store.sql.insertInto('contacts').values({
      id: contactId,
      name: talk.name ?? 'Zoë García',
      language: talk.language ?? null,
      created_at: 0,
    }),
  );
  store.run(
    store.sql.insertInto('conversations').values({
      ...{ id, contact_id: contactId, channel_id: channelId, subject, status: 'open' },
      ...{ segment_id: newId<SegmentId>(0), preview: '', message_count: 1, has_attachments: 0 },
      ...{ last_message_at: 0, created_at: Date.UTC(2026, 2, 1, 23, 30) },
    }),
  );
  if (talk.said !== undefined)
    store.run(
      store.sql.insertInto('messages').values({
        ...{ seq: nextSeq(store), id: newId<MessageId>(0), conversation_id: id, channel_id: channelId },
        ...{
          kind: 'inbound',
          from_name: '',
          from_address: 'zoe@example.com',
          recipients: '{"to":[],"cc":[]}',
          people: '',
        },
        ...{ subject, subject_key: '', body: talk.said, quote: '', has_html: 0, automatic: 0 },
        ...{ unreadable: 0, dedup_key: id, sent_at: 1 },
      }),
    );
  return id;
}

function nextSeq(store: ClientStore): number {
  const row = store.prepare('SELECT coalesce(max(seq), 0) + 1 AS seq FROM messages').get() as { seq: number };
  return row.seq;
}

/** A reply with this template, as the outbox records it once it has left. */
export function aUse(store: ClientStore, id: ConversationId, templateId: TemplateId, at = 2): void {
  store.run(
    store.sql.insertInto('events').values({
      ...{ id: newId(0), at, conversation_id: id, segment_id: newId<SegmentId>(0), type: 'message-sent' },
      ...{ actor_kind: 'operator', actor_id: null, calendar_version: 1 },
      data: JSON.stringify({ messageId: newId(0), elsewhere: false, automatic: false, templateId }),
    }),
  );
}

export async function startTemplateDesk() {
  const started = await startCore();
  const client = await started.call.clients.add(
    aClient({ timeZone: 'Europe/Madrid', languages: ['en', 'es'] }),
  );
  const store = started.core.services.stores.of(client.id);
  const agent = await started.call.operators.add({
    name: 'Bo Li',
    email: null,
    grants: [{ clientId: client.id, role: 'agent' }],
  });
  return { ...started, client, clientId: client.id, store, asAgent: started.callAs(agent.id), agent };
}
