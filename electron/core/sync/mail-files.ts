import { statSync, type Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LiaisonError } from '../../shared/errors.ts';
import { splitMbox } from './split-mbox.ts';

export type MailFileKind = 'maildir' | 'mbox' | 'eml';

/** One message: in a file of its own that nobody has read yet, or its bytes out of a larger one. */
export type MailFile = ({ readonly path: string } & Known) | ({ readonly bytes: Uint8Array } & Known);

interface Known {
  /** Bytes. */
  readonly size: number;
  /** It lies in a folder of sent mail. */
  readonly sent: boolean;
}

export interface MailFiles {
  /** Null where nobody knows before reading. */
  readonly total: number | null;
  readonly files: AsyncIterable<MailFile>;
}

interface Listed {
  readonly path: string;
  readonly name: string;
  readonly sent: boolean;
}

/** How folders of sent mail are called by the programs that write Maildirs and mboxes. */
const sentFolder =
  /^\.?(?:inbox[./])?(?:sent(?:[ -]?(?:mail|items|messages))?|gesendet(?:e (?:objekte|elemente))?|enviados?|envoy[ée]s?)(?:\.mbox)?$/iu;

/** @throws LiaisonError `file-unreadable` when there is nothing of that kind at the path */
export async function openMailFiles({
  kind,
  path,
}: {
  kind: MailFileKind;
  path: string;
}): Promise<MailFiles> {
  if (kind === 'mbox') return { total: null, files: readMbox(path) };
  const listed = kind === 'maildir' ? await listMaildir(path) : await listEml(path);
  // Maildir names begin with the second of delivery: oldest first, which is how threads grow.
  listed.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { total: listed.length, files: sized(listed) };
}

/** A Maildir (`cur`, `new`), its Maildir++ subfolders (`.Sent`), or a folder that holds several Maildirs. */
async function listMaildir(path: string): Promise<Listed[]> {
  const entries = await list(path);
  const isMaildir = entries.some(
    (entry) => entry.isDirectory() && (entry.name === 'cur' || entry.name === 'new'),
  );
  const found: Listed[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name === 'tmp') continue;
    const below = join(path, entry.name);
    if (entry.name === 'cur' || entry.name === 'new')
      found.push(...(await messagesIn(below, isSentFolder(path))));
    else if (!isMaildir || entry.name.startsWith('.'))
      found.push(...(await listMaildir(below).catch(() => [])));
  }
  if (!isMaildir && found.length === 0)
    throw new LiaisonError('file-unreadable', { detail: { path, kind: 'maildir' } });
  return found;
}

async function messagesIn(folder: string, sent: boolean): Promise<Listed[]> {
  const entries = await list(folder);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => ({ path: join(folder, entry.name), name: entry.name, sent }));
}

async function listEml(path: string): Promise<Listed[]> {
  const info = await stat(path).catch((cause: unknown) => unreadable(path, cause));
  if (info.isFile()) return [{ path, name: basename(path), sent: false }];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:eml|mail|msg)$/i.test(entry.name))
    .map((entry) => ({
      path: join(entry.parentPath, entry.name),
      name: join(entry.parentPath, entry.name),
      sent: isSentFolder(entry.parentPath),
    }));
}

const isSentFolder = (path: string): boolean => sentFolder.test(basename(path));

const list = (path: string): Promise<Dirent[]> =>
  readdir(path, { withFileTypes: true }).catch((cause: unknown) => unreadable(path, cause));

function unreadable(path: string, cause: unknown): never {
  throw new LiaisonError('file-unreadable', { detail: { path }, cause });
}

/** A look at one file is a few microseconds; asked for side by side they would cost five times that. */
async function* sized(listed: readonly Listed[]): AsyncGenerator<MailFile> {
  for (const { path, sent } of listed) yield { path, sent, size: sizeOf(path) };
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (cause) {
    return unreadable(path, cause);
  }
}

async function* readMbox(path: string): AsyncGenerator<MailFile> {
  const sent = isSentFolder(path);
  const file = await open(path).catch((cause: unknown) => unreadable(path, cause));
  try {
    for await (const bytes of splitMbox(file.createReadStream({ autoClose: false })))
      yield { bytes, size: bytes.byteLength, sent };
  } catch (cause) {
    return unreadable(path, cause);
  } finally {
    await file.close();
  }
}
