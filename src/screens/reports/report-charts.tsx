import '@mantine/charts/styles.layer.css';
import { LineChart } from '@mantine/charts';
import { SegmentedControl, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberInWords } from '../../../electron/shared/figure-words.ts';
import type { Report, SeriesPoint } from '../../../electron/shared/reports.ts';
import classes from './reports.module.css';
import { SeriesTable, type SeriesColumn } from './series-table.tsx';
import { useWords } from './use-words.ts';

/** From this many days on, weeks are offered, and chosen from twice as many. */
const daysForWeeks = 21;
const chartHeight = 200;

/** Two charts, each with its table beside it: what came and went, and what was left. */
export function ReportCharts({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  const { language } = useWords();
  const { days, weeks } = report;
  const [grain, setGrain] = useState<'day' | 'week'>(days.length > 2 * daysForWeeks ? 'week' : 'day');
  const points = grain === 'day' ? days : weeks;
  const number = (value: number) => numberInWords(value, language);
  const total = (column: SeriesColumn) => number(days.reduce((sum, day) => sum + day[column], 0));
  const countOf = (measure: string) =>
    number(report.figures.find((figure) => figure.measure === measure)?.numerator ?? 0);
  if (days.length === 0) return null;
  return (
    <>
      {days.length >= daysForWeeks && (
        <SegmentedControl
          className={classes['grain'] ?? ''}
          aria-label={t('charts.grain')}
          data={[
            { value: 'day', label: t('charts.byDay') },
            { value: 'week', label: t('charts.byWeek') },
          ]}
          value={grain}
          onChange={setGrain}
        />
      )}
      <OneChart
        title={t('charts.flow')}
        summary={t('charts.flowSummary', { opened: total('opened'), resolved: total('resolved') })}
        columns={['opened', 'resolved']}
        {...{ points, grain }}
      />
      <OneChart
        title={t(grain === 'day' ? 'charts.backlog' : 'charts.backlogByWeek')}
        summary={t('charts.backlogSummary', {
          first: countOf('backlog-start'),
          last: countOf('backlog-end'),
        })}
        columns={['backlog']}
        {...{ points, grain }}
      />
    </>
  );
}

interface OneChartProps {
  readonly title: string;
  /** The chart in a sentence, for those who don't see it. */
  readonly summary: string;
  readonly columns: readonly SeriesColumn[];
  readonly points: readonly SeriesPoint[];
  readonly grain: 'day' | 'week';
}

/** The client's colour and a whole line first, then grey and dashes: colour is never alone. */
const strokes = [{ color: 'var(--client-edge)' }, { color: 'var(--text-quiet)', strokeDasharray: '5 4' }];

function OneChart({ title, summary, columns, points, grain }: OneChartProps) {
  const { t } = useTranslation('reports');
  const { language } = useWords();
  return (
    <section aria-label={title}>
      <Title order={2}>{title}</Title>
      <p className={classes['summary']}>{summary}</p>
      <div className={classes['chart']}>
        <div dir="ltr" role="img" aria-label={`${title}: ${summary}`}>
          <LineChart
            h={chartHeight}
            data={points.map((point) => ({ ...point }))}
            dataKey="day"
            curveType="linear"
            strokeWidth={2}
            withDots={points.length < 32}
            dotProps={{ r: 2.5 }}
            withLegend={columns.length > 1}
            tickLine="none"
            gridAxis="x"
            series={columns.map((name, index) => ({
              name,
              label: t(`columns.${name}`),
              color: 'var(--client-edge)',
              ...strokes[index],
            }))}
            valueFormatter={(value) => numberInWords(value, language)}
            xAxisProps={{ tickFormatter: (day: string) => shortDay(day, language), minTickGap: 24 }}
            yAxisProps={{ allowDecimals: false, width: 36 }}
            lineProps={{ isAnimationActive: false }}
          />
        </div>
        <SeriesTable {...{ title, points, columns, grain }} />
      </div>
    </section>
  );
}

const shortDay = (day: string, language: string): string =>
  new Intl.DateTimeFormat(`${language}-u-nu-latn`, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(day));
