import { createContext, useCallback, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Preferences } from '../../../electron/shared/workspace.ts';
import { bindingsOf, type Bindings } from './key-sets.ts';
import { isTaken, isTyping, strokeHere } from './keys.ts';
import { inOrder } from './offer-rules.ts';
import { advance, isBesideText, type Keys } from './stroke-rules.ts';

export type CommandGroup = 'go' | 'list' | 'conversation' | 'reply' | 'app';

/** Something a person can do: from the palette, by its key, or by a button that runs it. */
export interface Command {
  readonly id: string;
  /** The action whose keys (`key-sets.ts`) and place in the order it has, where its own id is another. */
  readonly action?: string;
  readonly group: CommandGroup;
  readonly label: string;
  /** Where no set says otherwise. The first is shown; the others work too. */
  readonly keys?: readonly Keys[];
  /** Its keys work while somebody writes as well: only for keys with Mod, and Escape. */
  readonly whileTyping?: boolean;
  /** Not offered in the palette, where it makes no sense (moving in a list). */
  readonly hidden?: boolean;
  run(): void;
}

export interface Commands {
  register(list: () => readonly Command[]): () => void;
  /** For showing, in the order in which they are offered: what they do may be of an earlier moment. */
  all(): readonly Command[];
  /** Does what is offered under that name now, if anything is. */
  run(id: string): void;
  subscribe(listener: () => void): () => void;
  changed(): void;
  /** Puts actions on other keys. */
  bind(bindings: Bindings): void;
  /** Whether a command took the key. The latest to come goes first: the innermost screen wins. */
  press(event: KeyboardEvent): boolean;
}

/** Keys in a row are pressed so soon after each other. */
const rowMilliseconds = 1_500;

export function createCommands(): Commands {
  const sources: (() => readonly Command[])[] = [];
  const listeners = new Set<() => void>();
  /** Null: to be asked for again. */
  let all: readonly Command[] | null = null;
  let bindings: Bindings = bindingsOf('liaison', {});
  let begun = { pending: '', at: 0 };
  const bound = (command: Command): Command => {
    const keys = bindings[command.action ?? command.id];
    return keys ? { ...command, keys } : command;
  };
  const commandsNow = () => sources.flatMap((source) => source()).map(bound);
  const tell = () => {
    for (const listener of listeners) listener();
  };
  /** A screen brings and takes away a dozen of them at once: that is told once. */
  const changed = () => {
    if (all !== null) queueMicrotask(tell);
    all = null;
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
    all: () => (all ??= inOrder(commandsNow())),
    run: (id) =>
      commandsNow()
        .find((command) => command.id === id)
        ?.run(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed,
    bind(next) {
      bindings = next;
      changed();
    },
    press(event) {
      const stroke = isTaken(event) ? null : strokeHere(event);
      if (stroke === null) return false;
      const typing = isTyping(event.target);
      const pending = typing || event.timeStamp - begun.at > rowMilliseconds ? '' : begun.pending;
      begun = { pending: '', at: 0 };
      if (typing && !isBesideText(stroke)) return false;
      const step = advance(
        commandsNow().filter((each) => !typing || each.whileTyping),
        { pending, stroke },
      );
      if (step.kind === 'run') step.command.run();
      if (step.kind === 'begun') begun = { pending: step.pending, at: event.timeStamp };
      // What was begun and leads nowhere is over: its last key does nothing by itself.
      return step.kind !== 'none' || pending !== '';
    },
  };
}

const CommandsContext = createContext<Commands>(createCommands());
export const CommandsProvider = CommandsContext.Provider;

/** Offers commands for as long as the component is there. */
export function useCommands(list: readonly Command[]): void {
  const commands = useContext(CommandsContext);
  const latest = useRef(list);
  const shown = list.map((command) => `${command.id} ${command.label} ${command.keys?.join()}`).join('\n');
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

/** What a command is called, for a button that runs it; null while nothing offers it. */
export function useCommandLabel(id: string): string | null {
  const commands = useContext(CommandsContext);
  return useSyncExternalStore(
    commands.subscribe,
    () => commands.all().find((command) => command.id === id)?.label ?? null,
  );
}

export function useRunCommand(): (id: string) => void {
  const commands = useContext(CommandsContext);
  return useCallback((id) => commands.run(id), [commands]);
}

/** Listens to the keyboard; stands once, at the top. */
export function useCommandKeys(): void {
  const commands = useContext(CommandsContext);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // 229 is what a browser says of a key that an input method has taken.
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      if (commands.press(event)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    // Where it had been pressed had it come here: a dialog in front of us keeps its frames' keys too.
    const unsubscribe = window.liaisonDesktop?.onFrameKey((key) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true })),
    );
    return () => {
      window.removeEventListener('keydown', press);
      unsubscribe?.();
    };
  }, [commands]);
}

/** Puts the actions on the keys that the operator has chosen. */
export function useBindings({ set, own }: Preferences['keys']): void {
  const commands = useContext(CommandsContext);
  useEffect(() => commands.bind(bindingsOf(set, own)), [commands, set, own]);
}
