import { BrowserWindow } from 'electron';
import { randomUUID } from 'node:crypto';
import type { PrintPdf } from '../core/ports.ts';
import { printResponse, type HostResponse } from '../hosts/responses.ts';

/** A report of hundreds of pages takes seconds. */
const deadlineMilliseconds = 60_000;

export interface Printer {
  readonly print: PrintPdf;
  /** What `app://print/<ticket>` answers, once. */
  page(ticket: string): HostResponse | null;
}

/** Prints in a window that nobody sees, without scripts and without network. */
export function createPrinter(): Printer {
  const pages = new Map<string, string>();
  return {
    async print(html) {
      const ticket = randomUUID();
      pages.set(ticket, html);
      const window = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
      });
      const timer = setTimeout(() => window.destroy(), deadlineMilliseconds);
      try {
        await window.loadURL(`app://print/${ticket}`);
        return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true });
      } finally {
        clearTimeout(timer);
        pages.delete(ticket);
        if (!window.isDestroyed()) window.destroy();
      }
    },
    page(ticket) {
      const html = pages.get(ticket);
      pages.delete(ticket);
      return html === undefined ? null : printResponse(html);
    },
  };
}
