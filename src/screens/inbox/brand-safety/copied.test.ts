import { expect, test } from 'vitest';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { digestOf, markCopy, originOf, prepareMarks } from './copied.ts';

const [ours, theirs] = ['ours', 'theirs'] as ClientId[];
if (!ours || !theirs) throw new Error('no clients');

/** A clipboard as a browser hands it to a copy and to a paste. */
function clipboard() {
  const kept = new Map<string, string>();
  const data = {
    setData: (type: string, value: string) => void kept.set(type, value),
    getData: (type: string) => kept.get(type) ?? '',
  };
  const event = { clipboardData: data, preventDefault: () => undefined };
  return { kept, data: data as unknown as DataTransfer, event: event as unknown as ClipboardEvent };
}

const text = 'The cabin on the upper deck\nhas a window.';

test('a copy says where it was made, without naming the client', async () => {
  await prepareMarks([ours, theirs]);
  const board = clipboard();
  markCopy(board.event, { clientId: ours, text });
  expect([originOf(board.data, ours), originOf(board.data, theirs)]).toEqual(['here', 'elsewhere']);
  expect(board.data.getData('text/plain')).toBe(text);
  expect([...board.kept.values()].join(' ')).not.toContain('ours');
});

test('a clipboard that lost the mark is known by what was copied last', async () => {
  await prepareMarks([ours, theirs]);
  markCopy(clipboard().event, { clientId: ours, text });
  const plain = clipboard();
  plain.data.setData('text/plain', 'The cabin  on the upper deck\r\nhas a window. ');
  expect([originOf(plain.data, ours), originOf(plain.data, theirs)]).toEqual(['here', 'elsewhere']);
  plain.data.setData('text/plain', 'Something else that was copied elsewhere.');
  expect(originOf(plain.data, theirs)).toBe('unknown');
  expect(digestOf('a b')).not.toBe(digestOf('ab'));
});
