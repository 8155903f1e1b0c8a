import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { appHeaders, mailFrameResponse } from '../../../electron/hosts/responses.ts';

/** A page under the product's own policy that holds the product's own mail code, and a stranger who counts callers. */
export interface MailPage {
  readonly page: Page;
  /** Where hostile mail points: `http://127.0.0.1:<port>`. */
  readonly canary: {
    readonly address: string;
    readonly host: string;
    connections(): number;
    requests(): number;
  };
  /** Serves a document as the host serves a mail, for one look; gives its path. */
  issue(html: string): string;
  /** The same without any policy, to show that the stranger can be reached at all. */
  issueUnguarded(html: string): string;
  readonly dialogs: readonly string[];
  readonly popups: readonly string[];
  close(): Promise<void>;
}

const chromiumPath = '/usr/bin/chromium';
const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

export async function startMailPage(): Promise<MailPage> {
  const script = await bundle();
  const frames = new Map<string, { html: string; guarded: boolean }>();
  const host = await listen(
    createServer((request, response) => {
      const url = request.url ?? '';
      const document = frames.get(url);
      const headers = appHeaders(`http://127.0.0.1:${host.port}`);
      if (document !== undefined) {
        frames.delete(url);
        const { status, headers: policy, body } = mailFrameResponse(document);
        response
          .writeHead(status, document.guarded ? { ...policy } : { 'content-type': 'text/html' })
          .end(body);
      } else if (url === '/script.js') {
        response.writeHead(200, { ...headers, 'content-type': 'text/javascript' }).end(script);
      } else if (url === '/') {
        const html =
          '<!doctype html><title>Liaison</title><div id="app"></div><script src="/script.js"></script>';
        response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end(html);
      } else {
        response.writeHead(404).end();
      }
    }),
  );
  let requests = 0;
  let connections = 0;
  const stranger = await listen(
    createServer((_, response) => {
      requests += 1;
      response.end('x');
    }).on('connection', () => (connections += 1)),
  );

  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  const context = await browser.newContext();
  const page = await context.newPage();
  const dialogs: string[] = [];
  const popups: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  context.on('page', (popup) => popups.push(popup.url()));
  await page.goto(`http://127.0.0.1:${host.port}/`);
  await page.waitForFunction(() => 'mailPath' in window);

  let issued = 0;
  return {
    page,
    dialogs,
    popups,
    canary: {
      address: `http://127.0.0.1:${stranger.port}`,
      host: `127.0.0.1:${stranger.port}`,
      connections: () => connections,
      requests: () => requests,
    },
    issue: (html) => keep({ html, guarded: true }),
    issueUnguarded: (html) => keep({ html, guarded: false }),
    async close() {
      await browser.close();
      for (const { server } of [host, stranger]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };

  function keep(document: { html: string; guarded: boolean }): string {
    const path = `/mail/${(issued += 1)}`;
    frames.set(path, document);
    return path;
  }
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'entry.ts'), formats: ['iife'], name: 'mailPathBundle' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) {
    const [chunk] = 'output' in output ? output.output : [];
    if (chunk) return chunk.code;
  }
  throw new Error('vite built nothing');
}

function listen(server: Server): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ server, port: (server.address() as AddressInfo).port }));
  });
}
