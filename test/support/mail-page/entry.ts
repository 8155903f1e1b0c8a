import { frameDocument } from '../../../src/screens/inbox/mail-frame/frame-document.ts';
import { estimateHeight, hasOwnColours, isRich } from '../../../src/screens/inbox/mail-frame/mail-shape.ts';
import { sanitise } from '../../../src/screens/inbox/mail-frame/sanitise.ts';
import { cleanStyle } from '../../../src/screens/inbox/mail-frame/style-rules.ts';

/** The product's own way from raw markup to a frame's document, for a test to call in a real browser. */
export const mailPath = { sanitise, frameDocument, estimateHeight, hasOwnColours, isRich, cleanStyle };
export type MailPath = typeof mailPath;

declare global {
  interface Window {
    mailPath: MailPath;
  }
}
window.mailPath = mailPath;
