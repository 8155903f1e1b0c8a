import { expect, test } from 'vitest';
import { createCommands, type Command } from './commands.ts';

const send = (run: () => void): Command => ({ id: 'send', group: 'reply', label: 'Send as Acme', run });

test('what is run by its name is of this moment, though it was listed before', () => {
  const commands = createCommands();
  const sent: string[] = [];
  let text = 'One';
  commands.register(() => {
    const words = text;
    return [send(() => void sent.push(words))];
  });
  expect(commands.all().map(({ label }) => label)).toEqual(['Send as Acme']);
  text = 'One, two';
  commands.run('send');
  expect(sent).toEqual(['One, two']);
});

test('of two of a name the innermost runs, and none once both are gone', () => {
  const commands = createCommands();
  const sent: string[] = [];
  const takeAway = ['outer', 'inner'].map((screen) =>
    commands.register(() => [send(() => void sent.push(screen))]),
  );
  commands.run('send');
  for (const away of takeAway) away();
  commands.run('send');
  expect(sent).toEqual(['inner']);
});
