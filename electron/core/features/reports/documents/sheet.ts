import type { Cell, CellObject, Sheet } from 'write-excel-file/node';
import type { Language } from '../../../../shared/workspace.ts';
import type { Table } from './tables.ts';

interface Layout {
  readonly name: string;
  readonly language: Language;
  /** In characters, a column each: wide enough for a name, narrow enough for a screen; sentences are wrapped. */
  readonly widths: readonly number[];
  /** The first column holds days (`YYYY-MM-DD`), which a spreadsheet sorts and charts as such. */
  readonly dated: boolean;
}

/** Arial is there on every system, with Arabic letters; without a name each program takes another font. */
export const sheetOptions = (language: Language) => ({
  ...{ fontFamily: 'Arial', fontSize: 10 },
  features: language === 'ar' ? [readFromTheRight] : [],
});

/** Else a text that begins with a digit is set from left to right (ECMA-376, 18.8.1, `readingOrder`). */
const readFromTheRight = {
  files: {
    transform: {
      'xl/styles.xml': {
        transform: (styles: string) => styles.replaceAll('<alignment ', '<alignment readingOrder="2" '),
      },
    },
  },
};

/** The height of one. */
const linePoints = 13;

/**
 * A table as a sheet: text from where reading begins, numbers to where it ends. Text is always a string cell and a number
 * always a number cell: nothing a customer or a client's name says can become a formula (ASVS 1.2.10), so nothing is
 * prefixed here.
 */
export function sheetOf({ columns, rows }: Table, { name, language, widths, dated }: Layout): Sheet<never> {
  const isNumeric = columns.map((_, index) => rows.some((row) => typeof row[index] === 'number'));
  const rightToLeft = language === 'ar';
  const placed = (cell: CellObject, index: number): Cell => ({
    ...cell,
    align: isNumeric[index] === rightToLeft ? 'left' : 'right',
    alignVertical: 'top',
    indent: 1,
  });
  const rowOf = (cells: readonly (string | number | null)[]): Cell[] => {
    // No program is certain to make room for wrapped lines by itself.
    const height = linePoints * Math.max(...cells.map((cell, index) => linesOf(cell, widths[index] ?? 0)));
    return cells.map((cell, index) =>
      placed({ ...(dated && index === 0 ? dayCell(cell) : valueCell(cell)), height }, index),
    );
  };
  return {
    sheet: name,
    data: [
      columns.map((text, index) => placed({ ...valueCell(text), fontWeight: 'bold' }, index)),
      ...rows.map(rowOf),
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
    rightToLeft,
  };
}

/** Rather one too many than one that can't be seen: words are wrapped whole. */
const linesOf = (cell: string | number | null, width: number): number =>
  typeof cell === 'string' ? Math.max(1, Math.ceil(cell.length / (width * 0.95))) : 1;

const dayCell = (day: string | number | null): CellObject => ({
  value: new Date(`${day}T00:00:00Z`),
  type: Date,
  format: 'yyyy-mm-dd',
});

function valueCell(value: string | number | null): CellObject {
  if (value === null) return {};
  if (typeof value === 'string') return { value, type: String, wrap: true };
  return { value, type: Number, format: Number.isInteger(value) ? '#,##0' : '#,##0.00' };
}
