import { z } from 'zod';
import { Identity } from '../channels.ts';
import { ClientDetails, Locale } from '../clients.ts';
import { ScorecardForm } from '../quality.ts';
import { TemplateBody } from '../templates.ts';
import { VoiceGuideDraft } from '../voice-guides.ts';
import { roles } from '../operators.ts';
import { ServiceLevels } from '../service-levels.ts';
import { StatusDraft } from '../statuses.ts';
import { Routine } from './routine.ts';

/** Paragraphs in the notation of `spin`. */
const Prose = z.array(z.string().min(1)).min(1);

const Turn = z.object({
  by: z.enum(['customer', 'agent', 'note']),
  text: Prose,
  /** How likely it is said. Once we have answered, a turn of theirs or ours that is not said ends the story. */
  chance: z.number().min(0).max(1).default(1),
  attach: z.enum(['photo', 'receipt', 'list']).optional(),
  /** Sent by a program that writes HTML and adds a tracking image. */
  html: z.boolean().default(false),
  /** The customer's out-of-office notice. */
  automatic: z.boolean().default(false),
  /** The status an operator sets with it. */
  status: z.enum(['waiting', 'on-hold', 'resolved']).optional(),
});

export const Scenario = z.object({
  id: z.string(),
  locale: Locale,
  /** How common it is among the others. */
  weight: z.number().positive(),
  mood: z.enum(['calm', 'unhappy', 'spam']),
  tags: z.array(z.string()),
  /** What an operator writes into the client's fields, in the notation of `spin`. */
  fields: z.record(z.string(), z.string()).default({}),
  subject: z.string(),
  turns: z.array(Turn).min(1),
});
export type Scenario = z.infer<typeof Scenario>;
export type ScenarioTurn = Scenario['turns'][number];

const People = z.object({
  given: z.array(z.string()),
  family: z.array(z.string()),
  hosts: z.array(z.string()),
});

/** Everything a fictional client of the demo is made of: `resources/demo/<brand>.json`. */
export const Script = Routine.extend({
  details: ClientDetails,
  serviceLevels: ServiceLevels,
  mailbox: z.array(Identity).min(1),
  guide: VoiceGuideDraft.omit({ clientId: true }),
  templates: z.array(TemplateBody),
  scorecard: z.object({ name: z.string(), form: ScorecardForm }),
  /** Written under every reply of an operator, by locale. */
  signOff: z.record(Locale, Prose),
  /** A line above quoted text, by locale: who wrote it, and when. */
  quoteLine: z.record(Locale, z.string()),
  /** How the customer's given name and family name are written in Latin letters for the address: same order as `people`. */
  people: z.record(Locale, People),
  latin: z.record(z.string(), z.string()).default({}),
  orderPattern: z.string(),
  currency: z.string(),
  slots: z.record(Locale, z.record(z.string(), z.array(z.string()).min(1))),
  scenarios: z.array(Scenario).min(1),
  /** What the client calls its statuses, within their categories. */
  statuses: z.array(StatusDraft.pick({ category: true, name: true })).default([]),
  /** What a satisfied customer answers to a reply, by locale. */
  thanks: z.record(Locale, z.array(z.string()).min(1)),
  surveyWords: z.record(Locale, z.object({ good: z.array(z.string()), bad: z.array(z.string()) })),
  reviewWords: z.object({ good: z.array(z.string()), bad: z.array(z.string()) }),
});
export type Script = z.infer<typeof Script>;

/** The vendor's people: `resources/demo/team.json`. Brands are named by their file. */
export const Team = z.array(
  z.object({
    name: z.string(),
    email: z.email(),
    grants: z.record(z.string(), z.enum(roles)),
    /** Locales they answer in. */
    locales: z.array(Locale),
  }),
);
export type Team = z.infer<typeof Team>;

export const brands = ['retama', 'zumurrud', 'kestrel'] as const;
export type Brand = (typeof brands)[number];
