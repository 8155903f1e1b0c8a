import { assertNever } from '../../../../shared/assert-never.ts';
import type { Report, ReportFormat } from '../../../../shared/reports.ts';
import type { Language } from '../../../../shared/workspace.ts';
import type { PrintPdf } from '../../../ports.ts';
import { createWords } from '../../../words.ts';
import { toCsv } from './csv.ts';
import { reportPage } from './page.ts';
import { csvRows } from './rows.ts';
import type { Words } from './tables.ts';
import { writeWorkbook } from './workbook.ts';

export interface Documents {
  write(report: Report, how: { format: ReportFormat; language: Language }): Promise<Uint8Array>;
}

export function createDocuments(options: { locales: string; printPdf: PrintPdf }): Documents {
  let sentences: ReturnType<typeof createWords> | null = null;
  const utf8 = new TextEncoder();

  function wordsIn(language: Language): Words {
    sentences ??= createWords(options.locales);
    const translate = sentences.of(language, 'reports');
    return { language, say: (key, values = {}) => translate(key, { ...values }) };
  }

  return {
    async write(report, { format, language }) {
      const words = wordsIn(language);
      switch (format) {
        case 'json':
          return utf8.encode(`${JSON.stringify(report, null, 2)}\n`);
        case 'csv':
          return utf8.encode(toCsv(csvRows(report, words)));
        case 'xlsx':
          return writeWorkbook(report, words);
        case 'pdf':
          return options.printPdf(reportPage(report, words));
        default:
          return assertNever(format);
      }
    },
  };
}
