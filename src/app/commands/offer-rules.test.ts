import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Command, CommandGroup } from './commands.ts';
import { groupsOffered, inOrder, offered } from './offer-rules.ts';

const command = (group: CommandGroup, id: string, more: Partial<Command> = {}): Command => ({
  ...{ group, id, label: id, run: () => undefined },
  ...more,
});
const idsOf = (commands: readonly Command[]) => inOrder(commands).map(({ id }) => id);

test('what is used most comes first, whichever part of the screen came last', () => {
  const conversation = ['move-newest', 'merge', 'print', 'assign', 'snooze', 'resolve', 'save-pdf'];
  expect(
    idsOf([
      ...conversation.map((id) => command('conversation', id)),
      command('go', 'go-acorn', { action: 'go-client' }),
      command('go', 'go-settings'),
      command('go', 'go-inbox'),
      command('reply', 'new-message'),
      command('reply', 'reply'),
      command('reply', 'undo-7', { action: 'undo' }),
    ]),
  ).toEqual([
    ...['reply', 'undo-7', 'new-message'],
    ...['resolve', 'assign', 'snooze', 'merge', 'move-newest', 'print', 'save-pdf'],
    ...['go-inbox', 'go-acorn', 'go-settings'],
  ]);
});

test('of two of a name the innermost stays before the other', () => {
  const [inner, outer] = [command('reply', 'send'), command('reply', 'send')];
  expect(inOrder([inner, outer])).toEqual([inner, outer]);
});

test('everything that has a place in the order is something one can do', () => {
  const source = join(import.meta.dirname, '../..');
  const text = globSync('{app,screens}/**/*.{ts,tsx}', { cwd: source })
    .filter((file) => !/\.test\.|app\/commands\//u.test(file))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
  const missing = groupsOffered
    .flatMap((group): readonly string[] => offered[group])
    .filter((id) => !text.includes(`'${id}'`) && !text.includes(`id: '${id.replace(/^go-/u, '')}'`));
  expect(missing).toEqual([]);
});
