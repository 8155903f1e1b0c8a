import type { ClientId } from '../../../../electron/shared/ids.ts';

/** Only this program writes it; another program's paste never sees it. */
const markType = 'application/x-liaison-from';
/** Text shorter than this is said everywhere, and copying it proves nothing. */
export const shortestCopied = 12;

const marks = new Map<ClientId, string>();
/** What was copied last, as a number: the text itself is kept nowhere. */
let last: { readonly digest: string; readonly clientId: ClientId } | null = null;

/** Makes the marks of these clients: what stands in the clipboard must not be an id that anything else knows. */
export async function prepareMarks(clientIds: readonly ClientId[]): Promise<void> {
  for (const id of clientIds.filter((each) => !marks.has(each))) {
    const bytes = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode(`liaison copied from ${id}`),
    );
    marks.set(id, [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
}

/** Takes a copy over, so that it says where it comes from; plain text, as every composer is. */
export function markCopy(
  event: ClipboardEvent,
  { clientId, text }: { clientId: ClientId; text: string },
): void {
  const mark = marks.get(clientId);
  last = { digest: digestOf(text), clientId };
  if (!mark || !event.clipboardData) return;
  event.clipboardData.setData('text/plain', text);
  event.clipboardData.setData(markType, mark);
  event.preventDefault();
}

/** Where a pasted text was copied: in this client, in another, or nobody knows. */
export function originOf(data: DataTransfer, clientId: ClientId): 'here' | 'elsewhere' | 'unknown' {
  const mark = data.getData(markType);
  if (mark !== '') return mark === marks.get(clientId) ? 'here' : 'elsewhere';
  const text = data.getData('text/plain');
  if (last === null || text.trim().length < shortestCopied || digestOf(text) !== last.digest)
    return 'unknown';
  return last.clientId === clientId ? 'here' : 'elsewhere';
}

/** Two 32-bit FNV-1a hashes over the words: line ends and spaces change on their way through a clipboard. */
export function digestOf(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01234567];
  for (const unit of text.replaceAll(/\s+/g, ' ').trim()) {
    const code = unit.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + 0x9e37), 0x01000193);
  }
  return `${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`;
}
