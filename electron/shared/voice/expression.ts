import { tokensOf, type Token } from './expression-tokens.ts';

/** What an expression gives: conditions are true or false, everything else is a number. */
export type Value = number | boolean;
/** An expression ready to be worked out; division by zero is infinite, and what makes no sense is NaN. */
export type Expression = (variables: ReadonlyMap<string, number>) => Value;

/** Thrown with what is wrong with an expression. */
export class ExpressionError extends Error {}

const longest = 2_000;
const deepest = 50;

const functions: ReadonlyMap<
  string,
  { readonly takes: number; readonly run: (...values: number[]) => number }
> = new Map([
  ['abs', { takes: 1, run: Math.abs }],
  ['cbrt', { takes: 1, run: Math.cbrt }],
  ['ceil', { takes: 1, run: Math.ceil }],
  ['exp', { takes: 1, run: Math.exp }],
  ['floor', { takes: 1, run: Math.floor }],
  ['log', { takes: 1, run: Math.log }],
  ['log10', { takes: 1, run: Math.log10 }],
  ['log2', { takes: 1, run: Math.log2 }],
  ['max', { takes: 2, run: Math.max }],
  ['min', { takes: 2, run: Math.min }],
  ['pow', { takes: 2, run: Math.pow }],
  ['sqrt', { takes: 1, run: Math.sqrt }],
  ['trunc', { takes: 1, run: Math.trunc }],
]);

type Combine = (left: Value, right: Value) => Value;
/** From the loosest to the tightest. */
const levels: readonly ReadonlyMap<string, Combine>[] = [
  new Map<string, Combine>([['||', (left, right) => left === true || right === true]]),
  new Map<string, Combine>([['&&', (left, right) => left === true && right === true]]),
  new Map<string, Combine>([
    ['==', (left, right) => left === right],
    ['!=', (left, right) => left !== right],
    ['<', (left, right) => Number(left) < Number(right)],
    ['<=', (left, right) => Number(left) <= Number(right)],
    ['>', (left, right) => Number(left) > Number(right)],
    ['>=', (left, right) => Number(left) >= Number(right)],
  ]),
  new Map<string, Combine>([
    ['+', (left, right) => Number(left) + Number(right)],
    ['-', (left, right) => Number(left) - Number(right)],
  ]),
  new Map<string, Combine>([
    ['*', (left, right) => Number(left) * Number(right)],
    ['/', (left, right) => Number(left) / Number(right)],
    ['%', (left, right) => Number(left) % Number(right)],
  ]),
];

/**
 * Reads an expression of numbers, the variables in `known`, `+ - * / %`, comparisons, `&& || !`, brackets and
 * `math.sqrt(...)` and its like: the part of Tengo that Vale's formulas are written in. Nothing of it is ever run as
 * JavaScript.
 *
 * @throws ExpressionError
 */
export function compileExpression(source: string, known: ReadonlySet<string>): Expression {
  if (source.length > longest) throw new ExpressionError('too long');
  const tokens = tokensOf(source);
  if (!tokens) throw new ExpressionError(`not understood: ${source}`);
  const reader = createReader(tokens, known);
  const expression = reader.expression(0);
  reader.mustEnd();
  return expression;
}

function createReader(tokens: readonly Token[], known: ReadonlySet<string>) {
  let at = 0;
  let depth = 0;
  const take = (text: string): boolean => {
    if (tokens[at]?.text !== text) return false;
    at += 1;
    return true;
  };
  const must = (text: string): void => {
    if (!take(text)) throw new ExpressionError(`'${text}' expected, not '${tokens[at]?.text ?? 'the end'}'`);
  };

  function expression(level: number): Expression {
    const operators = levels[level];
    if (!operators) return unary();
    let left = expression(level + 1);
    for (
      let combine = operators.get(tokens[at]?.text ?? '');
      combine;
      combine = operators.get(tokens[at]?.text ?? '')
    ) {
      at += 1;
      left = combined(combine, { left, right: expression(level + 1) });
    }
    return left;
  }

  function unary(): Expression {
    depth += 1;
    if (depth > deepest) throw new ExpressionError('too many brackets');
    const read = take('-')
      ? negative(unary())
      : take('!')
        ? opposite(unary())
        : take('+')
          ? unary()
          : operand();
    depth -= 1;
    return read;
  }

  function operand(): Expression {
    if (take('(')) {
      const inside = expression(0);
      must(')');
      return inside;
    }
    const token = tokens[at];
    at += 1;
    if (token?.kind === 'number') return () => Number(token.text);
    if (token?.kind !== 'name')
      throw new ExpressionError(`a value expected, not '${token?.text ?? 'the end'}'`);
    if (token.text.startsWith('math.')) return call(token.text.slice('math.'.length));
    if (!known.has(token.text)) throw new ExpressionError(`no variable called '${token.text}'`);
    return (variables) => variables.get(token.text) ?? 0;
  }

  function call(name: string): Expression {
    const called = functions.get(name);
    if (!called) throw new ExpressionError(`no function called 'math.${name}'`);
    must('(');
    const values = [expression(0)];
    while (take(',')) values.push(expression(0));
    must(')');
    if (values.length !== called.takes) throw new ExpressionError(`math.${name} takes ${called.takes}`);
    return (variables) => called.run(...values.map((value) => Number(value(variables))));
  }

  return {
    expression,
    mustEnd(): void {
      if (at < tokens.length) throw new ExpressionError(`the end expected, not '${tokens[at]?.text ?? ''}'`);
    },
  };
}

const negative =
  (of: Expression): Expression =>
  (variables) =>
    -Number(of(variables));
const opposite =
  (of: Expression): Expression =>
  (variables) =>
    of(variables) !== true;
const combined =
  (combine: Combine, { left, right }: { left: Expression; right: Expression }): Expression =>
  (variables) =>
    combine(left(variables), right(variables));
