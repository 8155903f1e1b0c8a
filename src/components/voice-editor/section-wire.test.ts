import { expect, test } from 'vitest';
import { check } from '../../../electron/shared/voice/check.ts';
import { compileGuide } from '../../../electron/shared/voice/guide.ts';
import { allFindings, createIncrementalCheck } from '../../../electron/shared/voice/incremental-check.ts';
import { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import { createReceiver, createSender } from './section-wire.ts';

/** As the page is told them. */
const checked = (text: string) => check(guide, text).map(({ action: _action, ...finding }) => finding);

const guide = compileGuide([
  RuleDefinition.parse({ name: 'House.Very', extends: 'existence', message: 'm', tokens: ['very'] }),
  RuleDefinition.parse({
    name: 'House.Grey',
    extends: 'consistency',
    message: 'm',
    either: [['grey', 'gray']],
  }),
]);

function start() {
  const incremental = createIncrementalCheck(guide);
  const [send, receive] = [createSender(), createReceiver()];
  return (text: string) => {
    const sent = send(incremental.check(text));
    // What a message carries is a copy.
    return { sent, found: allFindings(receive(structuredClone(sent))) };
  };
}

test('only the changed section is sent, and the page has the findings of all', () => {
  const type = start();
  type('A very grey day.\n\nNothing here.\n\nVery, very good: very.');
  const text = 'A very, very grey day.\n\nNothing here.\n\nVery, very good: very.';
  const { sent, found } = type(text);
  expect(sent.sections.map(({ findings }) => findings?.length)).toEqual([2, undefined, undefined]);
  expect(found).toEqual(checked(text));
});

test('sections that move, come twice, go and come back keep their findings', () => {
  const type = start();
  for (const text of [
    'very\n\ngood',
    'good\n\nvery\n\nvery',
    'very very\n\ngood',
    'good',
    '',
    'grey\n\nvery\n\ngray very',
  ])
    expect(type(text).found, text).toEqual(checked(text));
});
