import type { TicketContent, TicketPlace } from '../../core/features/tickets/service.ts';
import type { ErrorShape } from '../../shared/errors.ts';
import type { ClientId } from '../../shared/ids.ts';

/** What main tells the core's process. A `connect` carries one end of a MessageChannel. */
export type ToCore =
  | { readonly kind: 'connect' }
  | {
      readonly kind: 'redeem';
      readonly call: number;
      readonly content: TicketPlace;
      readonly ticket: string;
    }
  /** `pdf` is null when it could not be printed. */
  | { readonly kind: 'printed'; readonly call: number; readonly pdf: Uint8Array | null }
  /** Asks how many replies have not left that their writers think gone. */
  | { readonly kind: 'leaving'; readonly call: number }
  | { readonly kind: 'shutdown' };

/** What the core's process tells main. */
export type ToMain =
  | { readonly kind: 'ready' }
  /** It could not start, and trying again will not help. */
  | { readonly kind: 'failed'; readonly error: ErrorShape }
  | { readonly kind: 'redeemed'; readonly call: number; readonly content: TicketContent | null }
  | { readonly kind: 'leaving'; readonly call: number; readonly count: number }
  | { readonly kind: 'print'; readonly call: number; readonly html: string }
  /** New customer mail; who and what stays in the core. */
  | { readonly kind: 'arrived'; readonly clientId: ClientId | null };
