import { expect, it, onTestFinished } from 'vitest';
import type {
  Account,
  Batch,
  Connector,
  Outgoing,
  Receiver,
} from '../../electron/core/connectors/contract.ts';
import { LiaisonError } from '../../electron/shared/errors.ts';

/** What a connector's own test lends the suite. */
export interface ConnectorBench {
  readonly connector: Connector;
  readonly account: Account;
  /** Puts one more message where the connector finds it; null where nothing ever comes. */
  readonly arrive: (() => Promise<void>) | null;
}

const never = new AbortController().signal;

/** What every connector promises, whatever it speaks. */
export function testConnector(startBench: () => Promise<ConnectorBench>): void {
  async function receive({ connector, account }: ConnectorBench, cursor: string | null): Promise<Receiver> {
    const receiver = await connector.receive(account, cursor, never);
    onTestFinished(() => receiver.close());
    return receiver;
  }

  it('says what it can do', async () => {
    const { connector, account } = await startBench();
    expect(connector.manifest.kind).toBe(account.settings.kind);
  });

  it('tests its doors without throwing, cancelled or not', async () => {
    const { connector, account } = await startBench();
    for (const signal of [never, AbortSignal.abort()]) {
      const { ok, steps } = await connector.test(account, signal);
      expect(typeof ok).toBe('boolean');
      for (const { error } of steps) expect(error === null || typeof error.code === 'string').toBe(true);
    }
  });

  it('brings each message once, with a key of its own and a direction', async () => {
    const bench = await startBench();
    await bench.arrive?.();
    await bench.arrive?.();
    const receiver = await receive(bench, null);
    const messages = (await all(receiver)).flatMap((batch) => batch.messages);
    if (bench.arrive) expect(messages.length).toBeGreaterThanOrEqual(2);
    expect(new Set(messages.map((one) => one.dedupKey)).size).toBe(messages.length);
    for (const one of messages) {
      expect(['inbound', 'outbound']).toContain(one.direction);
      expect(one.from.address).toBe(one.from.address.toLowerCase());
      expect(one.source === null).toBe(one.sourceSha256 === null);
    }
    expect((await all(receiver)).flatMap((batch) => batch.messages)).toEqual([]);
  });

  it('goes on from the cursor of any batch', async () => {
    const bench = await startBench();
    await bench.arrive?.();
    const batches = await all(await receive(bench, null));
    const every = batches.flatMap((batch) => batch.messages.map((one) => one.dedupKey));
    let before: string[] = [];
    for (const batch of batches) {
      before = [...before, ...batch.messages.map((one) => one.dedupKey)];
      const rest = (await all(await receive(bench, batch.cursor))).flatMap((one) => one.messages);
      expect([...before, ...rest.map((one) => one.dedupKey)].toSorted()).toEqual(every.toSorted());
    }
  });

  it('begins from the beginning with a cursor that it cannot read', async () => {
    const bench = await startBench();
    await bench.arrive?.();
    const fresh = (await all(await receive(bench, null))).flatMap((batch) => batch.messages).length;
    const odd = (await all(await receive(bench, '{}'))).flatMap((batch) => batch.messages).length;
    expect(odd).toBe(fresh);
  });

  it('wakes when something arrives, and when nobody waits any more', async () => {
    const bench = await startBench();
    const receiver = await receive(bench, null);
    await all(receiver);
    if (bench.arrive) {
      const woken = receiver.watch(never);
      await bench.arrive();
      await woken;
      expect((await all(receiver)).flatMap((batch) => batch.messages).length).toBeGreaterThan(0);
    }
    const stop = new AbortController();
    const watching = receiver.watch(stop.signal);
    stop.abort();
    await watching;
  });

  it('has sent nothing that it was not given, and says so in our words', async () => {
    const { connector, account } = await startBench();
    expect(await connector.findSent(account, 'nobody-sent-this@northwind.example', never)).toBe(false);
    if (connector.manifest.canSend) return;
    const delivery = { account, outgoing: anOutgoing, onData: () => undefined, onDot: () => undefined };
    const refused = await connector.deliver(delivery, never).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(LiaisonError);
    expect(refused).toMatchObject({ effect: 'none' });
  });
}

async function all(receiver: Receiver): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of receiver.pull()) batches.push(batch);
  return batches;
}

const anOutgoing: Outgoing = {
  from: 'help@northwind.example',
  to: ['carla@customer.example'],
  bytes: Buffer.from('Subject: Hello\r\n\r\nHello\r\n'),
  internetMessageId: 'one@northwind.example',
};
