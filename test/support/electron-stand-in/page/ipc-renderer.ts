import type { FromPage, ToPage } from '../page-session.ts';

type Listener = (event: object, ...values: readonly unknown[]) => void;
interface Call {
  readonly channel: string;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The renderer's end of IPC over the two doors that main opened: a binding out, a function in. */
export function createIpc(sendText: (text: string) => void) {
  const listeners = new Map<string, { readonly listener: Listener; readonly once: boolean }[]>();
  const calls = new Map<number, Call>();
  const ports = new Map<number, MessagePort>();
  let callCount = 0;

  const send = (message: FromPage): void => sendText(JSON.stringify(message));

  function add(channel: string, listener: Listener, once: boolean): void {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
  }

  /** A real MessagePort for the page, whose far end is carried to main. */
  function openPort(id: number): MessagePort {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', (event) =>
      send({ kind: 'port-data', id, data: event.data as unknown }),
    );
    port1.addEventListener('close', () => send({ kind: 'port-close', id }));
    port1.start();
    ports.set(id, port1);
    return port2;
  }

  function deliver(message: ToPage): void {
    if (message.kind === 'port-data') {
      ports.get(message.id)?.postMessage(message.data);
    } else if (message.kind === 'port-close') {
      ports.get(message.id)?.close();
      ports.delete(message.id);
    } else if (message.kind === 'reply') {
      const call = calls.get(message.call);
      calls.delete(message.call);
      if (message.error === undefined) call?.resolve(message.value);
      else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${message.error}`));
    } else {
      const event = { sender: ipcRenderer, ports: message.ports.map(openPort) };
      const heard = listeners.get(message.channel) ?? [];
      listeners.set(
        message.channel,
        heard.filter(({ once }) => !once),
      );
      for (const { listener } of heard) listener(event, ...message.values);
    }
  }

  const ipcRenderer = {
    on: (channel: string, listener: Listener) => (add(channel, listener, false), ipcRenderer),
    once: (channel: string, listener: Listener) => (add(channel, listener, true), ipcRenderer),
    removeListener(channel: string, listener: Listener) {
      const left = (listeners.get(channel) ?? []).filter((kept) => kept.listener !== listener);
      listeners.set(channel, left);
      return ipcRenderer;
    },
    send: (channel: string, ...values: unknown[]) =>
      send({ kind: 'send', channel, values: structuredClone(values) }),
    invoke(channel: string, ...values: unknown[]) {
      const call = ++callCount;
      send({ kind: 'invoke', call, channel, values: structuredClone(values) });
      return new Promise((resolve, reject) => calls.set(call, { channel, resolve, reject }));
    },
  };
  return { ipcRenderer, deliver, openWindow: (address: string) => send({ kind: 'window-open', address }) };
}
