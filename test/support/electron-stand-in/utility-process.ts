import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { ForkOptions, UtilityProcess } from 'electron';
import {
  closeHandedOver,
  fromAnotherProcess,
  type MessagePortMain,
  type PortMessage,
} from './message-ports.ts';

/** Between main and a utility process: a message with the ids of its ports, or a port's own message. */
export type UtilityMessage =
  | { readonly kind: 'message'; readonly data: unknown; readonly ports: readonly number[] }
  | PortMessage;

const childSetUp = new URL('utility-child.ts', import.meta.url).href;
const running = new Set<ChildProcess>();

/** A utility process as a Node child with `process.parentPort`. */
class StandInUtility extends EventEmitter implements Pick<UtilityProcess, 'kill' | 'pid'> {
  readonly #child: ChildProcess;
  readonly #ports = new Set<number>();

  constructor(child: ChildProcess) {
    super();
    this.#child = child;
    running.add(child);
    child.on('spawn', () => this.emit('spawn'));
    child.on('message', (message) => this.#hear(message as UtilityMessage));
    child.on('exit', (code) => {
      running.delete(child);
      closeHandedOver(this.#ports);
      this.emit('exit', code ?? 1);
    });
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null ? this.#child.pid : undefined;
  }

  postMessage(data: unknown, ports: readonly MessagePortMain[] = []): void {
    const ids = ports.map((port) => port.handOver((message) => this.#send(message)));
    for (const id of ids) this.#ports.add(id);
    this.#send({ kind: 'message', data, ports: ids });
  }

  kill(): boolean {
    return this.#child.kill();
  }

  #send(message: UtilityMessage): void {
    if (this.#child.connected) this.#child.send(message);
  }

  #hear(message: UtilityMessage): void {
    if (message.kind === 'message') this.emit('message', message.data);
    else fromAnotherProcess(message);
  }
}

/** The processes of this kind, as `app.getAppMetrics` lists them. */
export const utilityMetrics = () => [...running].map(({ pid }) => ({ type: 'Utility', pid: pid ?? 0 }));

export const utilityProcess = {
  fork(entry: string, parameters: readonly string[] = [], options: ForkOptions = {}): StandInUtility {
    const child = fork(entry, [...parameters], {
      env: { ...process.env, ...options.env },
      execArgv: ['--enable-source-maps', '--no-warnings', '--import', childSetUp],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    return new StandInUtility(child);
  },
};

/** Waits a while for the utility processes to end by themselves, then ends them. */
export async function endUtilityProcesses(patience: number): Promise<void> {
  const ends = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  const waited = new Promise((resolve) => setTimeout(resolve, patience).unref());
  await Promise.race([Promise.all(ends), waited]);
  for (const child of running) child.kill('SIGKILL');
}
