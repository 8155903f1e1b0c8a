import type { ChannelId } from '../../shared/ids.ts';
import { LiaisonError } from '../../shared/errors.ts';
import type { ParsePool, UnparsedMessage } from '../connectors/mail/parse-pool.ts';
import type { Channels } from '../features/channels/service.ts';
import type { ReceivedMessage } from '../../shared/received.ts';
import type { Conversations } from '../features/conversations/service.ts';
import type { ClientStore } from '../store/client/client-store.ts';
import { openMailFiles, type MailFile, type MailFileKind } from './mail-files.ts';
import { yieldToOthers } from './pause.ts';

export interface ImportSource {
  /** `eml`: one message a file, or a folder of such files at any depth. */
  readonly kind: MailFileKind;
  readonly path: string;
}

export interface ImportProgress {
  readonly done: number;
  /** Null where it isn't known beforehand (mbox). */
  readonly total: number | null;
}

export interface ImportResult {
  readonly channelId: ChannelId;
  /** Messages in the files. */
  readonly read: number;
  /** Those that were not there before. */
  readonly added: number;
  /** Kept as bytes only, because no parser reads them. */
  readonly unreadable: number;
}

/**
 * Brings mail in from files. What is there already is recognised, so that an import that was interrupted is simply
 * begun again.
 */
export interface Importer {
  /** @throws LiaisonError `file-unreadable`, `cancelled`, and those of the store */
  run(
    store: ClientStore,
    source: ImportSource,
    options: { signal: AbortSignal; onProgress: (progress: ImportProgress) => void },
  ): Promise<ImportResult>;
}

interface ImporterOptions {
  readonly conversations: Pick<Conversations, 'ingest'>;
  readonly channels: Pick<Channels, 'forImport' | 'cursor'>;
  readonly parsePool: ParsePool;
}

/** Messages of one transaction, and the bytes at which it ends early; of the first, for which the store waits. */
const batchMessages = 400;
const firstBatchMessages = 100;
const batchBytes = 16 * 1024 * 1024;

export function createImporter({ conversations, channels, parsePool }: ImporterOptions): Importer {
  return {
    async run(store, source, { signal, onProgress }) {
      parsePool.prepare();
      const { total, files } = await openMailFiles(source);
      const channel = channels.forImport(store);
      const ownAddresses = channel.identities.map((identity) => identity.address.toLowerCase());
      const result = { channelId: channel.id, read: 0, added: 0, unreadable: 0 };

      const parse = (batch: readonly MailFile[]) =>
        parsePool.parse(batch.map((file) => unparsed(file, ownAddresses)));

      async function takeIn(messages: readonly ReceivedMessage[]): Promise<void> {
        if (signal.aborted) throw new LiaisonError('cancelled');
        // The channel may be a mailbox that is being read at the same time: its cursor is left as it is.
        const cursor = channels.cursor(store, channel.id) ?? '{}';
        const progress = { done: result.read, total: total ?? result.read };
        const { added } = conversations.ingest(store, channel.id, {
          messages,
          removed: [],
          cursor,
          progress,
        });
        result.read += messages.length;
        result.added += added;
        result.unreadable += messages.filter((message) => message.unreadable).length;
        onProgress({ done: result.read, total });
        await yieldToOthers();
      }

      for await (const messages of ahead(batches(files), parse)) await takeIn(messages);
      return result;
    },
  };
}

const unparsed = ({ sent, ...file }: MailFile, ownAddresses: readonly string[]): UnparsedMessage => ({
  ...('path' in file ? { path: file.path } : { bytes: file.bytes }),
  receivedAt: null,
  copy: null,
  place: sent ? 'sent' : 'by-author',
  ownAddresses,
});

/** Batches that are being parsed while another is stored: one to come next, and one behind it. */
const batchesAhead = 2;

/** The results of work on each item, in their order, begun some items before they are asked for. */
async function* ahead<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for await (const item of items) {
    const one = work(item);
    // Whoever stopped asking does not want to hear of it.
    one.catch(() => undefined);
    begun.push(one);
    const next = begun.length > batchesAhead ? begun.shift() : undefined;
    if (next) yield await next;
  }
  for (const one of begun) yield await one;
}

async function* batches(files: AsyncIterable<MailFile>): AsyncGenerator<MailFile[]> {
  let batch: MailFile[] = [];
  let bytes = 0;
  let most = firstBatchMessages;
  for await (const file of files) {
    batch.push(file);
    bytes += file.size;
    if (batch.length < most && bytes < batchBytes) continue;
    yield batch;
    batch = [];
    bytes = 0;
    most = batchMessages;
  }
  if (batch.length > 0) yield batch;
}
