import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { readAssets } from '../../electron/hosts/assets.ts';
import { type LoopbackServer, startLoopbackServer } from '../../electron/hosts/loopback/server.ts';
import { corpusIsAbsent, hasCorpus, readCorpus } from '../support/corpus.ts';
import { rawRequest } from '../support/raw-request.ts';
import { startCore, type TestCore } from '../support/start-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const token = 'T'.repeat(43);
const marker = 'the page of the test';

interface Host extends LoopbackServer {
  readonly origin: string;
  readonly test: TestCore;
}

async function startHost(): Promise<Host> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), `<!doctype html><title>${marker}</title>`);
  writeFileSync(join(folder, 'index.html.map'), 'a source map');
  writeFileSync(join(folder, 'assets', 'page.js'), 'export {};');
  const testCore = await startCore();
  const server = await startLoopbackServer({
    core: testCore.core,
    assets: readAssets(folder),
    token,
    port: 0,
  });
  onTestFinished(() => server.close());
  return { ...server, origin: `http://127.0.0.1:${server.port}`, test: testCore };
}

interface Recipe {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly want: number | string;
  readonly websocket: boolean;
}

const recipes = hasCorpus ? readCorpus<{ items: Recipe[] }>('loopback-host', 'requests.json').items : [];
const plain = recipes.filter((recipe) => !recipe.websocket && recipe.id !== 'slowloris');

function statusesOf(want: number | string): number[] {
  if (typeof want === 'number') return [want];
  const numbers = [...want.matchAll(/\b\d{3}\b/g)]
    .map(([status]) => Number(status))
    .filter((status) => status < 500);
  return numbers.length > 0 ? numbers : [0];
}

function fire(recipe: Recipe, port: number) {
  const fill = (text: string) =>
    text
      .replaceAll('{{PORT}}', String(port))
      .replaceAll('{{PORT+1}}', String(port + 1))
      .replaceAll('{{TOKEN}}', token);
  const { body = '', ...rest } = recipe.headers;
  const text = fill(String(body)) || (recipe.method === 'POST' ? '{}' : '');
  const headers = Object.entries(rest).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, fill(each)] as const),
  );
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  if (text && !names.has('content-type')) headers.push(['Content-Type', 'application/json']);
  if (text && !names.has('content-length')) headers.push(['Content-Length', String(Buffer.byteLength(text))]);
  return rawRequest({ port, method: recipe.method, path: recipe.path, headers, body: text });
}

describe.skipIf(!hasCorpus)(
  `requests that must be refused (${hasCorpus ? plain.length : corpusIsAbsent})`,
  () => {
    test.each(plain)('$id', async (recipe) => {
      const host = await startHost();
      const answer = await fire(recipe, host.port);
      expect(statusesOf(recipe.want)).toContain(answer.status);
      expect(answer.text).not.toMatch(/liaison|node_modules|at .*\.ts|x-powered-by/i);
      expect(answer.text).not.toContain('root:');
    });
  },
);

const open = (host: Host, options: { path?: string; headers?: Record<string, string> } = {}) =>
  new WebSocket(`ws://127.0.0.1:${host.port}${options.path ?? '/ws'}`, {
    headers: { origin: host.origin, ...options.headers },
  });

/** How a socket ends: its close code, or the HTTP status that refused it. */
const endOf = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('close', (code) => resolve(code));
    socket.on('error', () => undefined);
  });

const firstMessage = (socket: WebSocket): Promise<unknown> =>
  new Promise((resolve) => socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString()))));

const asks = { id: 1, method: 'query', params: { path: 'workspace.state' } };

