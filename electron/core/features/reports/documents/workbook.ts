import writeXlsxFile from 'write-excel-file/node';
import type { Report } from '../../../../shared/reports.ts';
import { sheetOf, sheetOptions } from './sheet.ts';
import {
  channelsTable,
  proofTable,
  seriesTable,
  statusesTable,
  wideFiguresTable,
  type Table,
  type Words,
} from './tables.ts';

interface Page {
  readonly name: 'figures' | 'statuses' | 'channels' | 'days' | 'weeks' | 'proof';
  readonly table: Table;
  readonly widths: readonly number[];
  readonly dated?: boolean;
}

const seriesWidths = [14, 14, 14, 20, 14, 14];

/** One sheet a table. */
export async function writeWorkbook(report: Report, words: Words): Promise<Uint8Array> {
  const { say, language } = words;
  const pages: readonly Page[] = [
    {
      name: 'figures',
      table: wideFiguresTable(report.figures, words),
      widths: [26, 26, 18, 18, 15, 18, 18, 14, 15, 15, 110],
    },
    { name: 'statuses', table: statusesTable(report, words), widths: [30, 26, 20, 20, 20] },
    { name: 'channels', table: channelsTable(report, words), widths: [36, 14, 14, 14, 14, 14] },
    { name: 'days', table: seriesTable(report.days, 'day', words), widths: seriesWidths, dated: true },
    { name: 'weeks', table: seriesTable(report.weeks, 'week', words), widths: seriesWidths, dated: true },
    { name: 'proof', table: proofTable(report, words), widths: [38, 80] },
  ];
  const sheets = pages.map(({ name, table, widths, dated = false }) =>
    sheetOf(table, { name: say(`sheets.${name}`), language, widths, dated }),
  );
  return new Uint8Array(await writeXlsxFile(sheets, sheetOptions(language)).toBuffer());
}
