import { translateClass } from './character-class.ts';
import { escapedClass, escapedCodePoint, noWordBorder, wordBorder } from './pattern-escapes.ts';
import { createPatternReader, type PatternReader } from './pattern-reader.ts';
import { PatternError } from './rule-problem.ts';
import type { Words } from './words.ts';

export interface TranslateOptions {
  readonly words: Words;
  readonly ignoreCase?: boolean;
  readonly multiline?: boolean;
  /** Begins the names of this pattern's groups, so that several patterns can stand in one. */
  readonly prefix: string;
}

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly n: boolean;
  readonly x: boolean;
}

/** An open group: its flags, the case modifiers opened inside it, and what closes it. */
interface Frame {
  flags: Flags;
  readonly modifiers: string[];
  readonly close: string;
}

/** RE2's own limit; larger counts only make a pattern slow. */
const largestCount = 1000;
const startOfText = '(?<![^])';
const endOfText = '(?![^])';
const syntaxCharacter = /[\^$\\.*+?()[\]{}|/]/;

/**
 * Rewrites a pattern of Vale's dialect (regexp2, that is .NET's, with RE2's and Python's spellings) for JavaScript's
 * `v` flag: Unicode `\b \w \d`, inline flags that last to the end of their group, `.` and `$` that know only `\n`,
 * `(?P<name>)`, atomic groups, class subtraction. Every group gets a name (`<prefix>u1`, `<prefix>n_name`).
 *
 * @throws PatternError for what JavaScript has no counterpart of
 */
export function translatePattern(source: string, options: TranslateOptions): string {
  const reader = createPatternReader(source);
  const { words, prefix, ignoreCase = false, multiline = false } = options;
  const groups = nameGroups(source, prefix);
  const flags: Flags = { i: ignoreCase, m: multiline, s: false, n: false, x: false };
  const frames: Frame[] = [{ flags, modifiers: [], close: '' }];
  let output = '';
  let atomic = 0;

  const frame = (): Frame => {
    const current = frames.at(-1);
    if (!current) throw new PatternError(source, 'unmatched )');
    return current;
  };
  const open = (head: string, close = ')', flagsInside = frame().flags) => {
    frames.push({ flags: flagsInside, modifiers: [], close });
    output += head;
  };

  function setFlags(changed: Flags): void {
    const current = frame();
    if (changed.i !== current.flags.i) {
      const modifier = changed.i ? '(?i:' : '(?-i:';
      current.modifiers.push(modifier);
      output += modifier;
    }
    current.flags = changed;
  }

  function closeGroup(): void {
    const current = frame();
    if (frames.length === 1) throw new PatternError(source, 'unmatched )');
    frames.pop();
    output += ')'.repeat(current.modifiers.length) + current.close;
  }

  function openGroup(): void {
    if (reader.match(/\?#[^)]*\)/y)) return;
    const look = reader.match(/\?(?:<?[=!]|:)/y);
    if (look) return open(`(${look[0]}`);
    if (reader.take('?>')) {
      const name = `${prefix}a${(atomic += 1)}`;
      return open(`(?:(?=(?<${name}>`, `))\\k<${name}>)`);
    }
    const named = reader.match(/\?(?:P?<(\w+)>|'(\w+)')/y);
    if (named) return open(`(?<${prefix}n_${named[1] ?? named[2] ?? ''}>`);
    const reference = reader.match(/\?P=(\w+)\)/y);
    if (reference) return void (output += `\\k<${prefix}n_${reference[1] ?? ''}>`);
    const inline = reader.match(/\?([imsnx]*)(?:-([imsnx]+))?([:)])/y);
    if (inline) return inlineFlags(inline);
    if (reader.rest.startsWith('?'))
      throw new PatternError(source, `unknown group (${reader.rest.slice(0, 4)}`);
    open(frame().flags.n ? '(?:' : `(?<${groups.nextUnnamed()}>`);
  }

  function inlineFlags([, on = '', off = '', end]: RegExpExecArray): void {
    const changed: Record<keyof Flags, boolean> = { ...frame().flags };
    for (const flag of on) changed[flag as keyof Flags] = true;
    for (const flag of off) changed[flag as keyof Flags] = false;
    if (end === ')') return setFlags(changed);
    open('(?:');
    setFlags(changed);
  }

  function escape(): void {
    const border = reader.match(/[bBAZzG]/y)?.[0];
    const quoted = border === undefined ? reader.match(/Q([^]*?)(?:\\E|$)/y) : null;
    const reference =
      border === undefined ? reader.match(/k(?:<(\w+)>|'(\w+)'|\{(\w+)\})|([1-9]\d?)/y) : null;
    if (border !== undefined) output += borderOf(border);
    else if (quoted) output += [...(quoted[1] ?? '')].map(literal).join('');
    else if (reference) output += `\\k<${groups.named(reference)}>`;
    else output += escapedClass(reader, { words, inClass: false }) ?? literal(fromCodePoint(reader));
  }

  function borderOf(letter: string): string {
    if (letter === 'b') return wordBorder(words);
    if (letter === 'B') return noWordBorder(words);
    if (letter === 'A') return startOfText;
    if (letter === 'z') return endOfText;
    if (letter === 'Z') return `(?=\\n?${endOfText})`;
    throw new PatternError(source, `unknown escape \\${letter}`);
  }

  function plain(character: string): void {
    const { m, s, x } = frame().flags;
    if (x && /\s/.test(character)) return;
    if (x && character === '#') return void reader.match(/[^\n]*/y);
    if (character === '.') output += s ? '[^]' : '[^\\n]';
    else if (character === '^') output += m ? '(?<=\\n|(?<![^]))' : startOfText;
    else if (character === '$') output += m ? `(?=\\n|${endOfText})` : `(?=\\n?${endOfText})`;
    else if (character === '|') alternate();
    else if ('*+?'.includes(character)) output += character;
    else if (character === '{') output += count();
    else output += literal(character);
  }

  function count(): string {
    const counted = reader.match(/(\d+)(?:,(\d*))?\}/y);
    if (!counted) return '\\{';
    if (Number(counted[1]) > largestCount || Number(counted[2] ?? 0) > largestCount) {
      throw new PatternError(source, `a count is over ${largestCount}`);
    }
    return `{${counted[0]}`;
  }

  function alternate(): void {
    const { modifiers } = frame();
    output += `${')'.repeat(modifiers.length)}|${modifiers.join('')}`;
  }

  if (ignoreCase) {
    frame().modifiers.push('(?i:');
    output += '(?i:';
  }
  while (!reader.atEnd()) {
    if (reader.take('\\')) escape();
    else if (reader.take('[')) output += translateClass(reader, words);
    else if (reader.take('(')) openGroup();
    else if (reader.take(')')) closeGroup();
    else plain(reader.next());
  }
  if (frames.length !== 1) throw new PatternError(source, 'unterminated (');
  return output + ')'.repeat(frame().modifiers.length);
}

