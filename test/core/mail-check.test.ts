import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { atOnce } from '../../electron/core/slices.ts';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import { lostOriginals } from '../../electron/core/store/client/source-check.ts';
import { createPageCheck } from '../../electron/core/store/page-check.ts';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { aMessage } from '../support/a-message.ts';
import { openAttachmentsDesk } from '../support/attachments-desk.ts';
import { aBatch, openDesk } from '../support/conversations-desk.ts';
import { mailWithFiles } from '../support/mail-with-files.ts';
import { createMemorySafes } from '../support/memory-safe.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testWorkers } from '../support/test-ports.ts';
import { waitFor } from '../support/wait-for.ts';

const all = { begin: 0.5 };
/** Nothing is opened but the first piece of each file. */
const nothing = { begin: 0, most: 0 };

const checkOf = ({ prepare, files, seal: { overhead } }: ClientStore, options: typeof nothing | typeof all) =>
  lostOriginals({ rows: { prepare }, files, overhead }, options);
const lostIn = (store: ClientStore, options: typeof nothing | typeof all = all) =>
  atOnce(checkOf(store, options));

const fileOf = (store: ClientStore, name: string) => join(dirname(store.path), 'attachments', name);

/** Two files of three mails each; one of them is larger than what is read of a piece at a time. */
function openMail() {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  const take = (...mails: readonly ReceivedMessage[]) =>
    desk.conversations.ingest(store, channelId, aBatch(mails));
  take(aMessage(), aMessage(), aMessage({ source: randomBytes(700_000) }));
  store.prepare('UPDATE mail_files SET length = ?').run(256 * 1024 * 1024);
  take(aMessage(), aMessage(), aMessage());
  const [one, two] = [fileOf(store, 'mail-1'), fileOf(store, 'mail-2')];
  return { store, take, one, two };
}

