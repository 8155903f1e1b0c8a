import { newId } from '../../electron/core/ids.ts';
import type { ChannelId, ClientId, ConversationId, MessageId } from '../../electron/shared/ids.ts';
import type { VoiceGuideInput } from '../../electron/shared/voice-guides.ts';
import { aClient } from './a-client.ts';
import { startCore } from './start-core.ts';

export const existence = (word: string, level = 'warning') =>
  `extends: existence\nmessage: "No %s."\nlevel: ${level}\ntokens: [${word}]\n`;

export const aGuide = (clientId: ClientId, body: Partial<VoiceGuideInput> = {}): VoiceGuideInput => ({
  clientId,
  briefing: { tone: 'Warm', dos: [], donts: [] },
  rules: [{ name: 'House.Very', yaml: existence('very') }],
  checklist: [],
  errorsBlockSending: true,
  ...body,
});

/** A core with one client, and people to lead its quality. */
export async function startVoiceDesk() {
  const started = await startCore();
  const { id: clientId } = await started.call.clients.add(aClient());
  const store = started.core.services.stores.of(clientId);
  const lead = async (name: string) => {
    const grants = [{ clientId, role: 'quality-lead' as const }];
    return started.callAs((await started.call.operators.add({ name, email: null, grants })).id);
  };
  return { ...started, clientId, store, lead };
}

type VoiceDesk = Awaited<ReturnType<typeof startVoiceDesk>>;

/** What the guide in force says of a text, as `Style.Rule match`. */
export const judged = async ({ core, store }: VoiceDesk, conversationId: ConversationId, text: string) =>
  (
    await core.services.voice.judge(store, { text, conversationId, at: Date.UTC(2026, 2, 3, 9) })
  ).findings.map(({ check: rule, match }) => `${rule} ${match}`.trim());

export const twoRules = [
  { name: 'House.Very', yaml: existence('very') },
  { name: 'House.Quite', yaml: existence('quite', 'suggestion') },
  { name: 'House.Rather', yaml: existence('rather') },
];

export const line = { id: 1, prose: 'As the brand says it.', level: 'warning' as const };
export const vocabularies = [
  { name: 'House', accept: '# ours\nNorthwind\nvery Berry\n', reject: 'utilize\n' },
];

interface Sent {
  readonly conversationId: ConversationId;
  readonly body: string;
  readonly seq: number;
  readonly subject?: string;
}

/** A reply that another program sent. */
export function addSent(at: VoiceDesk, reply: Sent): void {
  const { store } = at;
  const channel = store.first(
    store.sql.selectFrom('conversations').select('channel_id').where('id', '=', reply.conversationId),
  );
  store.run(
    store.sql.insertInto('messages').values({
      ...{ seq: reply.seq, id: newId<MessageId>(0), conversation_id: reply.conversationId },
      ...{ channel_id: channel?.channel_id ?? newId<ChannelId>(0), kind: 'outbound', from_name: '' },
      ...{ from_address: 'help@northwind.example', recipients: '{"to":[],"cc":[]}', people: '' },
      ...{ subject: reply.subject ?? '', subject_key: '', body: reply.body, quote: '' },
      ...{
        has_html: 0,
        automatic: 0,
        unreadable: 0,
        dedup_key: `sent ${reply.seq}`,
        sent_at: Date.UTC(2026, 2, 3, 9) + reply.seq,
      },
    }),
  );
}
