import type { ConversationId } from '../../../shared/ids.ts';
import type { GuideFinding } from '../../../shared/voice/check.ts';
import { additionsAlone, ofAdditions } from '../../../shared/voice/own-additions.ts';
import { countWords } from '../../../shared/voice/score.ts';
import {
  formatOfField,
  holdsForPieces,
  writtenFields,
  type MessageWords,
  type OthersWords,
  type Written,
  type WrittenField,
} from '../../../shared/voice/written.ts';
import type { Dictionary } from './dictionaries.ts';
import type { FindWrong } from './spell-thread.ts';
import {
  checkLookedUp,
  makeCheckable,
  spellingOf,
  type Checkable,
  type WrongWords,
} from './spelled-check.ts';

/** What of a message is left out was not written, or is not there. */
export interface WordsToJudge
  extends Partial<MessageWords>, Partial<Pick<OthersWords, 'signature' | 'came'>> {
  readonly text: string;
  readonly conversationId: ConversationId;
  /** Epoch milliseconds when they leave. */
  readonly at: number;
}

/** What somebody wrote of a message, and the rules that it is checked with. */
export interface ToJudge {
  readonly written: Written;
  readonly rules: Checkable;
  /** The language of a text that is too short to tell. */
  readonly locale: string | null;
}

/** The offsets count in its field. */
export interface WrittenFinding extends GuideFinding {
  readonly field: WrittenField;
}

/** Rules that are not tried, by name; one that has to be stopped comes to them. */
type Stopped = Set<string>;

/** Checks all that somebody wrote of a message, as the composer does (`written.ts`). */
export async function judgeWritten(
  message: ToJudge,
  { stopped, findWrong }: { stopped: Stopped; findWrong: FindWrong },
): Promise<WrittenFinding[]> {
  const words: WordsToLookUp = new Map();
  gatherWords(message, { words, stopped });
  return findIn(message, { wrong: await lookUp(words, findWrong), stopped });
}

/** By the dictionary that they are looked up in. */
export type WordsToLookUp = Map<Dictionary, Set<string>>;

/** Adds what has to be looked up before a message can be checked. */
export function gatherWords(
  message: ToJudge,
  { words, stopped }: { words: WordsToLookUp; stopped: Stopped },
): void {
  for (const { text, format, spelling } of piecesOf(message)) {
    if (!spelling) continue;
    const found = spelling.wordsIn(text, { format, quarantined: stopped });
    for (const rule of found.runaway) stopped.add(rule);
    for (const dictionary of spelling.dictionaries) {
      const asked = words.get(dictionary) ?? new Set();
      for (const word of found.words) asked.add(word);
      words.set(dictionary, asked);
    }
  }
}

/** Every dictionary is asked once. */
export async function lookUp(words: WordsToLookUp, findWrong: FindWrong): Promise<WrongWords> {
  const wrong = new Map<Dictionary, ReadonlySet<string>>();
  for (const [dictionary, asked] of words) wrong.set(dictionary, await findWrong(dictionary, [...asked]));
  return wrong;
}

/**
 * What the rules say of a message, field by field in the order in which they are read.
 *
 * @param wrong null: nothing was looked up, and no word is wrong
 */
export function findIn(
  message: ToJudge,
  { wrong, stopped }: { wrong: WrongWords | null; stopped: Stopped },
): WrittenFinding[] {
  return piecesOf(message).flatMap(({ field, rules, text, format, spelling }) => {
    const known = wrong === null ? { spelling: null, wrong: new Map() } : { spelling, wrong };
    const { findings, runaway } = checkLookedUp(rules, { text, format, quarantined: stopped, ...known });
    for (const rule of runaway) stopped.add(rule);
    return ofAdditions(findings, message.written[field]).map((finding) => ({ ...finding, field }));
  });
}

/** The fields that somebody wrote in, each as it is checked; all of a message is in the language of its text. */
const piecesOf = ({ written, rules, locale }: ToJudge) =>
  writtenFields
    .filter((field) => written[field].text !== '')
    .map((field) => {
      const inField = field === 'text' ? rules : forPieces(rules);
      const spelling = spellingOf(inField, { text: written.text.text, locale });
      return { field, rules: inField, text: written[field].text, format: formatOfField[field], spelling };
    });

const known = new WeakMap<Checkable, Checkable>();

/** The rules that hold for a subject, and for a few words within what is handed on. */
function forPieces(rules: Checkable): Checkable {
  const before = known.get(rules);
  if (before) return before;
  const { settings } = rules;
  const made = makeCheckable({ definitions: rules.definitions.filter(holdsForPieces), settings });
  known.set(rules, made);
  return made;
}

/** How many words are the writer's own. */
export const countWritten = (written: Written): number =>
  writtenFields.reduce((sum, field) => sum + countWords(additionsAlone(written[field])), 0);

export const namesOfErrors = ({ definitions }: Checkable): ReadonlySet<string> =>
  new Set(definitions.filter(({ level }) => level === 'error').map(({ name }) => name));
