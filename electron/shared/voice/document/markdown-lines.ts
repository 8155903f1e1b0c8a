/** What a line of Markdown begins (CommonMark 0.31, 4). Indentation counts from where what is around it begins. */

export const blank = /^\s*$/;
export const heading = /^ {0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$/;
export const quote = /^ {0,3}>[ \t]?/;
export const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const fence = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;
/** What a browser shows nothing of. Vale skips these elements whole. */
const hidden = /^ {0,3}<(script|style|pre|figure|noscript|iframe)(?=[\s>]|$)/i;
/** A comment that has the line for itself, or goes on below it. */
export const comment = /^ {0,3}<!--(?:(?!-->).)*(?:-->[ \t]*)?$/;
const item = /^ {0,3}(?:[-*+]|1[.)])[ \t]+\S/;

/** What a heading says, and where on its line, of what a pattern found there: its marks, then its title. */
export function titleIn([whole, marks = '', title = '']: RegExpExecArray) {
  return { level: marks.length, from: whole.indexOf(title, whole.indexOf(marks) + marks.length), title };
}

export const isIndented = (line: string): boolean => /^(?: {4}| {0,3}\t)/.test(line);

/** The level of the heading that a line makes of the paragraph above it; 0: of none. */
export function underline(line: string): 0 | 1 | 2 {
  const sign = /^ {0,3}(?:(=)=*|(-)-*)[ \t]*$/.exec(line);
  if (!sign) return 0;
  return sign[1] === undefined ? 2 : 1;
}

/** Of a line that opens something which is no text: whether a line, from this one on, closes it. Null: it opens nothing. */
export function opening(line: string): ((line: string, isFirst: boolean) => boolean) | null {
  const fenced = fence.exec(line);
  const marks = fenced?.[1] ?? fenced?.[2];
  if (marks !== undefined) {
    const closing = new RegExp(`^ {0,3}${marks.charAt(0)}{${marks.length},}[ \\t]*$`);
    return (each, isFirst) => !isFirst && closing.test(each);
  }
  const element = hidden.exec(line)?.[1];
  if (element !== undefined) {
    const closing = new RegExp(`</${element}\\s*>`, 'i');
    return (each) => closing.test(each);
  }
  return comment.test(line) ? (each) => each.includes('-->') : null;
}

/** Whether a line ends the paragraph above it by beginning something else. */
export const beginsBlock = (line: string): boolean =>
  rule.test(line) || heading.test(line) || quote.test(line) || item.test(line) || opening(line) !== null;
