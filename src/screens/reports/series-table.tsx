import { ScrollArea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SeriesPoint } from '../../../electron/shared/reports.ts';
import { FigureTable } from './figure-table.tsx';
import classes from './reports.module.css';

export type SeriesColumn = Exclude<keyof SeriesPoint, 'day'>;

interface SeriesTableProps {
  /** Of the chart beside it. */
  readonly title: string;
  readonly points: readonly SeriesPoint[];
  readonly columns: readonly SeriesColumn[];
  readonly grain: 'day' | 'week';
}

/** The same as the chart beside it, in numbers. */
export function SeriesTable({ title, points, columns, grain }: SeriesTableProps) {
  const { t } = useTranslation('reports');
  const name = `${title}: ${t('charts.table')}`;
  return (
    <ScrollArea
      className={classes['series'] ?? ''}
      type="auto"
      offsetScrollbars="y"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': name }}
    >
      <FigureTable
        stickyHeader
        verticalSpacing={2}
        aria-label={name}
        words={[t(`columns.${grain}`)]}
        figures={columns.map((column) => t(`columns.${column}`))}
        lines={points.map((point) => ({
          key: point.day,
          words: [
            <span key="day" className={classes['day']}>
              {point.day}
            </span>,
          ],
          figures: columns.map((column) => point[column]),
        }))}
      />
    </ScrollArea>
  );
}
