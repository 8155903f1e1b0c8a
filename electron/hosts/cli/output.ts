import type { Say } from '../../core/words.ts';
import type { ErrorShape, LiaisonError } from '../../shared/errors.ts';
import { errorSentence } from '../error-sentence.ts';

/** Redrawing more often than this costs more than it tells. */
const progressMilliseconds = 100;
const barWidth = 30;

/** Where a command speaks: one JSON document, or lines for a person. Progress and errors go to standard error. */
export interface Output {
  readonly say: Say;
  /** The command's one answer. `lines` are for a person. */
  answer(value: unknown, lines: readonly string[]): void;
  /** Text or bytes as they are, for what is a document already. */
  write(document: string | Uint8Array): void;
  progress(progress: { readonly done: number; readonly total: number }): void;
  /** What happened, and what to do. */
  sentence(error: ErrorShape): string;
  /** Something of it failed: the answer comes all the same. */
  complain(error: LiaisonError): void;
  error(error: LiaisonError): void;
}

export function createOutput(options: { json: boolean; say: Say; sayError: Say }): Output {
  const { json, say, sayError } = options;
  const showsProgress = !json && process.stderr.isTTY;
  let drawnAt = 0;
  const complain = (error: LiaisonError) =>
    void process.stderr.write(`${errorSentence(error, { say, sayError })}\n`);

  return {
    say,
    answer(value, lines) {
      process.stdout.write(
        json ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''),
      );
    },
    write: (document) => void process.stdout.write(document),
    progress({ done, total }) {
      const finished = done >= total;
      if (!showsProgress || (!finished && Date.now() - drawnAt < progressMilliseconds)) return;
      drawnAt = Date.now();
      const filled = total === 0 ? barWidth : Math.round((barWidth * Math.min(done, total)) / total);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      process.stderr.write(`\r${bar} ${done}/${total}${finished ? '\n' : ''}`);
    },
    sentence: ({ code, detail }) => sayError(code, detail),
    complain,
    error(error) {
      if (json) process.stdout.write(`${JSON.stringify({ error: error.shape }, null, 2)}\n`);
      complain(error);
    },
  };
}
