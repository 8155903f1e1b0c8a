import { carryFrameAddresses } from './addresses.ts';
import { contextBridge } from './context-bridge.ts';
import { createIpc } from './ipc-renderer.ts';

type Preload = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
) => void;

/** Runs the preload in the top frame, before the page's own scripts; child frames get nothing. */
export function start(facts: { platform: string; versions: object }, preload: Preload): void {
  if (window.top !== window || '__standInDeliver' in window) return;
  const doors = window as unknown as { __standInSend?: (text: string) => void };
  const sendText = doors.__standInSend;
  if (!sendText) return;
  delete doors.__standInSend;
  const { ipcRenderer, deliver, openWindow } = createIpc(sendText);
  Object.defineProperty(window, '__standInDeliver', { enumerable: false, value: deliver });

  carryFrameAddresses();
  window.open = (address = 'about:blank') => {
    openWindow(new URL(address, location.href).href);
    return null;
  };
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[target=_blank][href]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    openWindow(link.href);
  });

  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${name} (a sandboxed preload can only require electron)`);
  };
  const process = { ...facts, type: 'renderer', sandboxed: true, contextIsolated: true, env: {}, argv: [] };
  const module = { exports: {} };
  preload(require, module, module.exports, process);
}
