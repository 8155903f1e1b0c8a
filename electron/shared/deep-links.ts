import { z } from 'zod';
import { ClientId, ConversationId } from './ids.ts';

/** Where a link from outside leads. */
export const DeepLink = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('conversation'), clientId: ClientId, conversationId: ConversationId }),
  z.object({
    kind: z.literal('compose'),
    to: z.array(z.email()).min(1),
    cc: z.array(z.email()),
    subject: z.string(),
    body: z.string(),
  }),
]);
export type DeepLink = z.infer<typeof DeepLink>;

/** Longest link that is looked at; a longer one is no link anybody made by hand. */
const longestLink = 8192;

/**
 * Reads `liaison://conversation/<client>/<conversation>` and `mailto:` (RFC 6068: only to, cc, subject and body are
 * taken; attachments and other headers are not). Null for anything else.
 */
export function parseDeepLink(link: string): DeepLink | null {
  if (link.length > longestLink || !URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol === 'liaison:') return conversationLink(url);
  if (url.protocol === 'mailto:') return composeLink(url);
  return null;
}

function conversationLink(url: URL): DeepLink | null {
  const [clientId, conversationId, ...rest] = url.pathname.split('/').slice(1);
  if (url.host !== 'conversation' || rest.length > 0) return null;
  return DeepLink.safeParse({ kind: 'conversation', clientId, conversationId }).data ?? null;
}

function composeLink(url: URL): DeepLink | null {
  try {
    const fields = mailtoFields(url.search);
    const addresses = (name: string) => (fields.get(name) ?? []).flatMap((list) => list.split(','));
    const to = [...url.pathname.split(',').map(decodeURIComponent), ...addresses('to')];
    const link = {
      kind: 'compose',
      to: to.map((address) => address.trim()).filter((address) => address !== ''),
      cc: addresses('cc').map((address) => address.trim()),
      subject: oneLine(fields.get('subject')?.[0] ?? ''),
      body: (fields.get('body')?.[0] ?? '').replace(/\r\n?/g, '\n'),
    };
    return DeepLink.safeParse(link).data ?? null;
  } catch {
    return null; // a broken percent sequence
  }
}

/** Unlike a form's query, `+` is a plus (RFC 6068, 5). Names are case-insensitive. */
function mailtoFields(search: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const pair of search.slice(1).split('&')) {
    const [name = '', ...value] = pair.split('=');
    const key = decodeURIComponent(name).toLowerCase();
    fields.set(key, [...(fields.get(key) ?? []), decodeURIComponent(value.join('='))]);
  }
  return fields;
}

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();
