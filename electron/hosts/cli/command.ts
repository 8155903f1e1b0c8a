import type { ParseArgsOptionsConfig } from 'node:util';
import type { Services } from '../../core/services.ts';
import type { Output } from './output.ts';

/** What a command is given: its options by name, its other words in order. */
export interface CommandInput {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
  readonly out: Output;
  /** Aborts on Ctrl+C. */
  readonly signal: AbortSignal;
}

interface CommandShape {
  /** As it is typed: `clients add`. */
  readonly name: string;
  readonly options: ParseArgsOptionsConfig;
  /** Options without which it means nothing. */
  readonly required?: readonly string[];
  /** What stands behind the options, as a reader is told of it. */
  readonly words?: string;
}

/** A command on a workspace. Gives the exit code; throws LiaisonError. */
export interface WorkspaceCommand extends CommandShape {
  readonly needsWorkspace: true;
  run(services: Services, input: CommandInput): Promise<number>;
}

/** A command on files alone. */
export interface FileCommand extends CommandShape {
  readonly needsWorkspace: false;
  run(input: CommandInput): Promise<number>;
}

export type Command = WorkspaceCommand | FileCommand;

/** A required or given text option; absent and boolean ones are empty. */
export function textOf(input: CommandInput, name: string): string {
  const value = input.values[name];
  return typeof value === 'string' ? value : '';
}

/** Whether it was typed at all, be it empty. */
export const isGiven = (input: CommandInput, name: string): boolean => input.values[name] !== undefined;

/** A line of it as it is typed: `clients remove --client X`; what may be left out stands in brackets. */
export function usageOf({ name, options, required = [], words }: Command): string {
  const shown = Object.entries(options).map(([option, { type }]) => {
    const typed = type === 'boolean' ? `--${option}` : `--${option} X`;
    return required.includes(option) ? typed : `[${typed}]`;
  });
  return [name, ...shown, ...(words ? [words] : [])].join(' ');
}
