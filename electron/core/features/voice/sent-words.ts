import type { Manner } from '../../../shared/composing.ts';
import { asLiaisonError } from '../../../shared/errors.ts';
import { apparentOwnSubject, apparentOwnWords } from '../../../shared/voice/apparent-own-words.ts';
import { nothingAdded } from '../../../shared/voice/own-additions.ts';
import { mayQuote } from '../../../shared/voice/own-words.ts';
import { createWritten, type ByField, type Written } from '../../../shared/voice/written.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Quotes, WhatIsQuoted } from '../outbox/writing/quotes.ts';
import { subjectsIn, wordsIn, type SentWords } from './reply-queries.ts';

/** What a forward hands on as it came; null where nobody wrote in it. */
export type CameOf = Quotes['came'];

interface SentMessage {
  /** As it left, somebody else's words with its writer's. */
  readonly sent: ByField<string>;
  readonly written: Written;
}

/**
 * A reply that has left, and what of it was its writer's when it was checked. Of one that came from another program nobody
 * knows what was typed: there it is what looks so.
 */
export function readSent(store: ClientStore, row: SentWords, cameOf: CameOf): SentMessage {
  const { conversation_id: conversationId, seq, subject, body, text, kind, manner } = row;
  const before = { conversationId, before: seq };
  const subjects = subjectsIn(store, before);
  if (text === null || kind === null || manner === null)
    return {
      sent: { subject, text: body, original: '' },
      written: {
        subject: apparentOwnSubject(subject, subjects),
        text: { text: apparentOwnWords(body), others: [] },
        original: nothingAdded,
      },
    };
  const what = { conversationId, kind, manner: JSON.parse(manner) as Manner };
  const { original = null } = what.manner;
  const own = createWritten({
    said: mayQuote(text) ? wordsIn(store, before) : [],
    signature: row.signature ?? '',
    subjects,
    came: cameInto(store, what, cameOf),
  });
  return {
    sent: { subject, text, original: original ?? '' },
    written: own({ subject, text, original }),
  };
}

/** Messages that stand in another conversation since they were handed on are not looked for. */
function cameInto(store: ClientStore, what: WhatIsQuoted, cameOf: CameOf): string | null {
  try {
    return cameOf(store, what);
  } catch (error) {
    if (asLiaisonError(error).code === 'wrong-client') return null;
    throw error;
  }
}
