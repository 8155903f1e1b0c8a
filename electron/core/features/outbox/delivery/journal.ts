import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OutboxId, type ClientId } from '../../../../shared/ids.ts';
import { syncFolder } from '../../../store/sync-folder.ts';

/**
 * dot: the last bytes are about to leave; accepted: the server took it; refused: it said no, or the line broke for
 * certain before the end; settled: a person decided.
 */
const marks = ['dot', 'accepted', 'refused', 'settled'] as const;
type JournalMark = (typeof marks)[number];

/**
 * A second witness beside the store: one line per step that matters, forced to the disk, with ids and phases only. A
 * store that lost its newest commits, or was put back from a backup, is behind it: then nothing is sent again.
 */
export interface Journal {
  /** Durable when it returns. Says nothing twice. */
  write(id: OutboxId, mark: JournalMark): void;
  /** The last thing said about an item. */
  lastOf(id: OutboxId): JournalMark | null;
}

const linePattern = /^([0-9a-f-]{36}) (dot|accepted|refused|settled)$/;

/** `<folder>/<client-id>/outbox.journal`. A torn last line, the trace of a power cut, says nothing. */
export function openJournal({ folder, clientId }: { folder: string; clientId: ClientId }): Journal {
  const path = join(folder, clientId, 'outbox.journal');
  const last = existsSync(path) ? readMarks(readFileSync(path, 'utf8')) : new Map<OutboxId, JournalMark>();
  return {
    lastOf: (id) => last.get(id) ?? null,
    write(id, mark) {
      if (last.get(id) === mark) return;
      append(path, `${id} ${mark}\n`);
      last.set(id, mark);
    },
  };
}

function readMarks(text: string): Map<OutboxId, JournalMark> {
  const last = new Map<OutboxId, JournalMark>();
  for (const line of text.split('\n')) {
    const [, id, word] = linePattern.exec(line) ?? [];
    const mark = marks.find((known) => known === word);
    const parsed = OutboxId.safeParse(id);
    if (parsed.success && mark) last.set(parsed.data, mark);
  }
  return last;
}

/** Each line begins after a line end of its own making, so that a torn line spoils only itself. */
function append(path: string, line: string): void {
  const isNew = !existsSync(path);
  if (isNew) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'a', 0o600);
  try {
    writeSync(file, `\n${line}`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (isNew) syncFolder(dirname(path));
}