describe('the socket', () => {
  test('answers calls after the token, on the same address only', async () => {
    const host = await startHost();
    const socket = open(host);
    socket.on('open', () => {
      socket.send(JSON.stringify({ token }));
      socket.send(JSON.stringify(asks));
    });
    expect(await firstMessage(socket)).toMatchObject({ id: 1, result: { data: { firstRun: false } } });
    socket.close();
  });

  test('is closed without data for a wrong token, for a call before the token, and for silence', async () => {
    const host = await startHost();
    for (const first of [{ token: 'T'.repeat(42) }, { token: `${'T'.repeat(42)}U` }, asks, 'not an object']) {
      const socket = open(host);
      let heard = 0;
      socket.on('message', () => (heard += 1));
      socket.on('open', () => socket.send(JSON.stringify(first)));
      expect(await endOf(socket)).toBe(1008);
      expect(heard).toBe(0);
    }
    expect(await endOf(open(host))).toBe(1008);
  });

  test.each([
    ['no Origin', { origin: '' }],
    ['a foreign Origin', { origin: 'http://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a foreign Host (DNS rebinding)', { host: 'evil.example' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused with %s', async (_, headers) => {
    const host = await startHost();
    expect(await endOf(open(host, { headers }))).toBeGreaterThanOrEqual(400);
  });

  test('is refused anywhere but at /ws', async () => {
    const host = await startHost();
    expect(await endOf(open(host, { path: '/other' }))).toBe(404);
  });

  test('closes on a frame of 64 MB with 1009', async () => {
    const host = await startHost();
    const socket = open(host);
    const end = endOf(socket);
    socket.on('open', () => {
      socket.send(JSON.stringify({ token }));
      socket.send(JSON.stringify(asks));
    });
    await firstMessage(socket);
    socket.send(Buffer.alloc(64 * 1024 * 1024));
    expect(await end).toBe(1009);
  });

  test('holds at most 20 sockets that have not shown a token', async () => {
    const host = await startHost();
    const sockets = Array.from({ length: 40 }, () => open(host));
    const ends = await Promise.all(sockets.map(endOf));
    expect(ends.filter((end) => end === 503).length).toBeGreaterThanOrEqual(20);
  });
});

describe('the server', () => {
  test('listens on 127.0.0.1 and on no other address of this machine', async () => {
    const host = await startHost();
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((each) => each !== undefined && each.address !== '127.0.0.1')
      .map((each) => each?.address ?? '');
    for (const address of ['::1', ...others]) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ host: address, port: host.port, timeout: 1_000 });
        socket
          .on('connect', () => resolve(true))
          .on('error', () => resolve(false))
          .on('timeout', () => resolve(false));
        onTestFinished(() => void socket.destroy());
      });
      expect([address, reached]).toEqual([address, false]);
    }
  });

  test('closes who drips a header, and answers others meanwhile', async () => {
    const host = await startHost();
    const dripping = connect(host.port, '127.0.0.1');
    dripping.on('error', () => undefined);
    dripping.write('POST /api/rpc HTTP/1.1\r\n');
    const drip = setInterval(() => dripping.write('x'), 1_000);
    const closed = new Promise<void>((resolve) => dripping.on('close', () => resolve()));
    const page = await rawRequest({
      port: host.port,
      method: 'GET',
      path: '/',
      headers: [['Host', `127.0.0.1:${host.port}`]],
    });
    expect(page.text).toContain(marker);
    await closed;
    clearInterval(drip);
  });

  test('gives the page with a policy that allows no inline script, no frame around it and no foreign address', async () => {
    const host = await startHost();
    const page = await rawRequest({
      port: host.port,
      method: 'GET',
      path: '/',
      headers: [['Host', `127.0.0.1:${host.port}`]],
    });
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/content-security-policy: default-src 'none'; script-src 'self';/i);
    expect(page.text).toMatch(/frame-ancestors 'none'/);
    expect(page.text).not.toMatch(/set-cookie|access-control/i);
  });

  test('answers a script with the token, as whoever sat here last', async () => {
    const host = await startHost();
    const answer = await new Promise<string>((resolve, reject) => {
      const call = httpRequest(
        `${host.origin}/api/rpc`,
        { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } },
        (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () => resolve(text));
        },
      );
      call.on('error', reject);
      call.end(JSON.stringify(asks));
    });
    expect(JSON.parse(answer)).toMatchObject({ id: 1, result: { data: { operator: { name: 'Ada' } } } });
  });

  test('a ticket shows its mail once, in a sandbox without scripts, and is gone', async () => {
    const host = await startHost();
    const { path } = host.test.core.services.tickets.issueFrame('<p>hello</p>');
    const get = () =>
      rawRequest({ port: host.port, method: 'GET', path, headers: [['Host', `127.0.0.1:${host.port}`]] });
    const first = await get();
    expect(first.text).toContain('<p>hello</p>');
    expect(first.text).toMatch(/content-security-policy: default-src 'none'; script-src 'none'.*sandbox/i);
    expect((await get()).status).toBe(404);
  });

  test('a ticket is worth nothing after a minute', async () => {
    const host = await startHost();
    const { path } = host.test.core.services.tickets.issueFrame('<p>hello</p>');
    host.test.clock.advance(61_000);
    const late = await rawRequest({
      port: host.port,
      method: 'GET',
      path,
      headers: [['Host', `127.0.0.1:${host.port}`]],
    });
    expect(late.status).toBe(404);
  });
});
