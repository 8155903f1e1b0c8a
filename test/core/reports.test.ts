import { expect, test } from 'vitest';
import { LiaisonError } from '../../electron/shared/errors.ts';
import type { ClientId, OperatorId } from '../../electron/shared/ids.ts';
import type { Role } from '../../electron/shared/operators.ts';
import { measures, reportFormats, type Report, type ReportFormat } from '../../electron/shared/reports.ts';
import { languages, type Language } from '../../electron/shared/workspace.ts';
import { unguardText } from '../../electron/core/features/reports/documents/csv.ts';
import { aClient } from '../support/a-client.ts';
import { became, createHistory, opened, received, sent } from '../support/a-history.ts';
import { corpusIsAbsent, hasCorpus, readCorpus } from '../support/corpus.ts';
import { readCsv } from '../support/read-csv.ts';
import { startCore, type TestCore } from '../support/start-core.ts';
import { unzip } from '../support/unzip.ts';

/** The week before the fake clock's Wednesday. */
const week = { from: '2026-02-23', to: '2026-03-01' };

interface Desk extends TestCore {
  readonly clientId: ClientId;
  /** The HTML pages that were given to the printer. */
  readonly printed: string[];
  export(format: ReportFormat, language?: Language): Promise<{ name: string; bytes: Uint8Array }>;
}

async function openDesk(options: { name?: string; channels?: readonly string[] } = {}): Promise<Desk> {
  const printed: string[] = [];
  const started = await startCore({
    printPdf(html) {
      printed.push(html);
      return Promise.resolve(new TextEncoder().encode('%PDF-1.7'));
    },
  });
  const client = await started.call.clients.add(aClient({ name: options.name ?? 'Northwind' }));
  const store = started.core.services.stores.of(client.id);
  store.transaction(() => {
    const history = createHistory(store);
    for (const name of options.channels ?? ['Post']) {
      history.conversation(history.channel(name), [
        opened('2026-02-24T09:30Z'),
        received('2026-02-24T09:30Z'),
        sent('2026-02-24T10:00Z'),
        became('2026-02-25T09:30Z', 'resolved'),
      ]);
    }
  });
  async function exportReport(format: ReportFormat, language: Language = 'en') {
    const issued = await started.call.reports.export({ clientId: client.id, ...week, format, language });
    const content = started.core.services.tickets.redeem('attachment', issued.path.split('/').at(-1) ?? '');
    if (content?.kind !== 'attachment') throw new Error('the ticket gave nothing');
    return content;
  }
  return { ...started, clientId: client.id, printed, export: exportReport };
}

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

test('a report is built through the router, with its figures', async () => {
  const { call, clientId } = await openDesk();
  const report = await call.reports.build({ clientId, ...week });
  expect(report.client.name).toBe('Northwind');
  const median = report.figures.find((figure) => figure.id === 'first-response-median');
  expect(median).toMatchObject({
    value: 1_800_000,
    unit: 'milliseconds',
    n: 1,
    definition: 'first-response',
  });
});

const outcomeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: Error) => error.message,
  );

test.each([
  ['agent', false],
  ['quality-lead', true],
  ['client-manager', true],
  ['administrator', true],
] as const satisfies [Role, boolean][])('%s reads and exports reports: %s', async (role, allowed) => {
  const { call, callAs, clientId } = await openDesk();
  const other = await call.clients.add(aClient({ name: 'Other', mark: 'OT' }));
  const grants = [{ clientId, role }];
  const operator: { id: OperatorId } = await call.operators.add({ name: role, email: null, grants });
  const calls = callAs(operator.id);
  const outcomes = await Promise.all([
    outcomeOf(calls.reports.build({ clientId, ...week })),
    outcomeOf(calls.reports.export({ clientId, ...week, format: 'json', language: 'en' })),
  ]);
  expect(outcomes).toEqual(allowed ? ['done', 'done'] : ['forbidden', 'forbidden']);
  await expect(calls.reports.build({ clientId: other.id, ...week })).rejects.toMatchObject({
    message: 'forbidden',
  });
});

