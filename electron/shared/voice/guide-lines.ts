import { z } from 'zod';
import { ChannelKind } from '../channels.ts';
import { ClockTime, Locale } from '../clients.ts';
import { severities } from './rule-definition.ts';

/** Words as they are said, never a pattern. */
const phrase = z.string().trim().min(1).max(200);
const phrases = z.array(phrase).min(1).max(60);
const words = z.int().min(1).max(2_000);
/** Hours of the day on the client's wall clock, over midnight too; null: all day. */
const hours = { from: ClockTime.nullable().default(null), to: ClockTime.nullable().default(null) };

/** What every line of a guide has. */
const line = {
  /** Its own within the guide, kept when others come and go: rules and records name it. */
  id: z.int().min(1).max(9_999),
  /** What a person reads, here and wherever the rule speaks up. */
  prose: z.string().trim().min(1).max(500),
  level: z.enum(severities),
  /** Where it holds; nothing named is everywhere. `de` holds for `de-AT` too. */
  channels: z.array(ChannelKind).max(10).default([]),
  locales: z.array(Locale).max(20).default([]),
};

export const readingMetrics = ['Flesch-Kincaid', 'LIX'] as const;
export const dateStyles = ['words', 'day-first', 'month-first', 'dots', 'iso'] as const;
export type DateStyle = (typeof dateStyles)[number];

/** One line of a guide: prose that a person reads and a rule that runs. */
export const GuideLine = z.discriminatedUnion('kind', [
  /** An example of the voice: no rule of the guide may find anything in it. */
  z.object({ ...line, kind: z.literal('sounds'), text: z.string().trim().min(1).max(2_000) }),
  /** An example of what it is not, and what is said instead. */
  z.object({ ...line, kind: z.literal('sounds-not'), text: phrase, instead: z.string().trim().max(200) }),
  /** Of those that hold, a reply begins with one. `{name}` is whatever stands there; it may hold for hours of the day. */
  z.object({ ...line, kind: z.literal('greeting'), texts: phrases, ...hours }),
  /** The same for how a reply ends; a name may follow. */
  z.object({ ...line, kind: z.literal('sign-off'), texts: phrases, ...hours }),
  /** How the customer is addressed, in languages that tell it: du or Sie, tu or vous, tú or usted. */
  z.object({ ...line, kind: z.literal('formality'), address: z.enum(['formal', 'informal']) }),
  /** Words to avoid and the one to use; where there is none they are banned. */
  z.object({ ...line, kind: z.literal('term'), avoid: phrases, use: z.string().trim().max(200) }),
  z.object({ ...line, kind: z.literal('promise'), texts: phrases }),
  z.object({ ...line, kind: z.literal('emoji'), most: z.int().min(0).max(50) }),
  z.object({ ...line, kind: z.literal('exclamation'), most: z.int().min(0).max(50) }),
  z.object({ ...line, kind: z.literal('sentence-length'), most: words }),
  z.object({ ...line, kind: z.literal('message-length'), least: words.nullable(), most: words.nullable() }),
  z.object({
    ...line,
    kind: z.literal('reading-grade'),
    metric: z.enum(readingMetrics),
    most: z.number().min(1).max(100),
  }),
  /** How often one says sorry in a message, by these words. */
  z.object({ ...line, kind: z.literal('apology'), texts: phrases, most: z.int().min(0).max(20) }),
  z.object({ ...line, kind: z.literal('date'), style: z.enum(dateStyles) }),
  z.object({ ...line, kind: z.literal('number'), decimal: z.enum([',', '.']) }),
  z.object({ ...line, kind: z.literal('product'), name: phrase, wrong: z.array(phrase).max(60).default([]) }),
  /** What a template or a tool left behind. */
  z.object({ ...line, kind: z.literal('left-over') }),
]);
export type GuideLine = z.infer<typeof GuideLine>;
export type GuideLineKind = GuideLine['kind'];
export type LineOf<Kind extends GuideLineKind> = Extract<GuideLine, { kind: Kind }>;

export const GuideLines = z
  .array(GuideLine)
  .max(300)
  .refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, 'ids differ');
