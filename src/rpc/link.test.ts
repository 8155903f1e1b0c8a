import { createTRPCClient, TRPCClientError } from '@trpc/client';
import { initTRPC } from '@trpc/server';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { AppRouter } from '../../electron/core/rpc/router.ts';
import { serve } from '../../electron/core/rpc/serve.ts';
import { createLine, RefusedError, type Channel, type Line } from './line.ts';
import { lineLink } from './link.ts';
import { portChannel } from './port-channel.ts';

const t = initTRPC.create();

/** A core of three procedures, which may be ended and started again behind a line. */
function startCore() {
  const seen: string[] = [];
  const aborted: string[] = [];
  const ends: (() => void)[] = [];
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  const router = t.router({
    echo: t.procedure.input(z.string()).query(({ input }) => input),
    slow: t.procedure.input(z.string()).query(async ({ input, signal }) => {
      seen.push(input);
      signal?.addEventListener('abort', () => aborted.push(input));
      await gate;
      return input;
    }),
    command: t.procedure.input(z.string()).mutation(async ({ input }) => {
      seen.push(input);
      await gate;
      return input;
    }),
    fails: t.procedure.query(() => {
      throw new Error('no');
    }),
    count: t.procedure.subscription(async function* ({ signal }) {
      seen.push('count');
      yield 1;
      yield 2;
      await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
      aborted.push('count');
    }),
  });

  async function open(): Promise<Channel> {
    const { port1, port2 } = new MessageChannel();
    let lost = () => {};
    serve({
      router,
      context: {},
      channel: {
        send: (message) => port2.postMessage(message),
        onMessage: (listener) => port2.addEventListener('message', (event) => listener(event.data)),
        onClose: (listener) => ends.push(listener),
      },
    });
    port2.start();
    ends.push(() => {
      lost();
      port1.close();
    });
    return portChannel(port1, (listener) => {
      lost = listener;
      return () => undefined;
    });
  }
  const line = createLine(open);
  // The link is typed for the application's router; this one has procedures of its own.
  const client = createTRPCClient<typeof router>({ links: [lineLink(line)] });
  return {
    line,
    client,
    seen,
    aborted,
    release: () => release(),
    /** Everything that is connected dies. */
    die: () => ends.splice(0).forEach((end) => end()),
  };
}

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 10_000, interval: 5 }).toBe(true);
}
const ready = async (line: Line) => {
  await until(() => line.state === 'ready');
};

describe('the link', () => {
  test('answers queries, also those asked before the line was up', async () => {
    const { client, line } = startCore();
    expect(await client.echo.query('a')).toBe('a');
    expect(await Promise.all([client.echo.query('b'), client.echo.query('c')])).toEqual(['b', 'c']);
    line.close();
  });

  test('hands on what the core throws', async () => {
    const { client, line } = startCore();
    await expect(client.fails.query()).rejects.toThrow(TRPCClientError);
    line.close();
  });

  test('cancels a query in the core when its caller gives up', async () => {
    const { client, line, seen, aborted } = startCore();
    const controller = new AbortController();
    const asked = client.slow.query('x', { signal: controller.signal });
    await until(() => seen.length === 1);
    controller.abort();
    await expect(asked).rejects.toThrow();
    await until(() => aborted.length === 1);
    line.close();
  });

  test('streams a subscription until it is stopped', async () => {
    const { client, line, aborted } = startCore();
    const got: number[] = [];
    const subscription = client.count.subscribe(undefined, { onData: (value) => got.push(value) });
    await until(() => got.length === 2);
    subscription.unsubscribe();
    await until(() => aborted.includes('count'));
    expect(got).toEqual([1, 2]);
    line.close();
  });

  test('asks a query again after the core died, and takes up subscriptions', async () => {
    const { client, line, seen, release, die } = startCore();
    const got: number[] = [];
    client.count.subscribe(undefined, { onData: (value) => got.push(value) });
    const asked = client.slow.query('q');
    await until(() => seen.includes('q') && got.length === 2);
    die();
    expect(line.state).toBe('lost');
    await until(() => seen.filter((each) => each === 'q').length === 2);
    release();
    expect(await asked).toBe('q');
    await until(() => got.length === 4);
    line.close();
  });

  test('never repeats a command that may have been carried out: its effect is unknown', async () => {
    const { client, line, seen, die } = startCore();
    await ready(line);
    const commanded = client.command.mutate('send').catch((error: unknown) => error);
    await until(() => seen.length === 1);
    die();
    const error = await commanded;
    expect(error).toBeInstanceOf(TRPCClientError);
    expect((error as TRPCClientError<AppRouter>).data?.liaison).toMatchObject({
      code: 'connection-lost',
      effect: 'unknown',
    });
    await ready(line);
    expect(await client.echo.query('after')).toBe('after');
    expect(seen).toEqual(['send']);
    line.close();
  });
});

describe('the line', () => {
  test('does not knock again where it was refused', async () => {
    let opened = 0;
    const line = createLine(() => {
      opened += 1;
      return Promise.reject(new RefusedError());
    });
    await until(() => line.state === 'refused');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(opened).toBe(1);
  });

  test('tries again where the host is away', async () => {
    let opened = 0;
    const line = createLine(() => {
      opened += 1;
      return Promise.reject(new Error('away'));
    });
    await expect.poll(() => opened, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    line.close();
  });
});
