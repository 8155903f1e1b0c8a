import { readFileSync } from 'node:fs';
import { browser } from './browser.ts';
import { pageRuntime } from './page-runtime.ts';

/** What the page tells main through the binding that the runtime hides from it. */
export type FromPage =
  | { readonly kind: 'send'; readonly channel: string; readonly values: readonly unknown[] }
  | {
      readonly kind: 'invoke';
      readonly call: number;
      readonly channel: string;
      readonly values: readonly unknown[];
    }
  | { readonly kind: 'window-open'; readonly address: string }
  | { readonly kind: 'port-data'; readonly id: number; readonly data: unknown }
  | { readonly kind: 'port-close'; readonly id: number };

/** What main tells the page. */
export type ToPage =
  | {
      readonly kind: 'event';
      readonly channel: string;
      readonly values: readonly unknown[];
      readonly ports: readonly number[];
    }
  | { readonly kind: 'reply'; readonly call: number; readonly value?: unknown; readonly error?: string }
  | { readonly kind: 'port-data'; readonly id: number; readonly data: unknown }
  | { readonly kind: 'port-close'; readonly id: number };

interface PageOptions {
  readonly width: number;
  readonly height: number;
  readonly preload: string | undefined;
  readonly scripts: boolean;
  hear(message: FromPage): void;
}

/** One page of the browser, as main drives it. */
export interface PageSession {
  readonly targetId: string;
  send<Result = unknown>(method: string, params?: object): Promise<Result>;
  on<Params>(method: string, listener: (params: Params) => void): void;
  tell(message: ToPage): void;
}

/** Opens an empty page with the preload in place. */
export async function openPage(options: PageOptions): Promise<PageSession> {
  const { devTools } = browser.get();
  const size = { width: options.width, height: options.height };
  const { targetId } = await devTools.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    ...size,
  });
  const { sessionId } = await devTools.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const send: PageSession['send'] = (method, params) => devTools.send(method, params, sessionId);
  const on: PageSession['on'] = (method, listener) => devTools.on(`${sessionId}:${method}`, listener);

  on<{ payload: string }>('Runtime.bindingCalled', ({ payload }) =>
    options.hear(JSON.parse(payload) as FromPage),
  );
  await Promise.all([
    send('Page.enable'),
    send('Runtime.enable'),
    send('Runtime.addBinding', { name: '__standInSend' }),
    send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    options.scripts ? null : send('Emulation.setScriptExecutionDisabled', { value: true }),
  ]);
  const preload = options.preload === undefined ? '' : preloadText(options.preload);
  await send('Page.addScriptToEvaluateOnNewDocument', { source: pageRuntime(preload) });

  let last: Promise<unknown> = Promise.resolve();
  return {
    targetId,
    send,
    on,
    tell(message) {
      const expression = `globalThis.__standInDeliver?.(${JSON.stringify(message)})`;
      last = last.then(() => send('Runtime.evaluate', { expression })).catch(() => undefined);
    },
  };
}

/** A sandboxed preload is a CommonJS script, as Electron demands. */
function preloadText(path: string): string {
  const text = readFileSync(path, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
  if (/^\s*(?:import|export)\s/m.test(text)) {
    throw new SyntaxError(
      'Cannot use import statement outside a module: a sandboxed preload must be CommonJS',
    );
  }
  return text;
}
