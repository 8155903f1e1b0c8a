import { PatternError } from './rule-problem.ts';

/** A cursor over a pattern's text. */
export interface PatternReader {
  readonly source: string;
  /** What has not been read yet. */
  readonly rest: string;
  atEnd(): boolean;
  /** Steps over `text` if it comes next. */
  take(text: string): boolean;
  /** Steps over what a sticky expression matches here. */
  match(sticky: RegExp): RegExpExecArray | null;
  /** The next character (a whole code point). */
  next(): string;
}

export function createPatternReader(source: string): PatternReader {
  let at = 0;
  return {
    source,
    get rest() {
      return source.slice(at);
    },
    atEnd: () => at >= source.length,
    take(text) {
      if (!source.startsWith(text, at)) return false;
      at += text.length;
      return true;
    },
    match(sticky) {
      sticky.lastIndex = at;
      const found = sticky.exec(source);
      if (found) at = sticky.lastIndex;
      return found;
    },
    next() {
      const codePoint = source.codePointAt(at);
      if (codePoint === undefined) throw new PatternError(source, 'ends too early');
      const character = String.fromCodePoint(codePoint);
      at += character.length;
      return character;
    },
  };
}
