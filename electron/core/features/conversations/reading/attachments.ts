import type { MessageMarkup } from '../../../../shared/conversations.ts';
import { LiaisonError } from '../../../../shared/errors.ts';
import type { AttachmentId, MessageId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { sourceOf } from '../../../store/client/message-sources.ts';
import { isSafePicture } from '../attachment-rules.ts';

/** Takes a part out of a message's bytes, outside the core's thread. The parse pool is one. */
export interface AttachmentReader {
  attachment(source: Uint8Array, part: number): Promise<{ readonly bytes: Uint8Array }>;
}

/** Pictures inside one message together: a letterhead and some screenshots. More would freeze the page that shows them. */
const mostInlineBytes = 15 * 1024 * 1024;

function mustHaveSource(store: ClientStore, seq: number): Uint8Array {
  const source = sourceOf(store, seq);
  if (source) return source;
  throw new LiaisonError('not-found', { detail: { what: 'message-source' } });
}

/** The bytes of an attachment under its sender's name for it. @throws LiaisonError `not-found`, `file-unreadable` */
export async function readAttachment(
  store: ClientStore,
  { id, reader }: { id: AttachmentId; reader: AttachmentReader },
): Promise<{ name: string; bytes: Uint8Array }> {
  const row = store.prepare('SELECT message_seq, part, name FROM attachments WHERE id = ?').get(id) as
    | { message_seq: number; part: number; name: string }
    | undefined;
  if (!row) throw new LiaisonError('not-found', { detail: { what: 'attachment' } });
  const { bytes } = await reader.attachment(mustHaveSource(store, row.message_seq), row.part);
  return { name: row.name, bytes };
}

/** The raw markup of a message with the pictures it carries. The page sanitises it before anything renders it. */
export async function readMarkup(
  store: ClientStore,
  { id, reader }: { id: MessageId; reader: AttachmentReader },
): Promise<MessageMarkup> {
  const row = store
    .prepare(
      'SELECT m.seq, h.html FROM messages m JOIN message_html h ON h.message_seq = m.seq WHERE m.id = ?',
    )
    .get(id) as { seq: number; html: string } | undefined;
  if (!row) throw new LiaisonError('not-found', { detail: { what: 'message-markup' } });
  return { html: row.html, inlineImages: await inlineImagesOf(store, { ...row, reader }) };
}

interface PictureRow {
  readonly part: number;
  readonly type: string;
  readonly size: number;
  readonly content_id: string;
}

/** Only pictures that the markup names; one that can't be read, or is over the limit, is left out. */
async function inlineImagesOf(
  store: ClientStore,
  { seq, html, reader }: { seq: number; html: string; reader: AttachmentReader },
): Promise<Record<string, string>> {
  const rows = store
    .prepare(
      `SELECT part, type, size, content_id FROM attachments
       WHERE message_seq = ? AND content_id IS NOT NULL ORDER BY part`,
    )
    .all(seq) as PictureRow[];
  const wanted = rows.filter((row) => isSafePicture(row.type) && isNamed(html, row.content_id));
  if (wanted.length === 0) return {};
  const source = mustHaveSource(store, seq);
  const images: Record<string, string> = {};
  let room = mostInlineBytes;
  for (const row of wanted) {
    if (row.size > room) continue;
    const bytes = await reader.attachment(source, row.part).then(
      (part) => part.bytes,
      () => null,
    );
    if (!bytes || bytes.byteLength > room) continue;
    room -= bytes.byteLength;
    images[row.content_id] =
      `data:${row.type.trim().toLowerCase()};base64,${Buffer.from(bytes).toString('base64')}`;
  }
  return images;
}

/** `cid:` addresses may be percent-encoded (RFC 2392). */
const isNamed = (html: string, contentId: string): boolean =>
  html.includes(contentId) || html.includes(encodeURIComponent(contentId));
