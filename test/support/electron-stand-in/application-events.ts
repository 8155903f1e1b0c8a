import { EventEmitter } from 'node:events';

/** The application as its windows see it: what happens, and when the browser is there. */
class ApplicationEvents extends EventEmitter {
  readonly #ready = Promise.withResolvers<void>();
  readonly ready = this.#ready.promise;
  isReady = false;

  becomeReady(): void {
    this.isReady = true;
    this.#ready.resolve();
    this.emit('ready', {});
  }

  failToBecomeReady(error: unknown): void {
    this.#ready.reject(error);
  }
}

export const application = new ApplicationEvents();
