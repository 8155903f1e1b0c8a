import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';

type Handler = Parameters<IpcMain['handle']>[1];
type InvokeEvent = Parameters<Handler>[0];

class StandInIpc extends EventEmitter implements Pick<IpcMain, 'handle' | 'removeHandler'> {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

export const ipcMain = new StandInIpc();

export function announceToMain(channel: string, event: object, values: readonly unknown[]): void {
  ipcMain.emit(channel, event, ...values);
}

/** The handler's answer, or what it threw in words, as Electron sends it back. */
export async function answerInvoke(
  channel: string,
  event: object,
  values: readonly unknown[],
): Promise<{ value: unknown } | { error: string }> {
  const handler = ipcMain.handlers.get(channel);
  if (!handler) return { error: `No handler registered for '${channel}'` };
  try {
    return { value: (await handler(event as InvokeEvent, ...values)) as unknown };
  } catch (error) {
    return { error: String(error) };
  }
}
