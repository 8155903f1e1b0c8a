import { isMet, ratioOf, type Figure } from './bench.ts';

/** A figure with where it comes from and how busy the machine was before and after. */
export interface Measured extends Figure {
  readonly bench: string;
  readonly load: readonly [before: number, after: number];
}

const heads = ['figure', 'value', 'peer', 'ratio', 'target', 'met', 'load'] as const;

/** The figures as columns of text. */
export function tableOf(figures: readonly Measured[]): string {
  const rows = [heads, ...figures.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  return rows.map((row) => line(row).join('  ').trimEnd()).join('\n');
}

function cellsOf(figure: Measured): string[] {
  const { bench, name, value, unit, peer, target, load } = figure;
  const ratio = ratioOf(figure);
  const met = isMet(figure);
  return [
    `${bench}: ${name}`,
    `${short(value)} ${unit}`,
    peer ? `${peer.name} ${short(peer.value)} ${unit}` : '',
    ratio === null ? '' : short(ratio),
    target ? `≤ ${target.most}${target.of === 'ratio' ? 'x' : ` ${unit}`}` : '',
    met === null ? '' : met ? 'yes' : 'NO',
    load.map((each) => each.toFixed(1)).join('-'),
  ];
}

const short = (value: number): string => {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
};
