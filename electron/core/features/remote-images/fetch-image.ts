import { lookup } from 'node:dns/promises';
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestTls } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { LiaisonError } from '../../../shared/errors.ts';
import { pictureTypeOf } from './image-rules.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

export interface Network {
  resolve(host: string): Promise<readonly ResolvedAddress[]>;
  /** Whether this address may be talked to. */
  isAllowed(address: string): boolean;
}

export const systemResolve = (host: string): Promise<readonly ResolvedAddress[]> =>
  lookup(host, { all: true });

/** A newsletter's largest photograph; more is no picture for a mail. */
const mostBytes = 5 * 1024 * 1024;
/** For everything: name, connection, redirects and bytes. A reader doesn't wait longer for a picture. */
const deadlineMilliseconds = 10_000;
/** Link shorteners and image hosts use one or two. */
const mostRedirects = 3;
/** Says nothing about the reader, their system or Liaison; servers refuse an empty one. */
const headers = {
  accept: 'image/png,image/jpeg,image/gif,image/webp',
  'accept-encoding': 'identity',
  'user-agent': 'Mozilla/5.0',
};

const refuse = (why: string): LiaisonError => new LiaisonError('image-refused', { detail: { why } });

/**
 * Fetches one picture from the public internet, without cookies, referrer or kept connections. Every hop is resolved once,
 * checked, and connected to at exactly the address that was checked.
 *
 * @throws LiaisonError `image-refused` for whatever is not a small picture at a public address
 */
export async function fetchImage(
  address: string,
  { network, signal }: { network: Network; signal: AbortSignal },
): Promise<{ type: string; bytes: Buffer }> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(deadlineMilliseconds)]);
  let url = checked(address);
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const target = await pin(url, { network, signal: deadline });
    const response = await get(url, { target, signal: deadline });
    const next = redirectOf(response);
    if (next === null) return read(response);
    response.destroy();
    url = checked(next, url);
  }
  throw refuse('redirects');
}

function checked(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw refuse('scheme');
  if (url.username !== '' || url.password !== '') throw refuse('credentials');
  return url;
}

/** The one address to connect to. A name with any address that is not allowed is refused as a whole. */
async function pin(
  url: URL,
  { network, signal }: { network: Network; signal: AbortSignal },
): Promise<ResolvedAddress> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const found = family > 0 ? [{ address: host, family }] : await orAborted(network.resolve(host), signal);
  const [first] = found;
  if (!first || !found.every((one) => network.isAllowed(one.address))) throw refuse('address');
  return first;
}

/** Name look-ups can't be cancelled: whoever waits for one goes on without it. */
function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(refuse('deadline'));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', abort));
}

function get(
  url: URL,
  { target, signal }: { target: ResolvedAddress; signal: AbortSignal },
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const pinned: LookupFunction = (_host, options, callback) => {
    if (options.all) callback(null, [target]);
    else callback(null, target.address, target.family);
  };
  const request = url.protocol === 'https:' ? requestTls : requestPlain;
  request(url, { headers, lookup: pinned, agent: false, signal, maxHeaderSize: 16_384 })
    .on('response', resolve)
    .on('error', reject)
    .end();
  return promise;
}

function redirectOf(response: IncomingMessage): string | null {
  const status = response.statusCode ?? 0;
  const isRedirect = status >= 301 && status <= 308 && status !== 304;
  return isRedirect ? (response.headers.location ?? '') : null;
}

async function read(response: IncomingMessage): Promise<{ type: string; bytes: Buffer }> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (response.statusCode !== 200) throw refuse('status');
    if (Number(response.headers['content-length'] ?? 0) > mostBytes) throw refuse('size');
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > mostBytes) throw refuse('size');
      chunks.push(chunk);
    }
  } finally {
    response.destroy();
  }
  const bytes = Buffer.concat(chunks);
  const type = pictureTypeOf(bytes);
  if (type === null) throw refuse('format');
  return { type, bytes };
}
