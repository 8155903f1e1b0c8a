import { timingSafeEqual } from 'node:crypto';

/** What a request says of itself, before anything is done with it. Header names in lower case. */
export interface RequestFacts {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** How many Host headers there were: a proxy and we may read different ones. */
  readonly hostCount: number;
}

/** The one origin that this host serves. */
export interface OwnAddress {
  readonly host: string;
  readonly origin: string;
}

export const ownAddress = (port: number): OwnAddress => ({
  host: `127.0.0.1:${port}`,
  origin: `http://127.0.0.1:${port}`,
});

/** A page's own requests and a typed-in address; everything else comes from somebody else's page. */
const ownSites = new Set(['same-origin', 'none']);
/** The longest address of ours is a ticket; anything much longer is somebody's attempt. */
const maximumUrlLength = 2_048;

/**
 * The status to refuse a request with, or null. Defends against DNS rebinding (Host), foreign pages and other ports of
 * this machine (Origin, Sec-Fetch-Site). Applies to every request, upgrades too.
 */
export function refusal(request: RequestFacts, own: OwnAddress): 400 | 403 | 414 | null {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  if (request.hostCount !== 1 || typeof host !== 'string' || host === '') return 400;
  if (request.url.length > maximumUrlLength) return 414;
  if (host !== own.host) return 403;
  if (origin !== undefined && origin !== own.origin) return 403;
  if (site !== undefined && !(typeof site === 'string' && ownSites.has(site))) return 403;
  return null;
}

/** An upgrade comes from a page of ours, which always says so. */
export function upgradeRefusal(request: RequestFacts, own: OwnAddress): 400 | 403 | 414 | null {
  return refusal(request, own) ?? (request.headers['origin'] === own.origin ? null : 403);
}

/** Compares without telling by the time it takes how much was right. */
export function isToken(given: unknown, token: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The token of an `Authorization: Bearer` header, or null. */
export function bearerOf(header: string | string[] | undefined): string | null {
  return typeof header === 'string' ? (/^Bearer ([\w-]+)$/.exec(header)?.[1] ?? null) : null;
}
