import type { Logger } from 'pino';
import { asLiaisonError } from '../../../shared/errors.ts';
import { sliceMilliseconds } from '../../slices.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { findByFiles, nextUnfound } from '../../store/client/message-words.ts';
import type { Conversations } from '../conversations/service.ts';
import { textKindOf } from './kind-rules.ts';
import type { FileReader } from './reader.ts';
import { keepReading, keepText, nextPending, passRest, readingOf, type PendingFile } from './text-queries.ts';

/** Makes the words of attachments findable, long after their mail is stored and beside all other work. */
export interface AttachmentTexts {
  /** Reads the next file of a client, or lets what was read be found; false where there is nothing to do. */
  readNext(store: ClientStore): Promise<boolean>;
  /** There may be something to read: after a while of quiet it is read. */
  wake(): void;
  start(): void;
  close(): void;
}

/** Mail is let in first: nothing is read while more of it comes, but for no longer than a minute. */
const quietMilliseconds = 3_000;
const longestWait = 60_000;
/** Of the time between two files; reading takes at most half of one processor. */
const shortestRest = 50;
/** A file that stopped the whole program twice is left out. */
const mostTries = 2;

export function createAttachmentTexts(options: {
  stores: { all(): readonly ClientStore[] };
  conversations: Pick<Conversations, 'attachment'>;
  reader: Pick<FileReader, 'read'>;
  log: Logger;
}): AttachmentTexts {
  const { stores, conversations, reader, log } = options;
  let timer: NodeJS.Timeout | undefined;
  let askedAt: number | null = null;
  let isReading = false;
  let open = false;

  /** The words, or none where the file can't be read: it is not tried again. */
  async function wordsOf(store: ClientStore, file: PendingFile): Promise<string> {
    const as = textKindOf(file);
    if (as === null) return '';
    try {
      const { bytes } = await conversations.attachment(store, file.id);
      return await reader.read({ kind: 'text', as, bytes }, { beside: true });
    } catch (error) {
      const known = asLiaisonError(error);
      if (known.code === 'file-unreadable' || known.code === 'not-found') return '';
      throw known;
    }
  }

  async function readNext(store: ClientStore): Promise<boolean> {
    const file = nextPending(store);
    if (!file) {
      passRest(store);
      return findKept(store);
    }
    const { readUpTo, tries } = readingOf(store);
    const isDeadly = tries >= mostTries;
    if (!isDeadly) keepReading(store, { readUpTo, tries: tries + 1 });
    const text = isDeadly
      ? ''
      : await wordsOf(store, file).catch((error: unknown) => {
          // Interrupted, not deadly: the file is as it was before.
          keepReading(store, { readUpTo, tries });
          throw error;
        });
    store.transaction(() => {
      if (text !== '') keepText(store, file, text);
      keepReading(store, { readUpTo: file.row, tries: 0 });
    });
    return true;
  }

  /** What was read by an earlier Liaison is found by and by, once nothing new is to be read. */
  function findKept(store: ClientStore): boolean {
    const seq = nextUnfound(store);
    if (seq !== undefined) findByFiles(store, seq);
    return seq !== undefined;
  }

  /** One slice of work on one client, or one file; says whether something was done. */
  async function takeTurn(store: ClientStore): Promise<boolean> {
    const end = performance.now() + sliceMilliseconds;
    let isDone = false;
    while (open && performance.now() < end && (await readNext(store))) isDone = true;
    return isDone;
  }

  async function readSome(): Promise<void> {
    isReading = true;
    const began = performance.now();
    let found = false;
    for (const store of stores.all()) {
      try {
        found = (await takeTurn(store)) || found;
      } catch (error) {
        // A closed or damaged store, a full disk: the next look tries again.
        if (open) log.warn({ clientId: store.clientId, err: error }, 'attachment could not be read');
      }
    }
    isReading = false;
    if (found && open) schedule(Math.max(shortestRest, performance.now() - began));
  }

  function schedule(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      askedAt = null;
      void readSome();
    }, milliseconds).unref();
  }

  return {
    readNext,
    wake() {
      if (!open || isReading) return;
      const now = performance.now();
      askedAt ??= now;
      schedule(Math.max(0, Math.min(quietMilliseconds, askedAt + longestWait - now)));
    },
    start() {
      open = true;
      schedule(quietMilliseconds);
    },
    close() {
      open = false;
      clearTimeout(timer);
    },
  };
}