const literal = (character: string): string =>
  syntaxCharacter.test(character) ? `\\${character}` : character;

const fromCodePoint = (reader: PatternReader): string => String.fromCodePoint(escapedCodePoint(reader));

/** .NET numbers the unnamed groups first, from left to right, and then the named ones. */
function nameGroups(source: string, prefix: string) {
  const bare = source.replace(/\\[^]|\[\^?\]?(?:\\[^]|\[:\^?\w+:\]|[^\]\\])*\]/g, '');
  const named = [...bare.matchAll(/\(\?(?:P?<(\w+)>|'(\w+)')/g)].map((found) => found[1] ?? found[2] ?? '');
  if (new Set(named).size !== named.length) throw new PatternError(source, 'two groups have the same name');
  const unnamedCount = bare.match(/\((?!\?)/g)?.length ?? 0;
  let unnamed = 0;
  return {
    nextUnnamed: () => `${prefix}u${(unnamed += 1)}`,
    named([, angled, quoted, braced, number]: RegExpExecArray): string {
      const name = angled ?? quoted ?? braced;
      const order = Number(number ?? name);
      if (Number.isNaN(order)) {
        if (!named.includes(name ?? '')) throw new PatternError(source, `no group called ${name ?? ''}`);
        return `${prefix}n_${name ?? ''}`;
      }
      if (order <= unnamedCount) return `${prefix}u${order}`;
      const later = named[order - unnamedCount - 1];
      if (later === undefined) throw new PatternError(source, `no group ${order}`);
      return `${prefix}n_${later}`;
    },
  };
}
