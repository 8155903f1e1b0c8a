import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import { isTaken, isTyping, matches, type Keys } from './keys.ts';

export type CommandGroup = 'go' | 'list' | 'conversation' | 'reply' | 'app';

/** Something a person can do: from the palette, by its key, or by a button that runs it. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: string;
  /** The first is shown; the others work too. */
  readonly keys?: readonly Keys[];
  /** Its keys work while somebody writes as well: only for keys with Mod, and Escape. */
  readonly whileTyping?: boolean;
  /** Not offered in the palette, where it makes no sense (moving in a list). */
  readonly hidden?: boolean;
  run(): void;
}

export interface Commands {
  register(list: () => readonly Command[]): () => void;
  all(): readonly Command[];
  subscribe(listener: () => void): () => void;
  changed(): void;
  /** Whether a command took the key. The latest to come goes first: the innermost screen wins. */
  press(event: KeyboardEvent): boolean;
}

export function createCommands(): Commands {
  const sources: (() => readonly Command[])[] = [];
  const listeners = new Set<() => void>();
  let all: readonly Command[] = [];
  const changed = () => {
    all = sources.flatMap((source) => source());
    for (const listener of listeners) listener();
  };
  return {
    register(list) {
      sources.unshift(list);
      changed();
      return () => {
        sources.splice(sources.indexOf(list), 1);
        changed();
      };
    },
    all: () => all,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed,
    press(event) {
      if (isTaken(event)) return false;
      const typing = isTyping(event.target);
      const command = sources
        .flatMap((source) => source())
        .find((each) => (!typing || each.whileTyping) && each.keys?.some((keys) => matches(event, keys)));
      command?.run();
      return command !== undefined;
    },
  };
}

export const CommandsContext = createContext<Commands>(createCommands());
export const CommandsProvider = CommandsContext.Provider;

/** Offers commands for as long as the component is there. */
export function useCommands(list: readonly Command[]): void {
  const commands = useContext(CommandsContext);
  const latest = useRef(list);
  const shown = list.map((command) => `${command.id} ${command.label}`).join('\n');
  useEffect(() => {
    latest.current = list;
  });
  useEffect(() => commands.register(() => latest.current), [commands]);
  useEffect(() => commands.changed(), [commands, shown]);
}

export function useAllCommands(): readonly Command[] {
  const commands = useContext(CommandsContext);
  return useSyncExternalStore(commands.subscribe, commands.all);
}

/** Listens to the keyboard; stands once, at the top. */
export function useCommandKeys(): void {
  const commands = useContext(CommandsContext);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (commands.press(event)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [commands]);
}
