import { EventEmitter } from 'node:events';
import { type ClientRequest, type ClientRequestArgs, request as nodeRequest } from 'node:http';
import { registerHooks } from 'node:module';

/** Everything that was asked of the network, as `host/path`. */
export const asked: string[] = [];

/** Electron's words for what a socket says, which are not Node's: the updater repeats some of Node's by itself. */
const netErrors: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  ECONNRESET: 'net::ERR_CONNECTION_RESET',
};

/** Electron's `ClientRequest` on Node's own. */
class NetRequest extends EventEmitter {
  readonly #request: ClientRequest;

  constructor({ session: _session, ...options }: ClientRequestArgs & { readonly session?: unknown }) {
    super();
    asked.push(`${options.hostname}${(options.path ?? '').replace(/\?.*$/, '')}`);
    this.#request = nodeRequest({ ...options, agent: false });
    this.#request.on('response', (response) => this.emit('response', response));
    this.#request.on('error', (error: NodeJS.ErrnoException) =>
      this.emit('error', new Error(netErrors[error.code ?? ''] ?? error.message)),
    );
  }
  end(): void {
    this.#request.end();
  }
  abort(): void {
    this.#request.destroy();
  }
}

/** What an updater wants of Electron, typed by nobody but the updater; `app` is the test's. */
interface LentElectron {
  readonly app: EventEmitter;
}

const address = 'electron:lent';
const source = `const { app, net, session } = globalThis.lentElectron; export { app, net, session };`;

/** From now on whoever imports or requires `electron` in this process has this, and no other. */
export function lendElectron({ app }: LentElectron): void {
  const net = { request: (options: ClientRequestArgs) => new NetRequest(options) };
  const session = { fromPartition: () => null };
  Object.assign(globalThis, { lentElectron: { app, net, session } });
  registerHooks({
    resolve: (specifier, context, next) =>
      /^electron$|\/node_modules\/electron\/index\.js$/.test(specifier)
        ? { url: address, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === address ? { format: 'module', source, shortCircuit: true } : next(url, context),
  });
}
