import type { LostOriginals } from '../../../shared/clients.ts';
import type { Steps } from '../../slices.ts';
import type { Database } from '../database.ts';
import type { FileFolder } from '../file-folder.ts';

/**
 * As much is opened of one client's mail at a start. A megabyte costs 1.2 ms of processor where a mail has 60 kB, and 5 ms
 * where it has 4, so that this much costs 1 to 6 seconds of it, and of a slow disk ten; a client of many years has ten times
 * as much. Where there is more, each start looks from another place on: nothing has to be remembered, and nothing stays
 * unseen for long.
 */
const mostOpened = 1024 * 1024 * 1024;
/** Rows read at a time; between them nothing is held open. */
const rowsAtOnce = 500;

export type LostFiles = Omit<LostOriginals, 'folder'>;

interface Piece {
  readonly seq: number;
  readonly size: number;
  readonly file: string;
  readonly place: number | null;
}

/** Where the messages' originals stand: rows of the database, and the files beside it. */
interface Kept {
  readonly rows: Pick<Database<unknown>, 'prepare'>;
  readonly files: FileFolder;
  /** Bytes by which a sealed piece is longer. */
  readonly overhead: number;
}

/**
 * Which messages' originals can't be read any more; null where none was found. Of every piece it is looked at whether its
 * file is there and reaches so far, and of every file whether it is the one of that name; of as much as `most` bytes, from
 * `begin` (a share of all) on, and of all files that prove damaged, whether each piece opens.
 */
export function* lostOriginals(
  kept: Kept,
  { begin, most = mostOpened }: { begin: number; most?: number },
): Steps<LostFiles | null> {
  const { total } = kept.rows
    .prepare('SELECT ifnull(sum(size), 0) AS total FROM message_sources WHERE bytes IS NULL')
    .get() as { total: number };
  const from = Math.floor(begin * total);
  const isInTurn = ({ place }: Piece, before: number) =>
    place === 0 || (before - from + total) % total < most;
  let lost = yield* look(kept, isInTurn);
  if (total > most && lost.files.size > 0) {
    const { files } = lost;
    lost = yield* look(kept, (piece, before) => files.has(piece.file) || isInTurn(piece, before));
  }
  return lost.messages === 0 ? null : { messages: lost.messages, files: [...lost.files] };
}

/** `isOpened` is asked with the bytes of all pieces before. */
function* look(
  { rows, files, overhead }: Kept,
  isOpened: (piece: Piece, before: number) => boolean,
): Steps<{ messages: number; files: ReadonlySet<string> }> {
  const damaged = new Set<string>();
  const reaches = createReach(files);
  let [messages, before] = [0, 0];
  for (const piece of piecesOf(rows)) {
    const { file, place: at, size } = piece;
    const isThere = reaches(file, (at ?? 0) + size + overhead);
    if (!isThere || (isOpened(piece, before) && !files.isWhole(file, { at, size }))) {
      messages += 1;
      damaged.add(file);
    }
    before += size;
    yield;
  }
  return { messages, files: damaged };
}

function* piecesOf(rows: Kept['rows']): Generator<Piece> {
  const after = rows.prepare(
    `SELECT message_seq AS seq, size, file, place FROM message_sources
     WHERE message_seq > ? AND bytes IS NULL AND file IS NOT NULL ORDER BY message_seq LIMIT ${rowsAtOnce}`,
  );
  for (let last = -1; ;) {
    const found = after.all(last) as Piece[];
    const end = found.at(-1);
    if (!end) return;
    yield* found;
    last = end.seq;
  }
}

/** Whether a file is as long as that. Most pieces stand in the same file as the one before; it may grow meanwhile. */
function createReach(files: Pick<FileFolder, 'sizeOf'>): (file: string, end: number) => boolean {
  let known = { file: '', size: 0 };
  return (file, end) => {
    if (known.file !== file || known.size < end) known = { file, size: files.sizeOf(file) };
    return known.size >= end;
  };
}
