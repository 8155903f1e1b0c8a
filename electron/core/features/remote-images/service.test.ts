import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';
import type { Network } from './fetch-image.ts';
import { pictureTypeOf } from './image-rules.ts';
import { createRemoteImages } from './service.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64, 1)]);
const asPng = `data:image/png;base64,${png.toString('base64')}`;

async function serve(listener: RequestListener): Promise<{ port: number; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, requests };
}

/** Every name is this machine, which counts as public here and nowhere else. */
const loopback = (overrides: Partial<Network> = {}): Network => ({
  resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
  isAllowed: (address) => address === '127.0.0.1',
  ...overrides,
});

describe('addresses', () => {
  test.each([
    ...`0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8
      192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1
      255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::7f00:1 64:ff9b::7f00:1 64:ff9b:1::1 100::1 fc00::1
      fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 2001::1 2001:db8::1 2002:7f00:1:: 3fff::1 localhost 1.2.3
      2606:4700::1111%1`.split(/\s+/),
    '',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));
  test.each(['1.1.1.1', '8.8.8.8', '93.184.216.34', '172.32.0.1', '2606:4700:4700::1111', '2a00:1450::200e'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

test('formats are known by their first bytes', () => {
  expect(pictureTypeOf(png)).toBe('image/png');
  expect(pictureTypeOf(Buffer.from('ffd8ffe000104a46', 'hex'))).toBe('image/jpeg');
  expect(pictureTypeOf(Buffer.from('GIF89a...'))).toBe('image/gif');
  expect(pictureTypeOf(Buffer.from('RIFF....WEBPVP8 '))).toBe('image/webp');
  for (const other of ['<svg xmlns="x"/>', '<html>', 'RIFF....WAVEfmt ', '', 'GIF']) {
    expect(pictureTypeOf(Buffer.from(other))).toBeNull();
  }
});

test('a picture comes as a data address, asked for without cookies, referrer or a name of ours', async () => {
  const { port, requests } = await serve((_request, response) => {
    response.setHeader('set-cookie', 'reader=1').end(png);
  });
  const address = `http://pictures.example:${port}/a.png?reader=1`;
  const images = createRemoteImages({ network: loopback() });
  expect(await images.fetch([address, address], undefined)).toEqual({ [address]: asPng });
  expect(await images.fetch([address], undefined)).toEqual({ [address]: asPng });
  expect(requests).toHaveLength(2);
  expect(Object.keys(requests[1]!.headers).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
  expect(requests[1]!.headers['user-agent']).not.toMatch(/liaison|node|electron/i);
});

test('without a host of the test, this machine and its network are never asked', async () => {
  const { port, requests } = await serve((_request, response) => void response.end(png));
  const images = createRemoteImages();
  const hosts = '127.0.0.1 localhost [::1] [::ffff:127.0.0.1] 0x7f.1 2130706433 0.0.0.0 0177.0.0.1';
  const addresses = hosts.split(' ').map((host) => `http://${host}:${port}/a.png`);
  expect(await images.fetch(addresses, undefined)).toEqual({});
  expect(requests).toHaveLength(0);
});

test('the name is looked up once and the connection goes to the address that was checked', async () => {
  const { port, requests } = await serve((_request, response) => void response.end(png));
  let asked = 0;
  const network = loopback({
    resolve: () => {
      asked += 1;
      return Promise.resolve([{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
    },
  });
  const address = `http://rebinding.example:${port}/a.png`;
  expect(await createRemoteImages({ network }).fetch([address], undefined)).toEqual({ [address]: asPng });
  expect(asked).toBe(1);
  expect(requests[0]?.headers.host).toBe(`rebinding.example:${port}`);
});

test('a name with one address inside is refused as a whole', async () => {
  const { port, requests } = await serve((_request, response) => void response.end(png));
  const network = loopback({
    resolve: () =>
      Promise.resolve([
        { address: '127.0.0.1', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]),
  });
  expect(await createRemoteImages({ network }).fetch([`http://mixed.example:${port}/`], undefined)).toEqual(
    {},
  );
  expect(requests).toHaveLength(0);
});

test('three redirects are followed, a fourth and one that leads inside are not', async () => {
  const { port, requests } = await serve((request, response) => {
    const left = Number(/\/hop\/(\d)/.exec(request.url ?? '')?.[1] ?? 0);
    if (request.url === '/inside')
      response.writeHead(302, { location: `http://10.0.0.1:${port}/secret` }).end();
    else if (request.url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    else if (left > 0) response.writeHead(302, { location: `/hop/${left - 1}` }).end();
    else response.end(png);
  });
  const images = createRemoteImages({ network: loopback() });
  const at = (path: string) => `http://pictures.example:${port}${path}`;
  const answer = await images.fetch([at('/hop/3'), at('/hop/4'), at('/inside'), at('/file')], undefined);
  expect(Object.keys(answer)).toEqual([at('/hop/3')]);
  expect(requests.every((request) => request.url !== '/secret')).toBe(true);
});

test('what is too large, no picture, an error or another scheme is left out', async () => {
  const { port } = await serve((request, response) => {
    if (request.url === '/large') response.end(Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]));
    else if (request.url === '/said-large')
      response.writeHead(200, { 'content-length': 9_000_000 }).write(png);
    else if (request.url === '/svg') response.setHeader('content-type', 'image/png').end('<svg xmlns="x"/>');
    else if (request.url === '/gone') response.writeHead(404).end(png);
    else response.end(png);
  });
  const at = (path: string) => `http://pictures.example:${port}${path}`;
  const images = createRemoteImages({ network: loopback() });
  const addresses = [at('/large'), at('/said-large'), at('/svg'), at('/gone'), at('/good')];
  const others = [
    'ftp://pictures.example/a',
    'data:image/png;base64,AA',
    `http://user:pass@x.example:${port}/`,
    'nonsense',
  ];
  expect(Object.keys(await images.fetch([...addresses, ...others], undefined))).toEqual([at('/good')]);
});

test('a reader who goes away ends what hangs', async () => {
  const { port } = await serve(() => undefined);
  const gone = new AbortController();
  const waiting = createRemoteImages({ network: loopback() }).fetch(
    [`http://slow.example:${port}/`],
    gone.signal,
  );
  gone.abort();
  expect(await waiting).toEqual({});
  const never = loopback({ resolve: () => new Promise<never>(() => undefined) });
  expect(
    await createRemoteImages({ network: never }).fetch(['http://nowhere.example/'], gone.signal),
  ).toEqual({});
});
