import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Pair,
  type Scalar,
} from 'yaml';
import { RuleError } from '../../../shared/voice/rule-problem.ts';

/** A field of a rule's YAML: plain strings, lists and pairs, because Vale decodes every value by the field's own type. */
export interface RuleField {
  readonly value: unknown;
  /** From 1. */
  readonly line: number;
}

export interface RuleYaml {
  /** Names in lower case, as Vale matches them. */
  readonly fields: ReadonlyMap<string, RuleField>;
}

/**
 * Reads the first document of a rule file. Every scalar stays the string it is written as ("1.0", "no", "007"), like
 * in Vale, whose decoder only makes a boolean or a number where the field is one.
 *
 * @throws RuleError `yaml` with the line
 */
export function readRuleYaml(rule: string, yaml: string): RuleYaml {
  const lineCounter = new LineCounter();
  const document = parseFirst(rule, { yaml, lineCounter });
  const error = document?.errors[0];
  if (error) {
    const detail = error.message.split(' at line')[0]?.split('\n')[0] ?? error.code;
    throw new RuleError({ rule, reason: 'yaml', detail, line: error.linePos?.[0].line ?? 0 });
  }
  const contents = document?.contents;
  if (!document || !isMap(contents))
    throw new RuleError({ rule, reason: 'yaml', detail: 'not a mapping', line: 1 });

  const plain = createPlain(rule, document);
  const fields = new Map<string, RuleField>();
  for (const pair of contents.items) {
    const { key, value } = readPair(pair, plain);
    fields.set(key.toLowerCase(), { value, line: lineOfKey(pair, lineCounter) });
  }
  return { fields };
}

/** The parser follows nesting by calling itself, and so runs out of room where a file is nothing but brackets. */
function parseFirst(
  rule: string,
  { yaml, lineCounter }: { yaml: string; lineCounter: LineCounter },
): Document.Parsed | undefined {
  try {
    const documents = parseAllDocuments(yaml, { schema: 'failsafe', uniqueKeys: true, lineCounter });
    return 'empty' in documents ? undefined : documents[0];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RuleError({ rule, reason: 'yaml', detail: 'nested too deeply', line: 0 });
  }
}

function readPair(pair: Pair, plain: (node: unknown) => unknown): { key: string; value: unknown } {
  const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
  return { key, value: plain(pair.value) };
}

/** More values than any rule has: what aliases of aliases come to. */
const mostValues = 20_000;

/** Makes values of nodes. A mapping becomes its pairs, in order, because the order and the spelling of keys matter. */
function createPlain(rule: string, document: Document): (node: unknown) => unknown {
  let left = mostValues;
  const open = new Set<unknown>();
  function plain(node: unknown): unknown {
    left -= 1;
    if (left < 0 || open.has(node))
      throw new RuleError({ rule, reason: 'yaml', detail: 'too many aliases', line: 0 });
    open.add(node);
    const value = valueOf(node);
    open.delete(node);
    return value;
  }
  function valueOf(node: unknown): unknown {
    if (node === null || node === undefined) return null;
    if (isAlias(node)) return plain(node.resolve(document));
    if (isMap(node))
      return node.items.map((pair) => readPair(pair, plain)).map(({ key, value }) => [key, value]);
    if (isScalar(node)) return isNull(node) ? null : node.value;
    if (isSeq(node)) return node.items.map(plain);
    return null;
  }
  return plain;
}

/** The failsafe schema makes strings of these too. */
const isNull = (node: Scalar): boolean =>
  node.type === 'PLAIN' && /^(?:~|null|Null|NULL)?$/.test(String(node.value));

function lineOfKey(pair: Pair, counter: LineCounter): number {
  const offset = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  return offset === undefined ? 0 : counter.linePos(offset).line;
}
