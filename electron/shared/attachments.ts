import { z } from 'zod';
import type { AttachmentId } from './ids.ts';
import type { Instant } from './time.ts';

/**
 * What may do harm when it is opened: `program` runs, installs, mounts or points at what does; `macros` are programs inside
 * a document; `page` is a web page or drawing with scripts; `two-endings` calls a program a document (`bill.pdf.exe`);
 * `turned` hides its ending by turning the reading direction.
 */
export type AttachmentDanger = 'program' | 'macros' | 'page' | 'two-endings' | 'turned';

/** What a look into an attachment's bytes found beyond its name and type. */
export interface AttachmentInside {
  readonly id: AttachmentId;
  /** `macros`: programs inside the document; `disguised`: a program under another kind of name; `locked`: under a password. */
  readonly found: 'macros' | 'disguised' | 'locked' | null;
  /** Names of dangerous files inside an archive, the first few. */
  readonly dangerous: readonly string[];
}

/** Where the page shows an attachment: a frame at a single-use address. */
export interface AttachmentPreview {
  readonly kind: 'image' | 'pdf';
  readonly path: string;
}

/** Sentences that the PDF frame shows: it has no words of its own. `{page}` and `{pages}` are filled in. */
export const PdfWords = z.object({
  page: z.string().max(200),
  failed: z.string().max(500),
  locked: z.string().max(500),
  more: z.string().max(500),
});
export type PdfWords = z.infer<typeof PdfWords>;

/** The built script of the PDF frame, among the page's assets. */
export const PdfScript = z.string().regex(/^\/assets\/pdf-view-[\w-]{1,40}\.js$/);

/** A moment of an invitation: an instant, a day (`YYYY-MM-DD`), or a wall-clock time in nobody's zone. */
export type InvitationTime =
  | { readonly kind: 'instant'; readonly at: Instant; readonly timeZone: string | null }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'floating'; readonly local: string };

export interface InvitationPerson {
  readonly name: string;
  readonly address: string;
}

/** RFC 5546: what a calendar part asks for or tells. */
export const invitationMethods = [
  'request',
  'cancel',
  'reply',
  'publish',
  'counter',
  'refresh',
  'add',
] as const;
export type InvitationMethod = (typeof invitationMethods)[number];

/** An appointment as a mail proposes, changes, cancels or answers it. Nothing of it is ever fetched or run. */
export interface Invitation {
  readonly uid: string;
  readonly method: InvitationMethod;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly start: InvitationTime | null;
  /** Exclusive for days, as the format has it. */
  readonly end: InvitationTime | null;
  readonly organiser: InvitationPerson | null;
  readonly attendees: readonly (InvitationPerson & { readonly answer: InvitationAnswer })[];
  /** Of the attendees there may be more than are listed. */
  readonly attendeeCount: number;
  readonly cancelled: boolean;
  /** How often it was changed: above 0 an invitation is an update. */
  readonly sequence: number;
  readonly repeats: 'daily' | 'weekly' | 'monthly' | 'yearly' | 'other' | null;
}
export type InvitationAnswer = 'accepted' | 'declined' | 'tentative' | 'delegated' | 'none';
