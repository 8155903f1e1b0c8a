import type {
  AttachmentInside,
  AttachmentPreview,
  Invitation,
  PdfWords,
} from '../../../shared/attachments.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { AttachmentId, MessageId } from '../../../shared/ids.ts';
import type { Logger } from 'pino';
import type { Changes } from '../../changes.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { dangerOf, isSafePicture } from '../conversations/attachment-rules.ts';
import type { Conversations } from '../conversations/service.ts';
import type { Tickets } from '../tickets/service.ts';
import { fileOf, filesOf, subjectOf, type FileRow } from './file-queries.ts';
import { magicOf } from './kind-rules.ts';
import { namesSideBySide } from './name-rules.ts';
import { pictureFrame } from './picture-frame.ts';
import { mayBeDrawn } from './picture-rules.ts';
import { createFileReader } from './reader.ts';
import { readingLimits } from './reading-limits.ts';
import { createAttachmentTexts, type AttachmentTexts } from './texts.ts';

/** What comes with messages: looked at, shown, saved together, searched. Nothing of it is ever run. */
export interface Attachments {
  /** What the bytes say beyond names and types, of those that hold or hide something. */
  inspect(store: ClientStore, id: MessageId): Promise<readonly AttachmentInside[]>;
  /**
   * A single-use address of a frame that shows a picture or a PDF; null where it is neither, whatever it is called.
   *
   * @throws LiaisonError `not-found`, `file-unreadable`, `too-large-here`
   */
  preview(
    store: ClientStore,
    wanted: { id: AttachmentId; script: string; words: PdfWords },
  ): Promise<AttachmentPreview | null>;
  /** All listed files of a message as one archive at a single-use address. @throws LiaisonError `not-found`, `too-large-here` */
  saveAll(store: ClientStore, id: MessageId): Promise<{ path: string }>;
  /** The appointment that a message brings; null where it brings none that can be read. */
  invitation(store: ClientStore, id: MessageId): Promise<Invitation | null>;
  /** The background's work for one client, at once; gives how many files were read. */
  readAll(store: ClientStore): Promise<number>;
  start(): void;
  close(): Promise<void>;
}

/** Names of dangerous files inside an archive that are told. */
const mostTold = 5;
const calendarTypes = /^(?:text\/calendar|application\/ics)\b/i;

export function createAttachments(options: {
  worker: URL;
  stores: { all(): readonly ClientStore[] };
  conversations: Pick<Conversations, 'attachment'>;
  tickets: Pick<Tickets, 'issueFrame' | 'issuePdf' | 'issueFile'>;
  changes: Changes;
  log: Logger;
}): Attachments {
  const { stores, conversations, tickets, changes, log } = options;
  const reader = createFileReader(options.worker);
  const texts: AttachmentTexts = createAttachmentTexts({ stores, conversations, reader, log });
  const stopListening = changes.listen(({ topic }) => {
    if (topic === 'conversations') texts.wake();
  });

  async function lookInto(store: ClientStore, file: FileRow): Promise<AttachmentInside | null> {
    const { bytes } = await conversations.attachment(store, file.id);
    const magic = magicOf(bytes);
    const disguised = magic === 'program' && dangerOf(file) === null;
    if (disguised) return { id: file.id, found: 'disguised', dangerous: [] };
    if (magic !== 'zip' && magic !== 'ole') return null;
    const inside = await reader.read({ kind: 'inside', bytes });
    const dangerous = dangerousIn(inside.names);
    const found = inside.macros ? 'macros' : inside.locked ? 'locked' : null;
    if (found === null && dangerous.length === 0) return null;
    return { id: file.id, found, dangerous: dangerous.slice(0, mostTold).map(lastName) };
  }

  return {
    async inspect(store, id) {
      const looks: AttachmentInside[] = [];
      for (const file of listedOf(store, id)) {
        if (file.size > readingLimits.preview) continue;
        // What can't be read is shown by its name alone, as before.
        const look = await lookInto(store, file).catch(() => null);
        if (look) looks.push(look);
      }
      return looks;
    },
    async preview(store, { id, script, words }) {
      const file = fileOf(store, id);
      if (!file) throw new LiaisonError('not-found', { detail: { what: 'attachment' } });
      if (file.size > readingLimits.preview) throw new LiaisonError('too-large-here');
      const { bytes } = await conversations.attachment(store, id);
      const magic = magicOf(bytes);
      if (magic === 'pdf') return { kind: 'pdf', ...tickets.issuePdf({ bytes, script, words }) };
      if (!magic?.startsWith('image/')) return null;
      if (!mayBeDrawn(bytes, magic)) throw new LiaisonError('file-unreadable');
      return { kind: 'image', ...tickets.issueFrame(pictureFrame(bytes, magic)) };
    },
    async saveAll(store, id) {
      const subject = subjectOf(store, id);
      const listed = listedOf(store, id);
      if (subject === undefined || listed.length === 0) throw new LiaisonError('not-found');
      const total = listed.reduce((sum, file) => sum + file.size, 0);
      if (total > readingLimits.pack) throw new LiaisonError('too-large-here');
      const names = namesSideBySide(listed.map((file) => file.name));
      const files: { name: string; bytes: Uint8Array }[] = [];
      for (const [index, file] of listed.entries()) {
        const { bytes } = await conversations.attachment(store, file.id);
        files.push({ name: names[index] ?? file.name, bytes });
      }
      const bytes = await reader.read({ kind: 'pack', files });
      return tickets.issueFile({ name: `${subject.trim() || 'files'}.zip`, bytes });
    },
    async invitation(store, id) {
      const file = filesOf(store, id).find(isCalendar);
      if (!file || file.size > readingLimits.textFile) return null;
      const { bytes } = await conversations.attachment(store, file.id);
      return reader.read({ kind: 'invitation', bytes }).catch((error: unknown) => {
        if (error instanceof LiaisonError && error.code === 'file-unreadable') return null;
        throw error;
      });
    },
    async readAll(store) {
      let count = 0;
      while (await texts.readNext(store)) count += 1;
      return count;
    },
    start: () => texts.start(),
    async close() {
      stopListening();
      texts.close();
      await reader.close();
    },
  };
}

/** What the page lists: all but the pictures that stand inside the message's markup. */
const listedOf = (store: ClientStore, id: MessageId): FileRow[] =>
  filesOf(store, id).filter((file) => !(file.placed === 1 && isSafePicture(file.type)));

const isCalendar = ({ name, type }: FileRow): boolean => calendarTypes.test(type) || /\.ics$/i.test(name);

/** A document of today is an archive too, of pages and drawings that only its own program reads. */
function dangerousIn(names: readonly string[]): string[] {
  const isDocument = names.includes('[Content_Types].xml') || names.includes('mimetype');
  return names.filter((name) => {
    const danger = dangerOf({ name, type: '' });
    return danger !== null && !(isDocument && (danger === 'page' || /\.bin$/i.test(name)));
  });
}

/** Without the folders it lies in, and short enough for a line. */
const lastName = (path: string): string => (path.split(/[/\\]/).at(-1) ?? path).slice(0, 120);
