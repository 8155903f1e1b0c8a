import { toInstant } from '../../../shared/time.ts';
import type { GuideEffect } from '../../../shared/voice-guides.ts';
import type { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import { inSlices, type Steps } from '../../slices.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Dictionary } from './dictionaries.ts';
import { createTally } from './effect-rules.ts';
import { listSent, timeZoneOf, type SentRow } from './reply-queries.ts';
import { runningRules, type ReadGuide } from './running.ts';
import { wordsOfSent } from './sent-words.ts';
import { situationKey } from './situation-key-rules.ts';
import { situationOf } from './situation-of.ts';
import type { FindWrong } from './spell-thread.ts';
import {
  checkLookedUp,
  makeCheckable,
  spellingOf,
  type Checkable,
  type RulesToCheck,
  type WrongWords,
} from './spelled-check.ts';

const mostReplies = 500;

interface Compared {
  readonly before: ReadGuide;
  readonly after: ReadGuide;
  readonly findWrong: FindWrong;
  /** The client's own language, where a customer's is not known. */
  readonly language: string | null;
}

/** A text and the rules of both guides that are not the same. The same words in the same situation are one. */
interface Judged {
  readonly text: string;
  readonly locale: string | null;
  readonly rules: readonly [before: Checkable, after: Checkable];
}

/**
 * What a change of the guide would have meant for the replies that were sent last. Rules that are the same on both sides
 * find the same and are not run; `before` and `after` count the alerts of the others. Every dictionary is asked once, for
 * the words of all replies.
 */
export async function effectOf(store: ClientStore, compared: Compared): Promise<GuideEffect> {
  const stopped = new Set<string>();
  const replies = judgedReplies(store, compared);
  const texts = new Set(replies.map(({ judged }) => judged));
  const words = await inSlices(gather(texts, stopped));
  const wrong = new Map<Dictionary, ReadonlySet<string>>();
  for (const [dictionary, asked] of words)
    wrong.set(dictionary, await compared.findWrong(dictionary, [...asked]));
  const found = await inSlices(checkAll(texts, { wrong, stopped }));

  const tally = createTally();
  for (const { row, written, judged } of replies) {
    const [before = [], after = []] = found.get(judged) ?? [];
    const at = toInstant(row.sent_at);
    tally.add({ conversationId: row.conversation_id, at, text: written, before, after });
  }
  return tally.result(stopped);
}

function judgedReplies(
  store: ClientStore,
  { before, after, language }: Compared,
): { row: SentRow; written: string; judged: Judged }[] {
  const timeZone = timeZoneOf(store);
  const lines = [...before.body.lines, ...after.body.lines];
  const pairs = new Map<string, Judged['rules']>();
  const known = new Map<string, Judged>();
  return listSent(store, mostReplies).map((row) => {
    const situation = situationOf(row, { at: row.sent_at, timeZone, language });
    const key = situationKey(lines, situation);
    const rules = pairs.get(key) ?? pairFor(runningRules(before, situation), runningRules(after, situation));
    pairs.set(key, rules);
    const { written, own: text } = wordsOfSent(store, row);
    const judged = known.get(`${key}\n${text}`) ?? { text, locale: situation.locale, rules };
    known.set(`${key}\n${text}`, judged);
    return { row, written, judged };
  });
}

/** The words of all texts, by the dictionary that they are looked up in. A step is one text. */
function* gather(texts: Iterable<Judged>, stopped: Set<string>): Steps<Map<Dictionary, Set<string>>> {
  const words = new Map<Dictionary, Set<string>>();
  for (const { text, locale, rules } of texts) {
    for (const side of rules) {
      const spelling = spellingOf(side, { text, locale });
      if (!spelling) continue;
      const found = spelling.wordsIn(text, { quarantined: stopped });
      for (const rule of found.runaway) stopped.add(rule);
      for (const dictionary of spelling.dictionaries)
        words.set(dictionary, (words.get(dictionary) ?? new Set()).union(found.words));
    }
    yield;
  }
  return words;
}

type Findings = ReturnType<typeof checkLookedUp>['findings'];

/** What both guides find in each text. A step is one text. */
function* checkAll(
  texts: Iterable<Judged>,
  { wrong, stopped }: { wrong: WrongWords; stopped: Set<string> },
): Steps<Map<Judged, Findings[]>> {
  const found = new Map<Judged, Findings[]>();
  for (const judged of texts) {
    const { text, locale, rules } = judged;
    const sides = rules.map((side) => {
      const spelling = spellingOf(side, { text, locale });
      const { findings, runaway } = checkLookedUp(side, { text, spelling, wrong, quarantined: stopped });
      for (const rule of runaway) stopped.add(rule);
      return findings;
    });
    found.set(judged, sides);
    yield;
  }
  return found;
}

function pairFor(was: RulesToCheck, is: RulesToCheck): Judged['rules'] {
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
