import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ClientId, OutboxId } from '../../../../shared/ids.ts';
import { newId } from '../../../ids.ts';
import { openJournal } from './journal.ts';

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const clientId = newId<ClientId>(1);
  return { folder, clientId, path: join(folder, clientId, 'outbox.journal') };
}

test('remembers the last mark of each item over a restart', () => {
  const { folder, clientId } = aFolder();
  const [one, two] = [newId<OutboxId>(1), newId<OutboxId>(1)];
  const journal = openJournal({ folder, clientId });
  journal.write(one, 'dot');
  journal.write(two, 'dot');
  journal.write(one, 'accepted');
  expect(journal.lastOf(one)).toBe('accepted');
  const again = openJournal({ folder, clientId });
  expect([again.lastOf(one), again.lastOf(two), again.lastOf(newId<OutboxId>(1))]).toEqual([
    'accepted',
    'dot',
    null,
  ]);
});

test('is not led astray by a torn line, and writes the next one whole', () => {
  const { folder, clientId, path } = aFolder();
  const [one, two] = [newId<OutboxId>(1), newId<OutboxId>(1)];
  openJournal({ folder, clientId }).write(one, 'dot');
  appendFileSync(path, two.slice(0, 20));
  const journal = openJournal({ folder, clientId });
  journal.write(two, 'dot');
  const again = openJournal({ folder, clientId });
  expect([again.lastOf(one), again.lastOf(two)]).toEqual(['dot', 'dot']);
});

test('holds ids and marks only, and says nothing twice', () => {
  const { folder, clientId, path } = aFolder();
  const one = newId<OutboxId>(1);
  const journal = openJournal({ folder, clientId });
  journal.write(one, 'dot');
  journal.write(one, 'dot');
  expect(readFileSync(path, 'utf8').split('\n').filter(Boolean)).toEqual([`${one} dot`]);
});
