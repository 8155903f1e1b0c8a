import { toInstant } from '../../../shared/time.ts';
import type { GuideEffect } from '../../../shared/voice-guides.ts';
import type { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import type { ByField } from '../../../shared/voice/written.ts';
import { inSlices, type Steps } from '../../slices.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { createTally } from './effect-rules.ts';
import {
  findIn,
  gatherWords,
  lookUp,
  type ToJudge,
  type WordsToLookUp,
  type WrittenFinding,
} from './judge.ts';
import { listSent, timeZoneOf, type SentRow } from './reply-queries.ts';
import { runningRules, type ReadGuide } from './running.ts';
import { readSent, type CameOf } from './sent-words.ts';
import { situationKey } from './situation-key-rules.ts';
import { situationOf } from './situation-of.ts';
import type { FindWrong } from './spell-thread.ts';
import { makeCheckable, type Checkable, type RulesToCheck, type WrongWords } from './spelled-check.ts';

const mostReplies = 500;

interface Compared {
  readonly before: ReadGuide;
  readonly after: ReadGuide;
  readonly cameOf: CameOf;
  readonly findWrong: FindWrong;
  /** The client's own language, where a customer's is not known. */
  readonly language: string | null;
}

type Sides<Value> = readonly [before: Value, after: Value];

/** What was written, under the rules of both guides that are not the same. The same words in the same situation are one. */
type Judged = Sides<ToJudge>;

interface Reply {
  readonly row: SentRow;
  readonly sent: ByField<string>;
  readonly judged: Judged;
}

/**
 * What a change of the guide would have meant for the replies that were sent last: all that was written of them is judged
 * as it is when it is sent. Rules that are the same on both sides find the same and are not run; `before` and `after` count
 * the alerts of the others. Every dictionary is asked once, for the words of all replies.
 */
export async function effectOf(store: ClientStore, compared: Compared): Promise<GuideEffect> {
  const stopped = new Set<string>();
  const replies = await inSlices(readReplies(store, compared));
  const messages = new Set(replies.map(({ judged }) => judged));
  const words = await inSlices(gatherAll(messages, stopped));
  const wrong = await lookUp(words, compared.findWrong);
  const found = await inSlices(findAll(messages, { wrong, stopped }));

  const tally = createTally();
  for (const { row, sent, judged } of replies) {
    const [before = [], after = []] = found.get(judged) ?? [];
    const at = toInstant(row.sent_at);
    tally.add({ conversationId: row.conversation_id, at, sent, before, after });
  }
  return tally.result(stopped);
}

/** A step is one reply. */
function* readReplies(
  store: ClientStore,
  { before, after, language, cameOf }: Compared,
): Steps<readonly Reply[]> {
  const timeZone = timeZoneOf(store);
  const lines = [...before.body.lines, ...after.body.lines];
  const pairs = new Map<string, Sides<Checkable>>();
  const known = new Map<string, Judged>();
  const replies: Reply[] = [];
  for (const row of listSent(store, mostReplies)) {
    const situation = situationOf(row, { at: row.sent_at, timeZone, language });
    const { locale } = situation;
    const key = situationKey(lines, situation);
    const rules = pairs.get(key) ?? pairFor(runningRules(before, situation), runningRules(after, situation));
    pairs.set(key, rules);
    const { sent, written } = readSent(store, row, cameOf);
    const same = `${key}\n${JSON.stringify(written)}`;
    const [was, is] = rules;
    const judged = known.get(same) ?? [
      { written, rules: was, locale },
      { written, rules: is, locale },
    ];
    known.set(same, judged);
    replies.push({ row, sent, judged });
    yield;
  }
  return replies;
}

/** A step is one message. */
function* gatherAll(messages: Iterable<Judged>, stopped: Set<string>): Steps<WordsToLookUp> {
  const words: WordsToLookUp = new Map();
  for (const sides of messages) {
    for (const side of sides) gatherWords(side, { words, stopped });
    yield;
  }
  return words;
}

/** A step is one message. */
function* findAll(
  messages: Iterable<Judged>,
  looked: { wrong: WrongWords; stopped: Set<string> },
): Steps<Map<Judged, Sides<WrittenFinding[]>>> {
  const found = new Map<Judged, Sides<WrittenFinding[]>>();
  for (const sides of messages) {
    const [before, after] = sides;
    found.set(sides, [findIn(before, looked), findIn(after, looked)]);
    yield;
  }
  return found;
}

function pairFor(was: RulesToCheck, is: RulesToCheck): Sides<Checkable> {
  const same = JSON.stringify(was.settings) === JSON.stringify(is.settings);
  const known = same ? shared(was.definitions, is.definitions) : new Set<string>();
  const rest = ({ definitions, settings }: RulesToCheck) =>
    makeCheckable({ definitions: definitions.filter((rule) => !known.has(JSON.stringify(rule))), settings });
  return [rest(was), rest(is)];
}

function shared(these: readonly RuleDefinition[], those: readonly RuleDefinition[]): Set<string> {
  const there = new Set(those.map((rule) => JSON.stringify(rule)));
  return new Set(these.map((rule) => JSON.stringify(rule)).filter((rule) => there.has(rule)));
}
