import type { MessagePortMain } from 'electron';
import type { Channel } from '../../core/rpc/serve.ts';

/** A MessagePort from main as the stream of messages that `serve` speaks. */
export function portChannel(port: MessagePortMain): Channel {
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', (event) => listener(event.data));
      port.start();
    },
    onClose(listener) {
      port.on('close', listener);
    },
  };
}
