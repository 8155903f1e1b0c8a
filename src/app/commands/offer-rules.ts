import type { Command, CommandGroup } from './commands.ts';

/**
 * How commands are offered: group by group, and in each the most used first, by its action (else its id). What is not
 * named here follows, in the order in which its screen lists it.
 */
export const offered = {
  reply: [
    ...['send', 'send-resolve', 'reply', 'undo', 'forward', 'templates', 'attach', 'send-later'],
    ...['new-message', 'discard'],
  ],
  conversation: [
    ...['resolve', 'assign', 'take', 'snooze', 'status', 'tag', 'note', 'macros', 'follow', 'context'],
    ...['own-window', 'merge', 'split-newest', 'move-newest'],
  ],
  list: ['search', 'views', 'tick-all'],
  go: [
    ...['go-inbox', 'go-client', 'go-outbox', 'go-quality', 'go-reports', 'go-automation', 'go-voice'],
    ...['go-clients', 'go-settings'],
  ],
  app: ['keys'],
} as const satisfies Readonly<Record<CommandGroup, readonly string[]>>;

export const groupsOffered = Object.keys(offered) as CommandGroup[];

export function inOrder(commands: readonly Command[]): Command[] {
  const placeOf = ({ group, action, id }: Command): number => {
    const named: readonly string[] = offered[group];
    const place = named.indexOf(action ?? id);
    return place < 0 ? named.length : place;
  };
  return groupsOffered.flatMap((group) =>
    commands
      .filter((command) => command.group === group)
      .toSorted((one, other) => placeOf(one) - placeOf(other)),
  );
}
