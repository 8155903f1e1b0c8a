import { randomBytes } from 'node:crypto';
import type { PdfToShow, TicketContent } from '../core/features/tickets/service.ts';
import type { Asset } from './assets.ts';
import {
  fileResponse,
  frameResponse,
  mailFrameResponse,
  notFoundResponse,
  type HostResponse,
} from './responses.ts';

/** What a ticket's content is answered with, each under a policy of its own. */
export function ticketResponse(content: TicketContent, assets: ReadonlyMap<string, Asset>): HostResponse {
  switch (content.kind) {
    case 'frame':
      return mailFrameResponse(content);
    case 'attachment':
      return fileResponse(content);
    case 'print':
      return printFrameResponse(content.html);
    case 'pdf': {
      const script = assets.get(content.script);
      return script ? pdfFrameResponse(content, script.bytes) : notFoundResponse();
    }
  }
}

/** What may run bears the nonce of this one answer, in an origin of nobody. */
const frame = (body: string, { nonce, sandbox }: { nonce: string; sandbox: string }): HostResponse =>
  frameResponse(body, { scripts: `'nonce-${nonce}'`, fonts: 'data: blob:', sandbox });

const newNonce = (): string => randomBytes(16).toString('base64');

/**
 * A PDF with the program that draws it. Files and program travel inside the one document, so that the frame needs no
 * address at all.
 */
function pdfFrameResponse({ bytes, words }: PdfToShow, script: Uint8Array): HostResponse {
  const nonce = newNonce();
  const program = Buffer.from(script)
    .toString('utf8')
    .replaceAll(/<\/(script)/gi, '<\\/$1');
  // In an attribute's place nothing of the words can end it.
  const said = Buffer.from(JSON.stringify(words)).toString('base64');
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  const body =
    '<!doctype html><html><head><meta charset="utf-8"></head><body>' +
    `<script type="text/plain" id="words">${said}</script><script type="text/plain" id="file">${data}</script>` +
    `<script nonce="${nonce}">${program}</script></body></html>`;
  return frame(body, { nonce, sandbox: 'allow-scripts' });
}

/** A page that asks to be printed as soon as it is drawn: its only script is ours and stands here. */
function printFrameResponse(html: string): HostResponse {
  const nonce = newNonce();
  const script = `<script nonce="${nonce}">addEventListener('load', () => print())</script>`;
  return frame(`${html}${script}`, { nonce, sandbox: 'allow-scripts allow-modals' });
}
