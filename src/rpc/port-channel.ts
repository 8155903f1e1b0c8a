import { corePortMessage, type LiaisonDesktop } from '../../electron/shared/desktop.ts';
import type { Channel } from './line.ts';

/** Asks the desktop for a port to the core and waits for it: it comes when the core is up. */
export function openPort(desktop: LiaisonDesktop): Promise<Channel> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent) => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== corePortMessage || !port) return;
      window.removeEventListener('message', receive);
      resolve(portChannel(port, (lost) => desktop.onCoreLost(lost)));
    };
    window.addEventListener('message', receive);
    desktop.requestPort();
  });
}

/** `onLost` tells from outside that the other end has died, where the port itself can't. */
export function portChannel(
  port: MessagePort,
  onLost: (lost: () => void) => () => void = () => () => undefined,
): Channel {
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      port.addEventListener('message', (event) => listener(event.data));
      port.start();
    },
    onClose(listener) {
      const stop = onLost(close);
      port.addEventListener('close', close);
      function close() {
        stop();
        listener('lost');
      }
    },
  };
}