test.each([
  ['ends before it begins', { from: '2026-03-02', to: '2026-03-01' }],
  ['is longer than a year', { from: '2025-01-01', to: '2026-03-01' }],
  ['has a day that does not exist', { from: '2026-02-30', to: '2026-03-01' }],
])('a period that %s is refused', async (_, period) => {
  const { call, clientId } = await openDesk();
  await expect(call.reports.build({ clientId, ...period })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('JSON and CSV are the same to the byte each time; JSON is the report itself', async () => {
  const desk = await openDesk();
  for (const format of ['json', 'csv'] as const) {
    const [first, second] = [await desk.export(format), await desk.export(format)];
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    expect(first.name).toBe(`northwind-2026-02-23-2026-03-01.${format}`);
  }
  const { bytes } = await desk.export('json');
  const report = JSON.parse(textOf(bytes)) as Report;
  expect(report).toEqual(await desk.call.reports.build({ clientId: desk.clientId, ...week }));
});

test('CSV: every record as long as its header, a number a row, with the definition in words', async () => {
  const desk = await openDesk();
  const [header, ...rows] = readCsv(textOf((await desk.export('csv')).bytes));
  expect(rows.every((row) => row.length === header?.length)).toBe(true);
  const cell = (figure: string, column: string) =>
    rows.find((row) => row[2] === figure)?.[header?.indexOf(column) ?? -1];
  expect(cell('first-response-median', 'value')).toBe('1800000');
  expect(cell('first-response-median', 'shown')).toBe('30 min');
  expect(cell('first-response-median', 'definition')).toContain('first public reply');
  expect(rows.filter((row) => row[0] === 'day')).toHaveLength(7 * 5);
  const resolved = rows.filter((row) => row[0] === 'status' && row[2] === 'resolved-conversations');
  const sum = resolved.reduce((all, row) => all + Number(row[header?.indexOf('value') ?? -1]), 0);
  expect(sum).toBe(Number(cell('resolved-conversations', 'value')));
  expect(sum).toBeGreaterThan(0);
  expect(resolved[0]?.at(-1)).toContain('the status in which it stood');
});

const payloads = hasCorpus ? readCorpus<{ items: string[] }>('csv-injection', 'payloads.json').items : [];

test.skipIf(!hasCorpus)(
  `XLSX and CSV: names from corpus/csv-injection stay text${hasCorpus ? '' : `: ${corpusIsAbsent}`}`,
  async () => {
    const desk = await openDesk({ name: "=cmd|' /C calc'!A0", channels: payloads });
    const files = unzip((await desk.export('xlsx')).bytes);
    const sheets = [...files].filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(6);
    for (const [, xml] of sheets) {
      expect(xml).not.toMatch(/<f[\s>/]/);
      expect(xml).not.toContain('t="str"');
    }
    const strings = unescapeXml(files.get('xl/sharedStrings.xml') ?? sheets.map(([, xml]) => xml).join(''));
    for (const payload of payloads) expect(strings).toContain(payload);

    const rows = readCsv(textOf((await desk.export('csv')).bytes));
    const names = new Set(rows.filter((row) => row[0] === 'channel').map((row) => row[1] ?? ''));
    expect([...names].map(unguardText).toSorted()).toEqual([...new Set(payloads)].toSorted());
    for (const name of names) expect(name).not.toMatch(/^[\t\r]|^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
  },
);

const unescapeXml = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

test('XLSX: numbers are number cells, and Arabic sheets run from right to left', async () => {
  const desk = await openDesk();
  const files = unzip((await desk.export('xlsx', 'ar')).bytes);
  const figures = files.get('xl/worksheets/sheet1.xml') ?? '';
  expect(figures).toContain('rightToLeft="1"');
  expect(figures).toMatch(/<c r="D\d+"[^>]*><v>1800000<\/v>/);
  expect(files.get('xl/workbook.xml')).toContain('الأرقام');
  expect(files.get('xl/styles.xml')).not.toMatch(/<alignment (?![^>]*readingOrder="2")/);
});

test('XLSX: days are dates, and a sentence has room for its lines', async () => {
  const desk = await openDesk();
  const files = unzip((await desk.export('xlsx')).bytes);
  const [figures = '', days = ''] = ['sheet1', 'sheet4'].map((name) =>
    files.get(`xl/worksheets/${name}.xml`),
  );
  // 1900's days, as spreadsheets count them.
  const first = (Date.parse(`${week.from}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  expect(days).toMatch(new RegExp(`<c r="A2"[^>]*><v>${first}</v>`));
  expect(files.get('xl/styles.xml')).toContain('formatCode="yyyy-mm-dd"');
  expect(figures).toMatch(/<row r="2"[^>]* ht="26"/);
});

test('PDF: one page that loads nothing, escaped, with headings, tables and definitions', async () => {
  const desk = await openDesk({ name: '<img src=x onerror=alert(1)>' });
  const { bytes } = await desk.export('pdf');
  expect(textOf(bytes)).toBe('%PDF-1.7');
  const [html] = desk.printed;
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).not.toMatch(/<(script|img|link|iframe|object)\b|\b(src|href)=["']|url\(/i);
  expect(html).toMatch(/<h1>.*<h2>/s);
  expect(html).toContain('<th scope="row">');
  expect(html).toContain('Time from the opening of a new conversation');
});

test('PDF in Arabic is set from right to left, with figures in western digits', async () => {
  const desk = await openDesk();
  await desk.export('pdf', 'ar');
  expect(desk.printed[0]).toContain('<html lang="ar" dir="rtl">');
  expect(desk.printed[0]).toContain('تقرير خدمة الزبائن');
  expect(desk.printed[0]).not.toMatch(/[٠-٩]/u);
});

test.each(languages)('every word of a document exists in %s', async (language) => {
  const desk = await openDesk();
  await desk.export('pdf', language);
  const { bytes } = await desk.export('csv', language);
  expect(`${desk.printed[0]}${textOf(bytes)}`).not.toMatch(
    /\b(measures|definitions|statistics|columns|groups|charts|proof|document|words|units)\.[a-z]/,
  );
  expect(measures.length).toBeGreaterThan(20);
});

test('where the host cannot print, only the PDF is refused', async () => {
  const { call, clientId } = await startWithoutPrinter();
  const wanted = reportFormats.map((format) =>
    outcomeOf(call.reports.export({ clientId, ...week, format, language: 'en' })),
  );
  expect(await Promise.all(wanted)).toEqual(['done', 'done', 'done', 'pdf-unavailable']);
});

async function startWithoutPrinter() {
  const started = await startCore({ printPdf: () => Promise.reject(new LiaisonError('pdf-unavailable')) });
  const client = await started.call.clients.add(aClient());
  return { call: started.call, clientId: client.id };
}

test('holidays are a new version of the calendar, which only administrators make', async () => {
  const { call, callAs, clientId, clock } = await openDesk();
  clock.advance(60_000);
  const holidays = [{ day: '2026-12-25', name: 'Christmas' }];
  await call.calendars.setHolidays({ clientId, holidays });
  const calendar = await call.calendars.read({ clientId });
  expect(calendar).toMatchObject({ version: 2, holidays: [{ day: '2026-12-25', intervals: [] }] });
  const manager = await call.operators.add({
    name: 'Mo',
    email: null,
    grants: [{ clientId, role: 'client-manager' }],
  });
  const calls = callAs(manager.id);
  await expect(calls.calendars.read({ clientId })).resolves.toMatchObject({ version: 2 });
  await expect(calls.calendars.setHolidays({ clientId, holidays: [] })).rejects.toMatchObject({
    message: 'forbidden',
  });
});
