import type { SeriesPoint } from '../../../../shared/reports.ts';
import { markup, type Markup } from './markup.ts';

const width = 640;
const height = 160;
const left = 36;
const bottom = 18;
const plotWidth = width - left;
const plotHeight = height - bottom;

export interface ChartLine {
  readonly name: string;
  readonly valueOf: (point: SeriesPoint) => number;
  /** One line is drawn whole, the other dashed: colour is never alone. */
  readonly dashed: boolean;
}

/**
 * A line chart as an inline picture that needs no script. Time runs from left to right in every language, as the numbers
 * on its axis do; the table behind it says the same in words.
 */
export function lineChart(
  points: readonly SeriesPoint[],
  lines: readonly ChartLine[],
  title: string,
): Markup {
  const top = Math.max(1, ...points.flatMap((point) => lines.map((line) => line.valueOf(point))));
  const x = (index: number) =>
    left + (points.length < 2 ? plotWidth / 2 : (plotWidth * index) / (points.length - 1));
  const y = (value: number) => 4 + (plotHeight - 8) * (1 - value / top);
  const drawn = lines.map((line, index) => {
    const path = points
      .map((point, at) => `${x(at).toFixed(1)},${y(line.valueOf(point)).toFixed(1)}`)
      .join(' ');
    return markup`<polyline class="line line-${index}" points="${path}" ${dashOf(line)}/>`;
  });
  return markup`<figure class="chart">
<figcaption>${title} ${lines.length > 1 ? lines.map(legend) : ''}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" direction="ltr">
<line class="axis" x1="${left}" x2="${width}" y1="${y(0)}" y2="${y(0)}"/>
<line class="grid" x1="${left}" x2="${width}" y1="${y(top)}" y2="${y(top)}"/>
<text x="${left - 6}" y="${y(0)}" text-anchor="end">0</text>
<text x="${left - 6}" y="${y(top) + 8}" text-anchor="end">${top}</text>
<text x="${left}" y="${height - 3}">${points[0]?.day ?? ''}</text>
<text x="${width}" y="${height - 3}" text-anchor="end">${points.at(-1)?.day ?? ''}</text>
${drawn}
</svg></figure>`;
}

const dashOf = (line: ChartLine): Markup => (line.dashed ? markup`stroke-dasharray="5 3"` : markup``);

const legend = (line: ChartLine, index: number): Markup => markup`<span class="key">
<svg viewBox="0 0 24 6" width="24" height="6" aria-hidden="true"><line class="line line-${index}" x1="0" x2="24" y1="3" y2="3" ${dashOf(line)}/></svg>
${line.name}</span>`;
