import { ScrollArea, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { numberInWords } from '../../../electron/shared/figure-words.ts';
import type { SeriesPoint } from '../../../electron/shared/reports.ts';
import classes from './reports.module.css';
import { useWords } from './use-words.ts';

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
  const { language } = useWords();
  const name = `${title}: ${t('charts.table')}`;
  return (
    <ScrollArea
      className={classes['series'] ?? ''}
      type="auto"
      offsetScrollbars="y"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': name }}
    >
      <Table stickyHeader verticalSpacing={2} aria-label={name}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t(`columns.${grain}`)}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column} scope="col" className={classes['number'] ?? ''}>
                {t(`columns.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map((point) => (
            <Table.Tr key={point.day}>
              <Table.Th scope="row" className={classes['day'] ?? ''}>
                {point.day}
              </Table.Th>
              {columns.map((column) => (
                <Table.Td key={column} className={classes['number'] ?? ''}>
                  {numberInWords(point[column], language)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
