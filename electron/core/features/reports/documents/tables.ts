import {
  figureCount,
  figureInterval,
  figureName,
  figureValue,
  momentInWords,
  periodInWords,
  type Say,
} from '../../../../shared/figure-words.ts';
import { statusColumns, type Figure, type Report, type SeriesPoint } from '../../../../shared/reports.ts';
import type { Language } from '../../../../shared/workspace.ts';

export interface Words {
  readonly say: Say;
  readonly language: Language;
}

/** A table of a document: text and numbers, in the order of its columns. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Figures as a person reads them. */
export function figuresTable(figures: readonly Figure[], words: Words): Table {
  return {
    columns: ['figure', 'value', 'counted', 'n'].map((name) => words.say(`columns.${name}`)),
    rows: figures.map((figure) => [
      figureName(figure, words.say),
      figureValue(figure, words),
      countedWords(figure, words),
      figure.n,
    ]),
  };
}

function countedWords(figure: Figure, words: Words): string {
  const counted = figureCount(figure, words);
  const interval = figureInterval(figure, words);
  if (counted === null || interval === null) return counted ?? interval ?? '';
  return words.say('document.counted', { counted, interval });
}

/** The same with everything that a spreadsheet calculates with. */
export function wideFiguresTable(figures: readonly Figure[], words: Words): Table {
  const { say } = words;
  const columns = {
    figure: (figure: Figure) => say(`measures.${figure.measure}`),
    statistic: (figure: Figure) => say(`statistics.${figure.statistic}`),
    shown: (figure: Figure) => figureValue(figure, words),
    value: (figure: Figure) => figure.value,
    unit: (figure: Figure) => say(`units.${figure.unit}`),
    numerator: (figure: Figure) => figure.numerator,
    denominator: (figure: Figure) => figure.denominator,
    n: (figure: Figure) => figure.n,
    low: (figure: Figure) => figure.interval?.low ?? null,
    high: (figure: Figure) => figure.interval?.high ?? null,
    definition: (figure: Figure) => say(`definitions.${figure.definition}`),
  };
  return {
    columns: Object.keys(columns).map((name) => say(`columns.${name}`)),
    rows: figures.map((figure) => Object.values(columns).map((cell) => cell(figure))),
  };
}

/** Backlog and what was resolved by status: the client's own name, or the category by itself. */
export const statusesTable = (report: Report, { say }: Words): Table => ({
  columns: [
    ...['status', 'category'].map((name) => say(`columns.${name}`)),
    ...statusColumns.map(([, measure]) => say(`measures.${measure}`)),
  ],
  rows: report.statuses.map(({ status, named, ...counted }) => [
    named?.name ?? say(`statuses.${status}`),
    say(`statuses.${status}`),
    ...statusColumns.map(([column]) => counted[column]),
  ]),
});

export const channelsTable = (report: Report, { say }: Words): Table => ({
  columns: ['channel', 'new', 'reopened', 'resolved', 'received', 'sent'].map((name) =>
    say(`columns.${name}`),
  ),
  rows: report.channels.map((each) => [
    each.name,
    each.opened,
    each.reopened,
    each.resolved,
    each.received,
    each.sent,
  ]),
});

export const seriesTable = (
  points: readonly SeriesPoint[],
  first: 'day' | 'week',
  { say }: Words,
): Table => ({
  columns: [first, 'opened', 'resolved', 'backlog', 'received', 'sent'].map((name) => say(`columns.${name}`)),
  rows: points.map((each) => [each.day, each.opened, each.resolved, each.backlog, each.received, each.sent]),
});

/** Everything that says where the figures come from. */
export function proofTable(report: Report, { say, language }: Words): Table {
  const { client, period, proof } = report;
  const rows: [string, string][] = [
    ['client', client.name],
    ['period', periodInWords(period, language)],
    ['timeZone', period.timeZone],
    ['asOf', momentInWords(period.asOf, { language, timeZone: period.timeZone })],
    ['definitionsVersion', String(proof.definitionsVersion)],
    ['calendarVersions', proof.calendarVersions.join(', ')],
    ['quantiles', proof.quantiles],
    ['interval', proof.interval],
    ['segments', String(proof.segments)],
    ['populationHash', proof.populationHash],
    ['queryHash', proof.queryHash],
  ];
  return {
    columns: ['item', 'content'].map((name) => say(`columns.${name}`)),
    rows: rows.map(([name, content]) => [say(`proof.${name}`), content]),
  };
}
