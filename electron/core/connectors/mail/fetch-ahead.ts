import type { ImapFlow } from 'imapflow';
import type { ReceivedMessage } from '../../../shared/received.ts';
import { fetchMessages } from './fetch-messages.ts';
import { largeAmong } from './large-messages.ts';
import { mailLimits } from './limits.ts';
import type { ParsePool, RawMessage } from './parse-pool.ts';
import type { WholeMessages } from './whole-messages.ts';

/** The selected mailbox that messages are fetched from, and who parses them. */
export interface FetchSource {
  readonly client: ImapFlow;
  readonly whole: WholeMessages;
  readonly parsePool: ParsePool;
  readonly path: string;
  readonly place: RawMessage['place'];
  readonly ownAddresses: readonly string[];
}

/** Messages that were fetched, and are being parsed. */
export interface FetchedStep {
  /** How many of the UIDs asked for are done with, and the last of them. */
  readonly taken: number;
  readonly upTo: number;
  readonly parsed: Promise<ReceivedMessage[]>;
}

/** Fetches of some messages each, one after the other on one connection. */
export interface FetchSteps {
  /** The oldest that was begun and not given yet; undefined after the last. Throws what its `fetchMessages` throws. */
  next(): Promise<FetchedStep> | undefined;
  /** Begins another where none is. */
  beginNext(): void;
  /** Where the next comes at once: waits until it is with the parser, and begins the one after it. */
  beginAhead(): Promise<void>;
}

/** The first is begun at once. `uids` ascend. */
export function beginSteps(
  { client, whole, path: mailbox, place, ownAddresses, parsePool }: FetchSource,
  { uids, uidValidity }: { uids: readonly number[]; uidValidity: string },
): FetchSteps {
  const large = largeAmong(client, uids);
  const begun: Promise<FetchedStep>[] = [];
  let fetched = 0;
  /** Of the two fetched last. */
  let bytes: readonly [number, number] = [0, 0];
  let isSlow = true;

  async function fetchSome(): Promise<FetchedStep> {
    const most = Math.min(mailLimits.batchMessages, isSlow ? mailLimits.fewMessages : Infinity);
    const some = uids.slice(fetched, fetched + most);
    const sizes = await large(fetched + some.length);
    const start = performance.now();
    const request = { client, whole, mailbox, uidValidity, place, ownAddresses, uids: some, large: sizes };
    const { messages, upTo } = await fetchMessages(request);
    isSlow = performance.now() - start > mailLimits.slowBatch;
    bytes = [bytes[1], messages.reduce((sum, message) => sum + message.bytes.length, 0)];
    const taken = some.filter((uid) => uid <= upTo).length;
    fetched += taken;
    return { taken, upTo, parsed: quietly(parsePool.parse(messages)) };
  }

  function begin(): void {
    if (fetched < uids.length) begun.push(quietly(fetchSome()));
  }

  begin();
  return {
    next: () => begun.shift(),
    beginNext() {
      if (begun.length === 0) begin();
    },
    async beginAhead() {
      const [next] = begun;
      if (!next || begun.length > 1 || !(await comesSoon(next))) return;
      if (bytes[0] + bytes[1] <= 2 * mailLimits.batchBytes) begin();
    },
  };
}

/** What is begun and then not wanted (whoever asked stopped) must not raise its error nowhere. */
function quietly<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined);
  return work;
}

/** A failure does not come soon: it waits until it is asked for. */
async function comesSoon(work: Promise<unknown>): Promise<boolean> {
  let patience: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    patience = setTimeout(() => resolve(false), mailLimits.comesSoon);
  });
  const came = work.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([came, late]);
  } finally {
    clearTimeout(patience);
  }
}
