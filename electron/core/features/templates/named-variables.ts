import { analyzeSync, type StaticAnalysis, type Template, type Variable } from 'liquidjs';
import { isTemplateVariable, templateVariables } from '../../../shared/template-variables.ts';
import { TemplateFault } from './template-fault.ts';

/** A variable as it is written: `['order', 'number']`. */
type Path = readonly unknown[];

/** What a template names, and what it assigns. */
export interface NamedVariables {
  readonly paths: readonly Path[];
  /** @throws TemplateFault naming the first variable that no template may name, or the first root that it assigns to */
  mustBeKnown(): void;
}

export function namedIn(templates: Template[]): NamedVariables {
  const analysis = analyzeSync(templates, { partials: false });
  return {
    paths: all(analysis.variables).map((variable) => variable.toArray()),
    mustBeKnown: () => checkNames(analysis),
  };
}

const all = (variables: StaticAnalysis['variables']): Variable[] => Object.values(variables).flat();

function checkNames({ variables, globals, locals }: StaticAnalysis): void {
  const taken = all(locals).find((variable) => Object.hasOwn(templateVariables, nameOf(variable)));
  if (taken)
    throw new TemplateFault({ reason: 'syntax', detail: `assign ${nameOf(taken)}`, ...placeOf(taken) });
  const assigned = new Set(all(locals).map(nameOf));
  const unknown =
    all(globals).find((variable) => !isTemplateVariable(variable.toArray())) ??
    all(variables).find((variable) => assigned.has(nameOf(variable)) && !isPart(variable.toArray()));
  if (unknown)
    throw new TemplateFault({ reason: 'unknown-variable', detail: String(unknown), ...placeOf(unknown) });
}

const nameOf = (variable: Variable): string => String(variable.toArray()[0]);

/** What is assigned is a text, a number or a list: of these only the places and the size have a name. */
const isPart = ([, ...rest]: Path): boolean =>
  rest.every((field) => typeof field === 'number' || ['size', 'first', 'last'].includes(String(field)));

const placeOf = ({ location: { row, col } }: Variable) => ({ line: row, column: col });
