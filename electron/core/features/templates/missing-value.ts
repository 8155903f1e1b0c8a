import { Drop } from 'liquidjs';
import { isOpenRoot, isTemplateVariable, templateVariables } from '../../../shared/template-variables.ts';
import type { RenderContext } from './render-job.ts';

/**
 * A variable without a value: false in a condition, replaced by `default`, and printed as its placeholder. A part of it is
 * missing just as it is, and so is what a filter makes of it.
 */
export class MissingValue extends Drop {
  readonly #path: string;
  constructor(path: string) {
    super();
    this.#path = path;
  }
  /** Static, for a template reaches whatever stands on the value itself. */
  static pathOf(missing: MissingValue): string {
    return missing.#path;
  }
  override valueOf(): undefined {
    return undefined;
  }
  override liquidMethodMissing(): this {
    return this;
  }
}

/**
 * The scope of a render: what is known, and a `MissingValue` for what isn't, an empty string being true in Liquid. Of a root
 * with any fields (`order`) it holds those in `named`. Line breaks in values become spaces.
 */
export function scopeOf(
  context: RenderContext,
  named: readonly (readonly unknown[])[],
): Record<string, unknown> {
  const scope: Record<string, unknown> = {};
  for (const [root, proposed] of Object.entries(templateVariables)) {
    const known = context[root] ?? {};
    const fields: readonly string[] = isOpenRoot(root)
      ? named.filter(isTemplateVariable).flatMap(([of, field]) => (of === root ? [String(field)] : []))
      : proposed;
    const entries = fields.map((field) => {
      const value = Object.hasOwn(known, field) ? valueOf(known[field]) : null;
      return [field, value ?? new MissingValue(`${root}.${field}`)];
    });
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