function change(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe('the files of mails', () => {
  test('that are as they were written are sound, those that were kept alone too', () => {
    const { store } = openMail();
    store.files.write('three.eml', randomBytes(300_000));
    store
      .prepare(
        `UPDATE message_sources SET file = 'three.eml', place = NULL, size = 300000
         WHERE message_seq = (SELECT max(message_seq) FROM message_sources)`,
      )
      .run();
    expect(lostIn(store)).toBeNull();
    change(fileOf(store, 'three.eml'), 290_000);
    expect(lostIn(store)).toEqual({ messages: 1, files: ['three.eml'] });
  });

  test('lose one message where one bit was changed, in the last part of a large mail too', () => {
    const { store, one, two } = openMail();
    change(one, readFileSync(one).length - 40);
    expect(lostIn(store)).toEqual({ messages: 1, files: ['mail-1'] });
    change(two, 5);
    expect(lostIn(store)).toEqual({ messages: 2, files: ['mail-1', 'mail-2'] });
  });

  test('lose what stood behind a cut, and all that stood in a file which was taken away', () => {
    const { store, one, two } = openMail();
    truncateSync(one, 600_000);
    expect(lostIn(store, nothing)).toEqual({ messages: 1, files: ['mail-1'] });
    rmSync(two);
    expect(lostIn(store, nothing)).toEqual({ messages: 4, files: ['mail-1', 'mail-2'] });
  });

  test('lose everything where two were swapped, and it is found whatever is in turn', () => {
    const { store, one, two } = openMail();
    renameSync(one, `${one}.aside`);
    renameSync(two, one);
    renameSync(`${one}.aside`, two);
    expect(lostIn(store)).toEqual({ messages: 6, files: ['mail-1', 'mail-2'] });
    expect(lostIn(store, nothing)).toEqual({ messages: 6, files: ['mail-1', 'mail-2'] });
  });

  test('are opened as far as their turn goes, and whole where a piece of them proves damaged', () => {
    const { store, one, two } = openMail();
    const { places } = store
      .prepare("SELECT group_concat(place, ' ') AS places FROM message_sources WHERE file = 'mail-2'")
      .get() as { places: string };
    const [, second = 0, third = 0] = places
      .split(' ')
      .map(Number)
      .toSorted((a, b) => a - b);
    change(two, third + 20);
    expect(lostIn(store, nothing)).toBeNull();
    // The large mail makes most of all bytes: what comes after it is the last thousandth.
    expect(lostIn(store, { begin: 0.999, most: 3_000 })).toEqual({ messages: 1, files: ['mail-2'] });
    expect(lostIn(store, { begin: 0, most: 3_000 })).toBeNull();
    change(two, second + 20);
    change(two, 20);
    change(one, 300_000);
    // A first piece is always opened. It betrays its own file, and nothing is said of the other one.
    expect(lostIn(store, nothing)).toEqual({ messages: 3, files: ['mail-2'] });
  });

  test('may grow while they are looked at', () => {
    const { store, take } = openMail();
    const steps = checkOf(store, all);
    for (let looked = 0; looked < 6; looked += 1) expect(steps.next().done).toBe(false);
    take(aMessage(), aMessage());
    expect(atOnce(steps)).toBeNull();
  });
});

test('closing ends a look at once, and nothing is told after it', async () => {
  const pageCheck = createPageCheck(testWorkers.checkPages, { patience: 0 });
  const told: unknown[] = [];
  const { store } = openMail();
  const file = { clientId: store.clientId, path: store.path, key: randomBytes(32), isChecked: false };
  pageCheck.add(file, (damage) => told.push(damage));
  await new Promise((resolve) => setTimeout(resolve, 5));
  await pageCheck.close();
  expect(told).toEqual([]);
});

test('a client whose mail files prove damaged says so and works on; restored, it is sound again', async () => {
  const [data, safes] = [temporaryFolder(), createMemorySafes()];
  let close = () => Promise.resolve();
  const before = await openAttachmentsDesk({ data, safes, closeLater: (work) => (close = work) });
  const northwind = await before.client('Northwind', 'NW');
  const acme = await before.client('Acme', 'AC');
  const aFile = [{ name: 'a.txt', type: 'text/plain', bytes: 'a' }];
  northwind.take(
    await mailWithFiles({ subject: 'First', text: 'Words of the first' }, aFile),
    await mailWithFiles({ subject: 'Second' }, aFile),
  );
  acme.take(aMessage());
  const path = fileOf(northwind.store, 'mail-1');
  await close();
  copyFileSync(path, `${path}.backup`);
  change(path, 40);

  /** A core on these files, once it has looked at them all. */
  async function started() {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let end = () => Promise.resolve();
    const desk = await openAttachmentsDesk({ data, safes, closeLater: (work) => (end = work) });
    const { core } = desk.started;
    const announced: unknown[] = [];
    core.services.changes.listen(({ topic, clientId }) => announced.push([topic, clientId]));
    vi.advanceTimersByTime(15_000);
    vi.useRealTimers();
    await waitFor(() => announced.length > 0, 'the damage to be announced');
    return { ...desk, announced, end };
  }

  const { call, announced, end } = await started();
  expect(announced).toEqual([['clients', northwind.clientId]]);
  const states = async () =>
    Object.fromEntries((await call.clients.list()).map((client) => [client.name, client.state]));
  expect(await states()).toEqual({
    Northwind: {
      kind: 'ready',
      lostOriginals: { messages: 1, folder: dirname(path), files: [basename(path)] },
    },
    Acme: { kind: 'ready' },
  });
  const clientId = northwind.clientId;
  const { rows } = await call.conversations.queue({ clientId, view: 'all' });
  const read = async (subject: string) => {
    const row = rows.find((each) => each.subject === subject)!;
    const { messages } = await call.conversations.read({ clientId, conversationId: row.id });
    return messages[0]!;
  };
  const [first, second] = [await read('First'), await read('Second')];
  expect(first.text).toBe('Words of the first');
  await expect(call.copies.mail({ clientId, messageId: first.id })).rejects.toThrow('file-unreadable');
  expect(await call.copies.mail({ clientId, messageId: second.id })).toMatchObject({ rebuilt: false });
  await end();

  // Acme's is looked at after Northwind's: when it is told, Northwind's was sound.
  renameSync(`${path}.backup`, path);
  rmSync(fileOf(acme.store, 'mail-1'));
  const restored = await started();
  onTestFinished(() => restored.end());
  expect(restored.announced).toEqual([['clients', acme.clientId]]);
  expect(await restored.call.copies.mail({ clientId, messageId: first.id })).toMatchObject({
    rebuilt: false,
  });
});
