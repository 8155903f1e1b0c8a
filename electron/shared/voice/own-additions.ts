import { createAdded, isInsideWord } from '../added-lines.ts';
import { subjectMarks } from '../subject-marks.ts';
import { remembered } from '../remembered.ts';

/** UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A text that has somebody else's words beside its writer's. */
export interface OwnAdditions {
  /** Lines that are not the writer's are spaces: every offset stays. */
  readonly text: string;
  /** Words of the rest that were there before. */
  readonly others: readonly Stretch[];
}

export const nothingAdded: OwnAdditions = { text: '', others: [] };

/** How much of a line stands at the beginning, and at the end, of one that was there before, in whole words. */
function sharedEnds(line: string, before: string): { head: number; tail: number } {
  const most = Math.min(line.length, before.length);
  let head = 0;
  while (head < most && line.charCodeAt(head) === before.charCodeAt(head)) head += 1;
  while (head > 0 && (isInsideWord(line, head) || isInsideWord(before, head))) head -= 1;
  let tail = 0;
  while (tail < most - head && line.at(-1 - tail) === before.at(-1 - tail)) tail += 1;
  const cutsWord = () => isInsideWord(line, line.length - tail) || isInsideWord(before, before.length - tail);
  while (tail > 0 && cutsWord()) tail -= 1;
  return { head, tail };
}

const lettersIn = (text: string): number => text.replace(/\s/g, '').length;

/** What of a line was there before: the ends that it shares with the one that it was made of, if they are most of that. */
function othersIn(line: string, gone: readonly string[]): Stretch[] {
  let most = { head: 0, tail: 0 };
  for (const each of gone) {
    const { head, tail } = sharedEnds(line, each);
    const isMost = head + tail > most.head + most.tail;
    if (isMost && 2 * lettersIn(each.slice(0, head) + each.slice(each.length - tail)) > lettersIn(each))
      most = { head, tail };
  }
  return [
    { start: 0, end: most.head },
    { start: line.length - most.tail, end: line.length },
  ].filter(({ start, end }) => /[\p{L}\p{N}]/u.test(line.slice(start, end)));
}

/** Lines that have been looked for are not looked for again with every key. */
const mostRemembered = 10_000;
/** A person changes a few lines; in a text that has become another one, every new line is its writer's throughout. */
const mostCompared = 300;

/**
 * Makes the function that tells what somebody wrote into a text that was not theirs, such as what a forward hands on. A line
 * that was there, whole or in part, is not theirs. A new one is, but for what it has of a line that is gone for it.
 */
export function createOwnAdditions(original: string): (edited: string) => OwnAdditions {
  const isAdded = remembered(createAdded(original), mostRemembered);
  const had = [...new Set(original.split('\n'))].filter((line) => line.trim() !== '');
  return (edited) => {
    const lines = edited.split('\n');
    const left = new Set(lines);
    const gone = had.filter((line) => !left.has(line)).slice(0, mostCompared);
    const others: Stretch[] = [];
    let compared = 0;
    let start = 0;
    const own = lines.map((line) => {
      const from = start;
      start += line.length + 1;
      if (!isAdded(line)) return ' '.repeat(line.length);
      compared += 1;
      const found = compared > mostCompared ? [] : othersIn(line, gone);
      others.push(...found.map((each) => ({ start: from + each.start, end: from + each.end })));
      return line;
    });
    const text = own.join('\n');
    return text.trim() === '' ? nothingAdded : { text, others };
  };
}

/** None of these may stand in a header; what came with one is shown with a space. */
const controlRuns = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * What somebody wrote of a subject. One that was said in the conversation comes back with every answer, behind the marks of
 * replies and forwards, and is nobody's own.
 *
 * @param said subjects of the conversation, with or without such marks
 */
export function ownSubject(subject: string, said: readonly string[]): OwnAdditions {
  const marks = subjectMarks.exec(subject)?.[0].length ?? 0;
  const original = said
    .map((each) => each.replace(controlRuns, ' ').replace(subjectMarks, '').trim())
    .join('\n');
  const { text, others } = createOwnAdditions(original)(subject.slice(marks));
  if (text === '') return nothingAdded;
  const moved = others.map(({ start, end }) => ({ start: start + marks, end: end + marks }));
  return { text: subject, others: [...(marks > 0 ? [{ start: 0, end: marks }] : []), ...moved] };
}

/** Without what lies in words that were there before. */
export const ofAdditions = <Finding extends Stretch>(
  findings: readonly Finding[],
  { others }: Pick<OwnAdditions, 'others'>,
): readonly Finding[] =>
  others.length === 0
    ? findings
    : findings.filter(
        ({ start, end }) => !others.some((each) => each.start <= start && end <= each.end && start < end),
      );

/** The writer's words alone, to be counted. */
export const additionsAlone = ({ text, others }: OwnAdditions): string =>
  others.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
