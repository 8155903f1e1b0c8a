import { expect, type Page } from 'playwright/test';
import { corePortMessage } from '../../../electron/shared/desktop.ts';

/** Counts, in the page, the ports to the core that come in from now on. */
export async function countPorts(page: Page): Promise<void> {
  await page.evaluate((message) => {
    document.documentElement.dataset['ports'] = '0';
    addEventListener('message', (event) => {
      if (event.source !== window || event.data !== message || event.ports.length !== 1) return;
      document.documentElement.dataset['ports'] = String(
        Number(document.documentElement.dataset['ports']) + 1,
      );
    });
  }, corePortMessage);
}

/** Waits until at least so many have come. */
export async function expectPorts(page: Page, count: number): Promise<void> {
  const seen = () => page.evaluate(() => Number(document.documentElement.dataset['ports']));
  await expect.poll(seen).toBeGreaterThanOrEqual(count);
}

/** One call of the core over a port of its own, as the page's client would make it; rejects with the error's code. */
export function askCore<Answer>(
  page: Page,
  call: { readonly type: 'query' | 'mutation'; readonly path: string; readonly input?: unknown },
): Promise<Answer> {
  return page.evaluate(
    ({ message, request }) =>
      new Promise<never>((resolve, reject) => {
        const receive = (event: MessageEvent) => {
          const [port] = event.ports;
          if (event.source !== window || event.data !== message || !port) return;
          removeEventListener('message', receive);
          port.addEventListener('message', ({ data: answer }: MessageEvent<CoreAnswer>) => {
            port.close();
            if (answer.error) reject(new Error(answer.error.message));
            else resolve(answer.result?.data as never);
          });
          port.start();
          const { type: method, path, input } = request;
          port.postMessage({ id: 1, method, params: { path, input } });
        };
        addEventListener('message', receive);
        window.liaisonDesktop?.requestPort();
      }),
    { message: corePortMessage, request: call },
  );
}

interface CoreAnswer {
  readonly result?: { readonly data: unknown };
  readonly error?: { readonly message: string };
}
