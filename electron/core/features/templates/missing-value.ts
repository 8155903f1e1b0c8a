import { Drop } from 'liquidjs';
import { isOpenRoot, isTemplateVariable, templateVariables } from '../../../shared/template-variables.ts';
import type { RenderContext } from './render-job.ts';

/** A variable without a value: false in a condition, replaced by `default`, and printed as its placeholder. */
export class MissingValue extends Drop {
  readonly path: string;
  constructor(path: string) {
    super();
    this.path = path;
  }
  override valueOf(): undefined {
    return undefined;
  }
}

/** Every field that may be named and isn't known is missing, not empty: an empty string counts as true in Liquid. */
class OpenRoot extends Drop {
  readonly #root: string;
  readonly #known: RenderContext[string];
  constructor(root: string, known: RenderContext[string] = {}) {
    super();
    this.#root = root;
    this.#known = known;
  }
  override liquidMethodMissing(key: string | number): unknown {
    const value = Object.hasOwn(this.#known, key) ? valueOf(this.#known[key]) : null;
    if (value !== null) return value;
    return isTemplateVariable([this.#root, key]) ? new MissingValue(`${this.#root}.${key}`) : undefined;
  }
}

/** The scope of a render: what is known, and a `MissingValue` for what isn't. Line breaks in values become spaces. */
export function scopeOf(context: RenderContext): Record<string, unknown> {
  const scope: Record<string, unknown> = {};
  for (const [root, fields] of Object.entries(templateVariables)) {
    const known = context[root];
    if (isOpenRoot(root)) {
      scope[root] = new OpenRoot(root, known);
      continue;
    }
    const entries = fields.map((field) => [
      field,
      valueOf(known?.[field]) ?? new MissingValue(`${root}.${field}`),
    ]);
    scope[root] = Object.fromEntries(entries);
  }
  return scope;
}

function valueOf(value: string | readonly string[] | null | undefined): string | string[] | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') return value.length === 0 ? null : value.map(oneLine);
  return oneLine(value) === '' ? null : oneLine(value);
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
