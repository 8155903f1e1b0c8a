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
} from '../../../shared/voice/written.ts';
import type { FindWrong } from './spell-thread.ts';
import { checkSpelled, makeCheckable, spellingOf, type Checkable } from './spelled-check.ts';

/** What of a message is left out was not written, or is not there. */
export interface WordsToJudge
  extends Partial<MessageWords>, Partial<Pick<OthersWords, 'signature' | 'came'>> {
  readonly text: string;
  readonly conversationId: ConversationId;
  /** Epoch milliseconds when they leave. */
  readonly at: number;
}

interface Judging {
  readonly rules: Checkable;
  /** The language of a text that is too short to tell. */
  readonly locale: string | null;
  readonly quarantined: ReadonlySet<string>;
  readonly findWrong: FindWrong;
}

interface Judged {
  /** Field by field in the order in which they are read; the offsets count in each. */
  readonly findings: readonly GuideFinding[];
  readonly runaway: ReadonlySet<string>;
  /** How many words are the writer's own. */
  readonly words: number;
}

/** Checks all that somebody wrote of a message, as the composer does (`written.ts`). */
export async function judgeWritten(
  written: Written,
  { rules, locale, quarantined, findWrong }: Judging,
): Promise<Judged> {
  const findings: GuideFinding[] = [];
  let runaway: ReadonlySet<string> = new Set<string>();
  for (const field of writtenFields) {
    const { text } = written[field];
    if (text === '') continue;
    const inField = field === 'text' ? rules : piecesOf(rules);
    const found = await checkSpelled(inField, {
      text,
      format: formatOfField[field],
      // All of a message is in the language of its text.
      spelling: spellingOf(inField, { text: written.text.text, locale }),
      quarantined: quarantined.union(runaway),
      findWrong,
    });
    findings.push(...ofAdditions(found.findings, written[field]));
    runaway = runaway.union(found.runaway);
  }
  return { findings, runaway, words: wordsOf(written) };
}

const wordsOf = (written: Written): number =>
  writtenFields.reduce((sum, field) => sum + countWords(additionsAlone(written[field])), 0);

const known = new WeakMap<Checkable, Checkable>();

/** The rules that hold for a subject, and for a few words within what is handed on. */
function piecesOf(rules: Checkable): Checkable {
  const before = known.get(rules);
  if (before) return before;
  const { settings } = rules;
  const made = makeCheckable({ definitions: rules.definitions.filter(holdsForPieces), settings });
  known.set(rules, made);
  return made;
}

export const namesOfErrors = ({ definitions }: Checkable): ReadonlySet<string> =>
  new Set(definitions.filter(({ level }) => level === 'error').map(({ name }) => name));
