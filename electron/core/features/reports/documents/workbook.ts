import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node';
import type { Report } from '../../../../shared/reports.ts';
import {
  channelsTable,
  proofTable,
  seriesTable,
  statusesTable,
  wideFiguresTable,
  type Table,
  type Words,
} from './tables.ts';

/** Wide enough for a name, narrow enough for a screen; the last column of figures holds a sentence. */
const columnWidths = [30, 26, 18, 16, 14, 16, 16, 12, 14, 14, 80];

/**
 * One sheet a table. Text is always a string cell and a number always a number cell: nothing a customer or a client's
 * name says can become a formula (ASVS 1.2.10), so nothing is prefixed here.
 */
export async function writeWorkbook(report: Report, words: Words): Promise<Uint8Array> {
  const tables: readonly (readonly [string, Table])[] = [
    ['figures', wideFiguresTable(report.figures, words)],
    ['statuses', statusesTable(report, words)],
    ['channels', channelsTable(report, words)],
    ['days', seriesTable(report.days, 'day', words)],
    ['weeks', seriesTable(report.weeks, 'week', words)],
    ['proof', proofTable(report, words)],
  ];
  const sheets = tables.map(([name, table]) => sheetOf(words.say(`sheets.${name}`), table, words));
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer());
}

const sheetOf = (name: string, table: Table, { language }: Words): Sheet<never> => ({
  sheet: name,
  data: [
    table.columns.map((text): Cell => ({ value: text, type: String, fontWeight: 'bold' })),
    ...table.rows.map((row) => row.map(cellOf)),
  ],
  columns: table.columns.map((_, index) => ({ width: columnWidths[index] ?? 14 })),
  stickyRowsCount: 1,
  rightToLeft: language === 'ar',
});

function cellOf(value: string | number | null): Cell {
  if (value === null) return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}
