import { figureName, figureValue, type Say } from '../../../../shared/figure-words.ts';
import { statusColumns, type Report, type StatusVolume } from '../../../../shared/reports.ts';
import type { CsvCell } from './csv.ts';
import type { Words } from './tables.ts';

const header = [
  'section',
  'item',
  'figure',
  'name',
  'shown',
  'value',
  'unit',
  'numerator',
  'denominator',
  'n',
  'interval_low',
  'interval_high',
  'definition',
];

const seriesColumns = ['opened', 'resolved', 'backlog', 'received', 'sent'] as const;
const channelColumns = ['opened', 'reopened', 'resolved', 'received', 'sent'] as const;

/** One number a row, so that a program can read it without knowing the report; the headings are for programs too. */
export function csvRows(report: Report, words: Words): CsvCell[][] {
  return [header, ...aboutRows(report), ...figureRows(report, words), ...tableRows(report, words.say)];
}

function aboutRows({ client, period, proof, schema }: Report): CsvCell[][] {
  const about = { schema, client: client.name, 'client-id': client.id, ...period, ...proof };
  return Object.entries(about)
    .map(([figure, value]) => ['about', null, figure, null, textOf(value)])
    .map(filled);
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(' ') : String(value));

function figureRows(report: Report, words: Words): CsvCell[][] {
  return report.figures.map((figure) => [
    'figure',
    null,
    figure.id,
    figureName(figure, words.say),
    figureValue(figure, words),
    figure.value,
    figure.unit,
    figure.numerator,
    figure.denominator,
    figure.n,
    figure.interval?.low ?? null,
    figure.interval?.high ?? null,
    words.say(`definitions.${figure.definition}`),
  ]);
}

function tableRows(report: Report, say: Say): CsvCell[][] {
  const row = (section: string, item: string, counted: { name: string; label: string; value: number }) =>
    filled([section, item, counted.name, counted.label, String(counted.value), counted.value, 'count']);
  const series = (section: string, points: Report['days']) =>
    points.flatMap((point) =>
      seriesColumns.map((name) =>
        row(section, point.day, { name, label: say(`columns.${name}`), value: point[name] }),
      ),
    );
  const channels = report.channels.flatMap((channel) =>
    channelColumns.map((name) =>
      row('channel', channel.name, {
        name,
        label: say(`columns.${name === 'opened' ? 'new' : name}`),
        value: channel[name],
      }),
    ),
  );
  const statuses = report.statuses.flatMap((volume) =>
    statusColumns.map(([column, measure]) =>
      row('status', nameOf(volume), {
        ...{ name: measure, label: say(`measures.${measure}`) },
        value: volume[column],
      }).with(header.indexOf('definition'), say('byStatus.definition')),
    ),
  );
  return [...statuses, ...channels, ...series('day', report.days), ...series('week', report.weeks)];
}

/** The category, and behind it the client's own name, where it has one. */
const nameOf = ({ status, named }: StatusVolume): string => (named ? `${status}: ${named.name}` : status);

/** Every record of a CSV file has the same number of fields. */
const filled = (cells: readonly CsvCell[]): CsvCell[] => [
  ...cells,
  ...Array.from({ length: header.length - cells.length }, () => null),
];
