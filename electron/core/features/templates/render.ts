import { analyzeSync, Drop, Output, type Context, type Emitter, type Liquid, type Template } from 'liquidjs';
import { isTemplateVariable } from '../../../shared/template-variables.ts';
import { createEngine, renderLimits } from './liquid-engine.ts';
import { MissingValue, scopeOf } from './missing-value.ts';
import { namedIn } from './named-variables.ts';
import type { RenderAnswer, RenderJob } from './render-job.ts';
import { problemOf, TemplateFault } from './template-fault.ts';

/**
 * Fills a template. A variable without a value leaves its placeholder (`[order.number]`), unless a `default` filter
 * gives one. Blocks its thread until it is done: run it in a thread that can be ended.
 */
export function render(job: RenderJob): RenderAnswer {
  try {
    const liquid = createEngine(job);
    const templates = liquid.parse(job.source);
    const named = namedIn(templates);
    if (job.strict) named.mustBeKnown();
    const unfilled = new Set<string>();
    fillOutputs(templates, { liquid, unfilled, escape: job.format === 'html' });
    const scope = scopeOf(job.context, named.paths);
    const text = String(
      liquid.renderSync(templates, scope, { sync: true, templateLimit: renderLimits.nodes }),
    );
    if (text.length > renderLimits.output) throw new TemplateFault({ reason: 'limit', detail: 'output' });
    return { kind: 'rendered', text, unfilled: [...unfilled] };
  } catch (error) {
    return { kind: 'failed', problem: problemOf(error) };
  }
}

interface Filling {
  readonly liquid: Liquid;
  readonly unfilled: Set<string>;
  readonly escape: boolean;
}

/** Makes every `{{ }}` below print a placeholder for what is missing. */
function fillOutputs(templates: readonly Template[], filling: Filling): void {
  for (const template of templates) {
    if (template instanceof Output) template.render = outputRenderer(template, filling);
    else fillOutputs(childrenOf(template), filling);
  }
}

function childrenOf(template: Template): Template[] {
  const step = template.children?.(false, true).next();
  return step?.done ? step.value : [];
}

function outputRenderer(output: Output, { unfilled, escape }: Filling): Output['render'] {
  const { value } = output;
  const paths = Object.values(analyzeSync([output], { partials: false }).globals)
    .flat()
    .map((variable) => variable.toArray())
    .filter(isTemplateVariable);
  const hasDefault = value.filters.some((filter) => filter.name === 'default');

  return function* fill(context: Context, emitter: Emitter): IterableIterator<unknown> {
    const result: unknown = yield value.value(context, false);
    const named = paths
      .map((path) => context.getSync(path.map(String)))
      .find((each) => each instanceof MissingValue);
    const missing =
      result instanceof MissingValue ? result : hasDefault && !isEmpty(result) ? undefined : named;
    if (missing instanceof MissingValue) {
      const path = MissingValue.pathOf(missing);
      unfilled.add(path);
      emitter.write(`[${path}]`);
      return;
    }
    const text = Array.isArray(result) ? result.join(', ') : textOf(result);
    emitter.write(escape ? escapeMarkup(text) : text);
  };
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** The context is plain data: whatever else an output gives is shown as JSON, never as `[object Object]`. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  // Liquid's own words for nothing: `nil`, `empty` and `blank`.
  if (value === undefined || value === null || value instanceof Drop) return '';
  return JSON.stringify(value);
}
