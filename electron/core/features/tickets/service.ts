import { randomBytes } from 'node:crypto';
import type { PdfWords } from '../../../shared/attachments.ts';
import type { AttachmentId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** What an address without a session may be used for: one look at one thing, soon. */
export type TicketContent =
  | { readonly kind: 'frame'; readonly html: string }
  /** A page of ours that prints itself. */
  | { readonly kind: 'print'; readonly html: string }
  | ({ readonly kind: 'pdf' } & PdfToShow)
  | { readonly kind: 'attachment'; readonly name: string; readonly bytes: Uint8Array };

/** A PDF, the script among the page's assets that draws it, and the sentences it shows. */
export interface PdfToShow {
  readonly bytes: Uint8Array;
  readonly script: string;
  readonly words: PdfWords;
}

/** Whether an address is one of a frame or of a file to save. */
export type TicketPlace = 'frame' | 'attachment';

export interface Tickets {
  /** The path below the host's address, for example `/mail/<ticket>`. */
  issueFrame(html: string): { path: string };
  issuePrint(html: string): { path: string };
  issuePdf(pdf: PdfToShow): { path: string };
  issueAttachment(store: ClientStore, id: AttachmentId): Promise<{ path: string }>;
  /** For files that the core made, such as an exported report. */
  issueFile(file: { name: string; bytes: Uint8Array }): { path: string };
  /** Gives the content once; null for a used, expired or unknown ticket. */
  redeem(place: TicketPlace, ticket: string): TicketContent | null;
}

/** Frames and downloads are fetched at once; a minute covers a slow machine. */
const lifetimeMilliseconds = 60_000;

const placeOf = ({ kind }: TicketContent): TicketPlace => (kind === 'attachment' ? kind : 'frame');

export function createTickets(options: {
  now: () => number;
  readAttachment: (store: ClientStore, id: AttachmentId) => Promise<{ name: string; bytes: Uint8Array }>;
}): Tickets {
  const issued = new Map<string, { content: TicketContent; until: number }>();

  function issue(content: TicketContent): { path: string } {
    const now = options.now();
    for (const [ticket, entry] of issued) if (entry.until < now) issued.delete(ticket);
    const ticket = randomBytes(32).toString('base64url');
    issued.set(ticket, { content, until: now + lifetimeMilliseconds });
    return { path: `/${placeOf(content) === 'frame' ? 'mail' : 'file'}/${ticket}` };
  }

  return {
    issueFrame: (html) => issue({ kind: 'frame', html }),
    issuePrint: (html) => issue({ kind: 'print', html }),
    issuePdf: (pdf) => issue({ kind: 'pdf', ...pdf }),
    issueFile: (file) => issue({ kind: 'attachment', ...file }),
    issueAttachment: async (store, id) =>
      issue({ kind: 'attachment', ...(await options.readAttachment(store, id)) }),
    redeem(place, ticket) {
      const entry = issued.get(ticket);
      if (!entry || placeOf(entry.content) !== place) return null;
      issued.delete(ticket);
      return entry.until >= options.now() ? entry.content : null;
    },
  };
}
