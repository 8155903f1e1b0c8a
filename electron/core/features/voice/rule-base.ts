import type { RuleFile } from '../../../shared/voice-guides.ts';
import { RuleError } from '../../../shared/voice/rule-problem.ts';
import { readRuleYaml, type RuleField, type RuleYaml } from './rule-yaml.ts';

/** Of rules that are each made of the next one, as many as Vale follows. */
const mostBases = 10;
/** What all rules of a guide have of others, in characters: a few lines can be made of very many. */
const mostInherited = 2_000_000;

interface Made extends RuleYaml {
  /** How many rules it is made of besides itself, and how many characters these and it have. */
  readonly bases: number;
  readonly characters: number;
}

/**
 * Makes the function that reads the rules of a guide. One that extends another rule by its name (`extends: Style.Rule`,
 * Vale 3.20) has what that one has, but for its own fields: `key` replaces, `key+` adds to a list or a mapping, `key-`
 * takes away from one (https://docs.vale.sh/topics/styles#extending-another-rule).
 *
 * It throws RuleError.
 */
export function createRuleYaml(files: readonly RuleFile[]): (file: RuleFile) => RuleYaml {
  const known = new Map<RuleFile, Made | 'open' | RuleError>();
  let inherited = 0;

  /** Null of one that has a mistake, which is said of itself, and of one that comes back to itself. */
  function baseOf(file: RuleFile): Made | null {
    if (known.get(file) === 'open') return null;
    try {
      return read(file);
    } catch (error) {
      if (error instanceof RuleError) return null;
      throw error;
    }
  }
  function make({ name, yaml }: RuleFile): Made {
    const { fields: own } = readRuleYaml(name, yaml);
    const named = own.get('extends');
    if (typeof named?.value !== 'string' || !named.value.includes('.'))
      return { fields: own, bases: 0, characters: yaml.length };
    const { line, value } = named;
    const file = files.find((each) => each.name === value);
    if (!file) throw new RuleError({ rule: name, reason: 'no-base', detail: value, line });
    const base = baseOf(file);
    inherited += base?.characters ?? 0;
    if (!base || base.bases === mostBases || inherited > mostInherited)
      throw new RuleError({ rule: name, reason: 'wrong-value', detail: 'extends', line });
    const fields = withOwn(base.fields, { rule: name, own, line });
    return { fields, bases: base.bases + 1, characters: base.characters + yaml.length };
  }
  function read(file: RuleFile): Made {
    const before = known.get(file);
    if (before instanceof RuleError) throw before;
    if (before && before !== 'open') return before;
    known.set(file, 'open');
    try {
      const made = make(file);
      known.set(file, made);
      return made;
    } catch (error) {
      if (error instanceof RuleError) known.set(file, error);
      throw error;
    }
  }
  return read;
}

/** What comes from the other rule stands, for whoever looks for it, where that one is named. */
function withOwn(
  base: RuleYaml['fields'],
  { rule, own, line }: { rule: string; own: RuleYaml['fields']; line: number },
): RuleYaml['fields'] {
  const fields = new Map([...base].map(([key, { value }]): [string, RuleField] => [key, { value, line }]));
  for (const [key, field] of own) if (!isEdit.test(key) && key !== 'extends') fields.set(key, field);
  for (const [key, field] of own) {
    if (!isEdit.test(key)) continue;
    const edited = key.slice(0, -1);
    const value = edit(fields.get(edited)?.value ?? null, { by: field.value, adds: key.endsWith('+') });
    if (!value) throw new RuleError({ rule, reason: 'wrong-value', detail: key, line: field.line });
    fields.set(edited, { value, line: field.line });
  }
  return fields;
}

const isEdit = /^\w+[+-]$/;

/** An entry of a list, or a key of a mapping with what it is for. */
type Entry = string | readonly [string, unknown];

/** Null where there is nothing to edit so, as where something is taken away that is not there. */
function edit(value: unknown, { by, adds }: { by: unknown; adds: boolean }): Entry[] | null {
  const [before, change] = [entriesOf(value), entriesOf(by)];
  if (!before || !change) return null;
  const names = new Set(change.map(nameOf));
  if (adds) {
    if (before.length > 0 && change.some((entry) => Array.isArray(entry) !== Array.isArray(before[0])))
      return null;
    return [...before.filter((entry) => !Array.isArray(entry) || !names.has(nameOf(entry))), ...change];
  }
  const had = new Set(before.map(nameOf));
  return [...names].every((each) => had.has(each))
    ? before.filter((entry) => !names.has(nameOf(entry)))
    : null;
}

const nameOf = (entry: Entry): string => (typeof entry === 'string' ? entry : entry[0]);

function entriesOf(value: unknown): Entry[] | null {
  if (value === null) return [];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.every(isEntry) ? value : null;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'string' || (Array.isArray(value) && value.length === 2 && typeof value[0] === 'string');
