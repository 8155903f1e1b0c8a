import { z } from 'zod';
import { type ClientId } from './ids.ts';
import type { ErrorShape } from './errors.ts';

/** The house palette: each hue has a readable shade in the light and in the dark theme (`src/app/theme`). */
export const clientColours = [
  'indigo',
  'teal',
  'orange',
  'grape',
  'green',
  'red',
  'cyan',
  'pink',
  'yellow',
  'gray',
] as const;
/** Drawn beside the colour, so that a brand is known without seeing colour. */
export const clientPatterns = ['solid', 'stripes', 'dots', 'grid', 'waves', 'chevrons'] as const;

/** The look that no client has yet, or the first one when all are taken. */
export function firstFree<Look extends string>(
  looks: readonly [Look, ...Look[]],
  taken: readonly Look[],
): Look {
  return looks.find((look) => !taken.includes(look)) ?? looks[0];
}

/** `HH:MM` on a 24-hour clock; `24:00` ends a day. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
/** Opening intervals of one weekday, in the client's own time zone, in order, not touching. */
export const OpeningInterval = z.object({ from: ClockTime, to: ClockTime }).refine((i) => i.from < i.to);
export type OpeningInterval = z.infer<typeof OpeningInterval>;
/** Monday first, seven days. */
export const WeeklyHours = z.array(z.array(OpeningInterval)).length(7);
export type WeeklyHours = z.infer<typeof WeeklyHours>;

export const Locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

export const ClientDetails = z.object({
  name: z.string().trim().min(1).max(80),
  /** Two letters or digits that stand for the client on the rail. */
  mark: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[\p{L}\p{N}]{2}$/u),
  colour: z.enum(clientColours),
  pattern: z.enum(clientPatterns),
  languages: z.array(Locale).min(1).max(20),
  /** IANA name, for example `Europe/Madrid`. */
  timeZone: z.string().min(1).max(64),
  workingHours: WeeklyHours,
});
export type ClientDetails = z.infer<typeof ClientDetails>;

/** Mails whose bytes as they came or left can't be read any more; their texts stand elsewhere and can. */
export interface LostOriginals {
  readonly messages: number;
  /** Where the files stand that were damaged or taken away. */
  readonly folder: string;
  readonly files: readonly string[];
}

/** `ready`, or why this client's store can't be opened while the others can. */
export type ClientState =
  | { readonly kind: 'ready'; readonly lostOriginals?: LostOriginals }
  | { readonly kind: 'unavailable'; readonly error: ErrorShape };

/** What the rail and the frame need; working hours are read through `calendars`. */
export interface Client extends Omit<ClientDetails, 'workingHours'> {
  readonly id: ClientId;
  readonly demo: boolean;
  readonly state: ClientState;
}
