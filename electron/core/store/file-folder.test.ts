import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { createFileFolder } from './file-folder.ts';
import { createSeal } from './seal.ts';

const sizes = [0, 10, 300_000, 1, 262_144, 262_116, 5, ...Array.from({ length: 40 }, (_, n) => n * 997)];

test('pieces of any size stand one behind the other, and more behind them', () => {
  const folder = temporaryFolder();
  const files = createFileFolder(folder, createSeal(randomBytes(32), 'client'));
  const kept: { at: number; bytes: Buffer }[] = [];
  let end = 0;
  for (const size of [sizes, [77], sizes.toReversed()]) {
    const writer = files.writePieces('mail-1', end);
    for (const bytes of size.map((each) => randomBytes(each))) kept.push({ at: writer.add(bytes), bytes });
    end = writer.finish();
    writer.close();
    expect(statSync(join(folder, 'mail-1')).size).toBe(end);
  }
  for (const { at, bytes } of kept) {
    expect(files.readPiece('mail-1', { at, size: bytes.byteLength })).toEqual(bytes);
    expect(files.isWhole('mail-1', { at, size: bytes.byteLength })).toBe(true);
  }
});

test('without a piece there is no file', () => {
  const folder = temporaryFolder();
  const files = createFileFolder(folder, createSeal(randomBytes(32), 'client'));
  const writer = files.writePieces('mail-1', 0);
  expect(writer.finish()).toBe(0);
  writer.close();
  expect(files.sizeOf('mail-1')).toBe(0);
});
