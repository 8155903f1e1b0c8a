import type { IncomingMessage } from 'node:http';
import type { RequestFacts } from './guard.ts';

/** What the guard wants to know of a request of node:http. */
export function factsOf(request: IncomingMessage): RequestFacts {
  const names = request.rawHeaders.filter((_, index) => index % 2 === 0);
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: request.headers,
    hostCount: names.filter((name) => name.toLowerCase() === 'host').length,
  };
}
