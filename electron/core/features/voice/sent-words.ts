import { apparentOwnWords } from '../../../shared/voice/apparent-own-words.ts';
import { createOwnWords, mayQuote } from '../../../shared/voice/own-words.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { saidIn, type SentWords } from './reply-queries.ts';

/**
 * A reply that has left, as it was written and with nothing but its writer's words. Of one that came from another program
 * nobody knows what was typed: there it is what looks so.
 */
export function wordsOfSent(store: ClientStore, sent: SentWords): { written: string; own: string } {
  const { conversation_id: id, seq, body, text, signature } = sent;
  if (text === null) return { written: body, own: apparentOwnWords(body) };
  const said = mayQuote(text) ? saidIn(store, id, seq).said : [];
  return { written: text, own: createOwnWords({ said, signature: signature ?? '' })(text) };
}
