import { z } from 'zod';
import type { ChannelKind } from './channels.ts';
import type { ConversationStatus, StatusName } from './conversations.ts';
import type { ChannelId, ClientId } from './ids.ts';
import { Day, type Instant } from './time.ts';
import { Language } from './workspace.ts';

/** A year and a leap day: longer periods are told year by year. */
const longestPeriodDays = 366;
const dayMilliseconds = 86_400_000;

/** Days in the client's time zone, both included. */
export const ReportPeriod = z
  .object({ from: Day, to: Day })
  .refine((period) => period.from <= period.to, { path: ['to'], error: 'ends before it begins' })
  .refine(
    (period) => (Date.parse(period.to) - Date.parse(period.from)) / dayMilliseconds < longestPeriodDays,
    {
      path: ['to'],
      error: 'is longer than a year',
    },
  );
export type ReportPeriod = z.infer<typeof ReportPeriod>;

export const reportFormats = ['json', 'csv', 'xlsx', 'pdf'] as const;
export const ReportFormat = z.enum(reportFormats);
export type ReportFormat = z.infer<typeof ReportFormat>;

export const ReportExport = ReportPeriod.safeExtend({ format: ReportFormat, language: Language });
export type ReportExport = z.infer<typeof ReportExport>;

/**
 * What a figure measures. Each has its name under `measures` and its definition under `definitions` of
 * `locales/<language>/reports.json`.
 */
export const measures = [
  'new-conversations',
  'reopened-conversations',
  'thanks',
  'resolved-conversations',
  'messages-received',
  'messages-sent',
  'spam',
  'first-response',
  'next-response',
  'first-response-kept',
  'next-response-kept',
  'resolution-kept',
  'first-resolution',
  'full-resolution',
  'requester-wait',
  'handle-time',
  'backlog-start',
  'backlog-end',
  'backlog-under-1-day',
  'backlog-1-to-3-days',
  'backlog-3-to-7-days',
  'backlog-7-to-30-days',
  'backlog-over-30-days',
  'quality-score',
  'review-pass-rate',
  'voice-score',
  'csat',
  'csat-response-rate',
  'nps',
] as const;
export type Measure = (typeof measures)[number];

/** The groups in which figures stand on a page, in order. */
export const measureGroups = [
  'volume',
  'response',
  'service',
  'resolution',
  'backlog',
  'quality',
  'satisfaction',
] as const;
export type MeasureGroup = (typeof measureGroups)[number];

export const groupOf = {
  'new-conversations': 'volume',
  'reopened-conversations': 'volume',
  thanks: 'volume',
  'resolved-conversations': 'volume',
  'messages-received': 'volume',
  'messages-sent': 'volume',
  spam: 'volume',
  'first-response': 'response',
  'next-response': 'response',
  'requester-wait': 'response',
  'first-response-kept': 'service',
  'next-response-kept': 'service',
  'resolution-kept': 'service',
  'first-resolution': 'resolution',
  'full-resolution': 'resolution',
  'handle-time': 'resolution',
  'backlog-start': 'backlog',
  'backlog-end': 'backlog',
  'backlog-under-1-day': 'backlog',
  'backlog-1-to-3-days': 'backlog',
  'backlog-3-to-7-days': 'backlog',
  'backlog-7-to-30-days': 'backlog',
  'backlog-over-30-days': 'backlog',
  'quality-score': 'quality',
  'review-pass-rate': 'quality',
  'voice-score': 'quality',
  csat: 'satisfaction',
  'csat-response-rate': 'satisfaction',
  nps: 'satisfaction',
} as const satisfies Record<Measure, MeasureGroup>;

/** How the value comes out of what was counted; times exist in calendar and in business time. */
export const statistics = [
  'count',
  'share',
  'mean',
  'net-score',
  'median',
  'median-business',
  'p90',
  'p90-business',
] as const;
export type Statistic = (typeof statistics)[number];

/** `percent` and `points` run to 100; `milliseconds` are a duration. */
export type FigureUnit = 'count' | 'percent' | 'points' | 'milliseconds';

export interface Figure {
  /** `<measure>` or, for times, `<measure>-<statistic>`. */
  readonly id: string;
  readonly measure: Measure;
  readonly statistic: Statistic;
  /** Six decimals; null where nothing was measured, which is not 0. */
  readonly value: number | null;
  readonly unit: FigureUnit;
  /**
   * count: those counted, of those that could have been; percent and points: what is divided; milliseconds: the sum of
   * all measured times and their number, so that figures of several clients can be added up and never averaged.
   */
  readonly numerator: number;
  readonly denominator: number;
  /** The key of its sentence under `definitions`. */
  readonly definition: Measure;
  /** How many things were measured. */
  readonly n: number;
  /** Wilson, 95 %, in the figure's unit; only a proportion has one. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface ChannelVolume {
  readonly channelId: ChannelId;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly opened: number;
  readonly reopened: number;
  readonly resolved: number;
  readonly received: number;
  readonly sent: number;
}

/** What is counted by status, each with the figure that all of it together is. */
export const statusColumns = [
  ['backlogStart', 'backlog-start'],
  ['backlogEnd', 'backlog-end'],
  ['resolved', 'resolved-conversations'],
] as const satisfies readonly (readonly [string, Measure])[];
export type StatusColumn = (typeof statusColumns)[number][0];

/** Of one category, or of one status that the client has named within it. */
export interface StatusVolume extends Readonly<Record<StatusColumn, number>> {
  readonly status: ConversationStatus;
  /** Null: the plain status. */
  readonly named: StatusName | null;
}

/** `opened` holds what was reopened too, so that backlog + opened - resolved is the next backlog. */
export interface SeriesPoint {
  /** The day, or the Monday of the week even where the period begins later. */
  readonly day: Day;
  readonly opened: number;
  readonly resolved: number;
  /** Open at the end of the day or week. */
  readonly backlog: number;
  readonly received: number;
  readonly sent: number;
}

export interface Report {
  readonly schema: 'liaison-report-1';
  readonly client: { readonly id: ClientId; readonly name: string };
  readonly period: ReportPeriod & {
    readonly timeZone: string;
    readonly start: Instant;
    /** The first moment after the period. */
    readonly end: Instant;
    /** The moment up to which was counted: the end, or now where the period is not over. */
    readonly asOf: Instant;
    readonly complete: boolean;
  };
  readonly proof: {
    readonly definitionsVersion: number;
    /** Versions of the client's calendar in force during the period. */
    readonly calendarVersions: readonly number[];
    readonly quantiles: 'type 7';
    readonly interval: 'Wilson 95 %';
    /** Segments of conversations that were read, spam included. */
    readonly segments: number;
    /** SHA-256 over all events, reviews and survey answers that were read. Hex. */
    readonly populationHash: string;
    /** SHA-256 over client, period, time zone, calendars and the version of the definitions. Hex. */
    readonly queryHash: string;
  };
  readonly figures: readonly Figure[];
  readonly statuses: readonly StatusVolume[];
  readonly channels: readonly ChannelVolume[];
  readonly days: readonly SeriesPoint[];
  readonly weeks: readonly SeriesPoint[];
}
