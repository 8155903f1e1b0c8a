import { momentInWords, periodInWords } from '../../../../shared/figure-words.ts';
import { groupOf, measureGroups, measures, type Measure, type Report } from '../../../../shared/reports.ts';
import { lineChart } from './chart.ts';
import { markup, type Markup } from './markup.ts';
import { pageStyle } from './page-style.ts';
import {
  channelsTable,
  figuresTable,
  proofTable,
  seriesTable,
  statusesTable,
  type Table,
  type Words,
} from './tables.ts';

/** Above this many days the tables are told by week; the charts stay daily. */
const mostDaysInTable = 45;

/**
 * The report as one HTML page that loads nothing: for printing to PDF by a browser, which sets Arabic right. Headings are
 * real headings and tables have header cells, so the PDF's tags are right too.
 */
export function reportPage(report: Report, words: Words): string {
  const { say, language } = words;
  const { client, period } = report;
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const page = markup`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say('document.title')}: ${client.name}, ${period.from} – ${period.to}</title>
<style>${{ html: pageStyle }}</style>
</head>
<body>
<header><h1>${say('document.title')}: <bdi>${client.name}</bdi></h1>
<p>${say('document.subtitle', { period: periodInWords(period, language), timeZone: period.timeZone })}</p>
${period.complete ? '' : notOver(report, words)}</header>
${measureGroups.map((group) => groupSection(report, group, words))}
${chartsSection(report, words)}
${statusesSection(report, words)}
<section><h2>${say('channels')}</h2>${tableOf(channelsTable(report, words), say('channels'))}</section>
${definitionsSection(words)}
<section class="proof"><h2>${say('proof.title')}</h2>${tableOf(proofTable(report, words), say('proof.title'))}</section>
</body>
</html>
`;
  return page.html;
}

function notOver({ period }: Report, { say, language }: Words): Markup {
  const moment = momentInWords(period.asOf, { language, timeZone: period.timeZone });
  return markup`<p class="note">${say('notOver', { moment })}</p>`;
}

function groupSection(report: Report, group: (typeof measureGroups)[number], words: Words): Markup {
  const figures = report.figures.filter((figure) => groupOf[figure.measure] === group);
  const title = words.say(`groups.${group}`);
  return markup`<section class="figures"><h2>${title}</h2>${tableOf(figuresTable(figures, words), title)}</section>`;
}

function chartsSection(report: Report, words: Words): Markup {
  const { say } = words;
  const { days, weeks } = report;
  const flow = [
    { name: say('columns.opened'), valueOf: (point: Report['days'][number]) => point.opened, dashed: false },
    {
      name: say('columns.resolved'),
      valueOf: (point: Report['days'][number]) => point.resolved,
      dashed: true,
    },
  ];
  const backlog = [
    {
      name: say('columns.backlog'),
      valueOf: (point: Report['days'][number]) => point.backlog,
      dashed: false,
    },
  ];
  const table =
    days.length > mostDaysInTable ? seriesTable(weeks, 'week', words) : seriesTable(days, 'day', words);
  return markup`<section><h2>${say('charts.flow')}</h2>
${lineChart(days, flow, say('charts.flow'))}
${lineChart(days, backlog, say('charts.backlog'))}
${tableOf(table, say('charts.table'))}</section>`;
}

function statusesSection(report: Report, words: Words): Markup {
  const title = words.say('byStatus.title');
  if (report.statuses.length === 0) return markup``;
  return markup`<section><h2>${title}</h2><p>${words.say('byStatus.definition')}</p>
${tableOf(statusesTable(report, words), title)}</section>`;
}

function definitionsSection({ say }: Words): Markup {
  const entry = (measure: Measure) =>
    markup`<dt>${say(`measures.${measure}`)}</dt><dd>${say(`definitions.${measure}`)}</dd>`;
  return markup`<section><h2>${say('document.definitions')}</h2><dl>${measures.map(entry)}</dl></section>`;
}

function tableOf(table: Table, caption: string): Markup {
  const numeric = table.columns.map((_, index) => typeof table.rows[0]?.[index] === 'number');
  const align = (index: number) => (numeric[index] ? markup` class="number"` : markup``);
  const cell = (value: string | number | null, index: number) =>
    index === 0
      ? markup`<th scope="row"><bdi>${value ?? ''}</bdi></th>`
      : markup`<td${align(index)}><bdi>${value ?? ''}</bdi></td>`;
  return markup`<table><caption class="hidden">${caption}</caption>
<thead><tr>${table.columns.map((name, index) => markup`<th scope="col"${align(index)}>${name}</th>`)}</tr></thead>
<tbody>${table.rows.map((row) => markup`<tr>${row.map(cell)}</tr>`)}</tbody></table>`;
}
