import type { Say } from '../core/words.ts';
import type { LiaisonError } from '../shared/errors.ts';

interface Speakers {
  /** `terminal.json` */
  readonly say: Say;
  /** `errors.json` */
  readonly sayError: Say;
}

/** What a terminal says of an error: what happened, whether anything was lost, what to do. */
export function errorSentence(error: LiaisonError, { say, sayError }: Speakers): string {
  const { path, name, address } = error.detail;
  if (error.code === 'invalid-input' && path) return say('invalidOption', { path });
  if (error.code === 'not-found' && name) return say('noClient', { name });
  if (error.code === 'not-found' && address) return say('noMailbox', { address });
  // Of a fault of our own there is no sentence: what the program says of it, in its own words.
  if (error.code === 'internal') return error.cause instanceof Error ? error.cause.message : error.message;
  return sayError(error.code, error.detail);
}
