import { carriedHeader, handlerFor, uncarried } from './custom-schemes.ts';
import type { PageSession } from './page-session.ts';
import { session } from './session.ts';

interface PausedRequest {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly postData?: string;
  };
  readonly resourceType: string;
  readonly frameId: string;
}

/** Asks the window whether a frame may go to an address of the application's own spelling. */
export type MayNavigate = (navigation: { address: string; isMainFrame: boolean }) => boolean;

/** Every request of the page and its frames passes here: navigation events, the session's guard, own schemes. */
export function answerRequests(page: PageSession, mayNavigate: MayNavigate): void {
  page.on<PausedRequest>('Fetch.requestPaused', (paused) => {
    answer(page, paused, mayNavigate).catch((error: unknown) => {
      process.stderr.write(`stand-in: ${paused.request.url}: ${String(error)}\n`);
    });
  });
}

async function answer(page: PageSession, paused: PausedRequest, mayNavigate: MayNavigate): Promise<void> {
  const { requestId, request, resourceType, frameId } = paused;
  const address = uncarried(request.url);
  const fail = (errorReason: string) => page.send('Fetch.failRequest', { requestId, errorReason });
  if (resourceType === 'Document' && !mayNavigate({ address, isMainFrame: frameId === page.targetId })) {
    await fail('Aborted');
  } else if (!(await session.defaultSession.mayRequest(address))) {
    await fail('BlockedByClient');
  } else {
    const handler = handlerFor(request.url);
    if (handler) await fulfil(page, paused, await handler(requestOf(address, request)));
    else await page.send('Fetch.continueRequest', { requestId });
  }
}

function requestOf(address: string, request: PausedRequest['request']): Request {
  const { method, headers, postData } = request;
  return new Request(address, { method, headers, ...(postData === undefined ? {} : { body: postData }) });
}

async function fulfil(page: PageSession, { requestId }: PausedRequest, response: Response): Promise<void> {
  const headers = [...response.headers].map(([name, value]) => ({ name, value: carriedHeader(value) }));
  await page.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: headers,
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}
