import { filters, Liquid, type FilterImplOptions } from 'liquidjs';
import { templateFilters, templateTags } from '../../../shared/template-variables.ts';
import { MissingValue } from './missing-value.ts';
import type { RenderJob } from './render-job.ts';

/** A reply is a page of text; these are far beyond it and far below what a machine feels. */
export const renderLimits = {
  /** Characters of source. */
  parse: 1_000_000,
  /** Milliseconds of rendering, checked by liquidjs between its steps. */
  render: 200,
  /** New objects and characters, as liquidjs counts them. */
  memory: 2_000_000,
  /** Tags, texts and outputs rendered. */
  nodes: 10_000,
  /** Characters of output. */
  output: 1_048_576,
} as const;

const noFiles = {
  exists: () => Promise.resolve(false),
  existsSync: () => false,
  readFile: () => Promise.reject(new Error('templates read no files')),
  readFileSync: () => {
    throw new Error('templates read no files');
  },
  resolve: () => '',
};

/** Liquid with the house's tags and filters and nothing else. */
export function createEngine(job: Pick<RenderJob, 'locale' | 'timeZone' | 'now'>): Liquid {
  const liquid = new Liquid({
    fs: noFiles,
    relativeReference: false,
    ownPropertyOnly: true,
    strictFilters: true,
    locale: job.locale,
    timezoneOffset: job.timeZone,
    dateFormat: '%-d %B %Y',
    parseLimit: renderLimits.parse,
    renderLimit: renderLimits.render,
    memoryLimit: renderLimits.memory,
  });
  keepOnly(liquid.tags, templateTags);
  keepOnly(liquid.filters, templateFilters);
  liquid.registerFilter('date', dateFilter(job.now));
  for (const [name, filter] of Object.entries(liquid.filters))
    if (!answersForNothing.has(name)) liquid.registerFilter(name, keepingMissing(filter));
  return liquid;
}

/** Something can stand in for what is missing, and nothing has no length. */
const answersForNothing: ReadonlySet<string> = new Set(['default', 'size']);

/** What a filter makes of a missing value is missing, or a text would close over the gap. */
function keepingMissing(filter: FilterImplOptions): FilterImplOptions {
  const handler = typeof filter === 'function' ? filter : filter.handler;
  return function keepMissing(value: unknown, ...rest: unknown[]) {
    const missing = [value, ...rest].find((each) => each instanceof MissingValue);
    return missing ?? handler.call(this, value, ...rest);
  };
}

/** The built-in one, except that now is the clock's and a padding wider than any date is refused. */
function dateFilter(now: number): FilterImplOptions {
  return function date(value: unknown, format?: unknown, zone?: unknown) {
    if (typeof format === 'string' && /%[^a-zA-Z%]*\d{3}/.test(format))
      throw new Error('memory alloc limit exceeded');
    const at = value === 'now' || value === 'today' ? new Date(now) : value;
    const builtIn = filters['date'] as (this: unknown, ...values: unknown[]) => unknown;
    return builtIn.call(this, at, format, zone);
  };
}

function keepOnly(registry: Record<string, unknown>, names: readonly string[]): void {
  for (const name of Object.keys(registry)) {
    if (!names.includes(name)) delete registry[name];
  }
}
