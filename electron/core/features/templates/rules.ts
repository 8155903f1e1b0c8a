import { type Day, toInstant } from '../../../shared/time.ts';
import type { ConversationFacts } from './conversation-queries.ts';
import type { RenderContext } from './render-job.ts';

export interface People {
  readonly operator: { readonly name: string; readonly email: string | null } | null;
  readonly client: { readonly name: string };
}

/** What a template is filled with for a conversation. An order is nothing that we know: the operator fills it in. */
export const contextOf = (facts: ConversationFacts, { operator, client }: People): RenderContext => ({
  customer: {
    name: personName(facts.customerName),
    first_name: firstName(facts.customerName),
    email: facts.customerEmail,
    language: facts.customerLanguage,
  },
  operator: {
    name: operator?.name ?? null,
    first_name: firstName(operator?.name ?? ''),
    email: operator?.email ?? null,
  },
  conversation: {
    subject: facts.subject,
    status: facts.status,
    tags: facts.tags,
    created_at: toInstant(facts.createdAt),
    channel: facts.channel,
  },
  client: { name: client.name },
});

/** A customer to try a template on. */
export const sampleContext = (people: People): RenderContext =>
  contextOf(
    {
      subject: 'Broken mug',
      status: 'open',
      createdAt: Date.UTC(2026, 2, 3, 9, 30),
      channel: 'Support',
      channelKind: 'mail',
      customerName: 'Zoë García',
      customerLanguage: 'en',
      customerEmail: 'zoe@example.com',
      tags: ['delivery'],
    },
    people,
  );

/** An address that stands where a name should is no name to greet somebody by. */
const personName = (name: string): string | null =>
  name.trim() === '' || name.includes('@') ? null : name.trim();

/** "García, Zoë" and "Zoë García" are both Zoë. */
export function firstName(name: string): string | null {
  const whole = personName(name);
  if (whole === null) return null;
  const [last = '', first] = whole.split(',').map((part) => part.trim());
  return (first || last).split(/\s+/)[0] ?? null;
}

/** Whether a template's last day is over; both days stand in the client's time zone. */
export const isExpired = (lastDay: Day | null, today: Day): boolean => lastDay !== null && lastDay < today;
