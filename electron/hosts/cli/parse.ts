import { parseArgs } from 'node:util';
import type { Command } from './command.ts';

/** Options that every command knows. */
const common = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  'passphrase-file': { type: 'string' },
  help: { type: 'boolean' },
} as const;

export type Parsed =
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly values: Readonly<Record<string, string | boolean | undefined>>;
      readonly words: readonly string[];
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'unknown'; readonly typed: string }
  | { readonly kind: 'misused'; readonly command: Command; readonly reason: string };

/** Finds the command whose name begins the words (the longest wins), and reads its options. */
export function parse(commands: readonly Command[], words: readonly string[]): Parsed {
  const firstOption = words.findIndex((word) => word.startsWith('-'));
  const typed = words.slice(0, firstOption === -1 ? 2 : Math.min(2, firstOption));
  const command =
    commands.find(({ name }) => name === typed.join(' ')) ?? commands.find(({ name }) => name === typed[0]);
  if (!command) {
    return typed.length === 0 ? { kind: 'help' } : { kind: 'unknown', typed: typed.join(' ') };
  }
  try {
    return read(command, words);
  } catch (error) {
    return { kind: 'misused', command, reason: reasonOf(error) };
  }
}

/** Node goes on to explain how words that begin with a dash are typed. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\. To specify .*$/s, '');

function read(command: Command, words: readonly string[]): Parsed {
  const parsed = parseArgs({
    args: [...words],
    options: { ...command.options, ...common },
    allowPositionals: true,
  });
  const values = parsed.values as Readonly<Record<string, string | boolean | undefined>>;
  if (values['help']) return { kind: 'help' };
  const missing = command.required?.find((name) => !values[name]);
  if (missing) return { kind: 'misused', command, reason: `--${missing}` };
  const own = parsed.positionals.slice(command.name.split(' ').length);
  return {
    kind: 'command',
    command,
    values: values,
    words: own,
  };
}
