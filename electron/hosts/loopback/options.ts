import { parseArgs } from 'node:util';
import { LiaisonError } from '../../shared/errors.ts';

export interface LoopbackHostOptions {
  /** The workspace's folder, or null for the usual one. */
  readonly data: string | null;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly headless: boolean;
  readonly passphraseFile: string | null;
}

/** Reads what was typed after `npm start --`. @throws LiaisonError `invalid-input` naming the option */
export function readOptions(words: readonly string[]): LoopbackHostOptions {
  const { values } = parse(words);
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw wrong('--port');
  return {
    data: values.data ?? null,
    port,
    headless: values.headless,
    passphraseFile: values['passphrase-file'] ?? null,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        headless: { type: 'boolean', default: false },
        // Read by the launcher, which then starts this host even where Electron is there.
        browser: { type: 'boolean', default: false },
        // The desktop's: where it is not there, a browser has its own ways.
        minimised: { type: 'boolean', default: false },
        'passphrase-file': { type: 'string' },
      },
    });
  } catch (error) {
    const named = error instanceof Error ? /'(-[^' ]+)/.exec(error.message)?.[1] : undefined;
    throw wrong(named ?? words.join(' '));
  }
}

const wrong = (path: string) => new LiaisonError('invalid-input', { detail: { path } });
