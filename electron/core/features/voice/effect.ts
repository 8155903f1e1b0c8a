import { setImmediate as pause } from 'node:timers/promises';
import { toInstant } from '../../../shared/time.ts';
import type { GuideEffect } from '../../../shared/voice-guides.ts';
import { compileGuide } from '../../../shared/voice/guide.ts';
import { ownWords } from '../../../shared/voice/own-words.ts';
import type { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import type { Situation } from '../../../shared/voice/situation.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { createTally } from './effect-rules.ts';
import { listSent, timeZoneOf } from './reply-queries.ts';
import { runningRules, type ReadGuide } from './running.ts';
import { situationKey } from './situation-key-rules.ts';
import { situationOf } from './situation-of.ts';
import { checkSpelled, type FindWrong } from './spelled-check.ts';

const mostReplies = 500;
/** Between so many replies others have their turn. */
const atOnce = 10;

interface Compared {
  readonly before: ReadGuide;
  readonly after: ReadGuide;
  readonly findWrong: FindWrong;
}

/**
 * What a change of the guide would have meant for the replies that were sent last. Rules that are the same on both sides
 * find the same and are not run; `before` and `after` count the alerts of the others.
 */
export async function effectOf(
  store: ClientStore,
  { before, after, findWrong }: Compared,
): Promise<GuideEffect> {
  const tally = createTally();
  const stopped = new Set<string>();
  const timeZone = timeZoneOf(store);
  const lines = [...before.body.lines, ...after.body.lines];
  const pairs = new Map<string, ReturnType<typeof pairFor>>();
  for (const [index, row] of listSent(store, mostReplies).entries()) {
    if (index % atOnce === atOnce - 1) await pause();
    const situation = situationOf(row, { at: row.sent_at, timeZone });
    const key = situationKey(lines, situation);
    const pair = pairs.get(key) ?? pairFor({ before, after }, situation);
    pairs.set(key, pair);
    const text = ownWords(row.body);
    const [was, is] = [
      await checkSpelled(pair.before, { text, locale: situation.locale, quarantined: stopped, findWrong }),
      await checkSpelled(pair.after, { text, locale: situation.locale, quarantined: stopped, findWrong }),
    ];
    for (const rule of [...was.runaway, ...is.runaway]) stopped.add(rule);
    tally.add({
      conversationId: row.conversation_id,
      at: toInstant(row.sent_at),
      text: row.body,
      before: was.findings,
      after: is.findings,
    });
  }
  return tally.result(stopped);
}

function pairFor({ before, after }: Pick<Compared, 'before' | 'after'>, situation: Situation) {
  const [was, is] = [runningRules(before, situation), runningRules(after, situation)];
  const same = JSON.stringify(was.settings) === JSON.stringify(is.settings);
  const known = same ? shared(was.definitions, is.definitions) : new Set<string>();
  const rest = ({ definitions, settings }: typeof was) => {
    const changed = definitions.filter((rule) => !known.has(JSON.stringify(rule)));
    return { definitions: changed, guide: compileGuide(changed, { settings }), settings };
  };
  return { before: rest(was), after: rest(is) };
}

function shared(these: readonly RuleDefinition[], those: readonly RuleDefinition[]): Set<string> {
  const there = new Set(those.map((rule) => JSON.stringify(rule)));
  return new Set(these.map((rule) => JSON.stringify(rule)).filter((rule) => there.has(rule)));
}
