import type { ReceivedAttachment } from '../../../shared/received.ts';
import { openTnef, type TnefFile } from './tnef/open-tnef.ts';

/** Whether an attachment is a `winmail.dat` of Outlook, by its type or its name. */
export const isWinmail = ({ name, type }: Pick<ReceivedAttachment, 'name' | 'type'>): boolean =>
  /^application\/(?:vnd\.)?ms-tnef\b/i.test(type) || /^winmail\.dat$/i.test(name.trim());

/** One that Liaison opens; larger ones are shown as they are. */
const mostBytes = 32 * 1024 * 1024;

/** Reads the bytes of an attachment of the message at hand. */
type ReadPart = (part: number) => Promise<Uint8Array | null>;

/**
 * The attachments of a message with what stands in a `winmail.dat` in its place. What is inside is numbered after all
 * parts that the message has by itself, so that a number means the same whenever the message is read.
 */
export async function openWinmail(
  attachments: readonly ReceivedAttachment[],
  read: ReadPart,
): Promise<readonly ReceivedAttachment[]> {
  const wrapped = wrappedIn(attachments);
  if (!wrapped) return attachments;
  const files = await filesIn(wrapped, read);
  if (files.length === 0) return attachments;
  const inside = files.map(({ name, type, contentId, bytes }, index) => ({
    part: attachments.length + index,
    name,
    type,
    size: bytes.byteLength,
    contentId,
    inline: false,
  }));
  return [...attachments.filter((attachment) => attachment !== wrapped), ...inside];
}

/** What stands at a number beyond the parts of the message itself; null: nothing. */
export async function readFromWinmail(
  attachments: readonly ReceivedAttachment[],
  { part, read }: { part: number; read: ReadPart },
): Promise<TnefFile | null> {
  const wrapped = wrappedIn(attachments);
  if (!wrapped || part < attachments.length) return null;
  return (await filesIn(wrapped, read))[part - attachments.length] ?? null;
}

/** A message has one; where it has more, the others are files like any other. */
const wrappedIn = (attachments: readonly ReceivedAttachment[]): ReceivedAttachment | undefined =>
  attachments.find((attachment) => isWinmail(attachment) && attachment.size <= mostBytes);

async function filesIn({ part }: ReceivedAttachment, read: ReadPart): Promise<TnefFile[]> {
  const bytes = await read(part);
  return bytes ? (openTnef(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? []) : [];
}
