import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import { sourceOf } from '../../electron/core/store/client/message-sources.ts';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { aMessage } from '../support/a-message.ts';
import { aBatch, openDesk } from '../support/conversations-desk.ts';

function openMail() {
  const desk = openDesk();
  const { store, channelId } = desk.open('northwind');
  const folder = join(dirname(store.path), 'attachments');
  const take = (...mails: readonly ReceivedMessage[]) =>
    desk.conversations.ingest(store, channelId, aBatch(mails));
  return { store, folder, first: join(folder, 'mail-1'), take };
}

const seqOf = (store: ClientStore, { dedupKey }: ReceivedMessage): number =>
  (store.prepare('SELECT seq FROM messages WHERE dedup_key = ?').get(dedupKey) as { seq: number }).seq;

const keptOf = (store: ClientStore, mail: ReceivedMessage): string | undefined =>
  sourceOf(store, seqOf(store, mail))?.toString();

const sent = (mail: ReceivedMessage): string | undefined => mail.source?.toString();

describe('the bytes of mails', () => {
  test('come back as they came, from as many files as there are', () => {
    const { store, folder, take } = openMail();
    const mails = Array.from({ length: 6 }, () => aMessage());
    take(...mails.slice(0, 3));
    take(...mails.slice(3, 4));
    store.prepare('UPDATE mail_files SET length = ?').run(256 * 1024 * 1024);
    take(...mails.slice(4, 5));
    take(...mails.slice(5));
    expect(readdirSync(folder).toSorted()).toEqual(['mail-1', 'mail-2']);
    expect(mails.map((mail) => keptOf(store, mail))).toEqual(mails.map(sent));
  });

  test('are written over what a process that was killed wrote behind them', () => {
    const { store, first, take } = openMail();
    const [one, two] = [aMessage(), aMessage()];
    take(one);
    const { length } = readFileSync(first);
    appendFileSync(first, Buffer.alloc(50_000, 'half of a batch'));
    take(two);
    expect([one, two].map((mail) => keptOf(store, mail))).toEqual([one, two].map(sent));
    const { length: end } = store.prepare('SELECT length FROM mail_files').get() as { length: number };
    expect(end).toBe(length + (two.source?.byteLength ?? 0) + store.seal.overhead);
  });

  test('are missed, not made up, where the file was changed, cut short or taken away', () => {
    const { store, first, take } = openMail();
    const [one, two] = [aMessage(), aMessage()];
    take(one, two);
    const whole = readFileSync(first);
    const changed = Buffer.from(whole);
    changed[40] = changed[40]! ^ 1;
    writeFileSync(first, changed);
    expect(() => keptOf(store, one)).toThrow('file-unreadable');
    expect(keptOf(store, two)).toBe(sent(two));
    writeFileSync(first, whole);
    truncateSync(first, whole.byteLength - 1);
    expect(keptOf(store, one)).toBe(sent(one));
    expect(() => keptOf(store, two)).toThrow('file-unreadable');
    rmSync(first);
    expect(() => keptOf(store, one)).toThrow('file-unreadable');
    const three = aMessage();
    take(three);
    expect(keptOf(store, three)).toBe(sent(three));
  });

  test('open in their own place only', () => {
    const { store, take } = openMail();
    const [one, two] = [aMessage(), aMessage()];
    take(one, two);
    const { place } = store.prepare('SELECT max(place) AS place FROM message_sources').get() as {
      place: number;
    };
    const folder = join(dirname(store.path), 'attachments');
    const pieces = readFileSync(join(folder, 'mail-1'));
    writeFileSync(join(folder, 'mail-1'), Buffer.concat([pieces.subarray(place), pieces.subarray(place)]));
    expect(() => keptOf(store, one)).toThrow('file-unreadable');
  });

  test('that were kept before, in the database or alone in a file, are read where they are', () => {
    const { store, take } = openMail();
    const [one, two] = [aMessage(), aMessage()];
    take(one, two);
    const move = 'UPDATE message_sources SET bytes = ?, file = ?, place = NULL WHERE message_seq = ?';
    store.prepare(move).run(one.source, null, seqOf(store, one));
    store.files.write('two.eml', two.source!);
    store.prepare(move).run(null, 'two.eml', seqOf(store, two));
    expect([one, two].map((mail) => keptOf(store, mail))).toEqual([one, two].map(sent));
  });

  test.skipIf(!existsSync('/dev/full'))('find a full disk, and are taken in when there is room', () => {
    const { store, folder, first, take } = openMail();
    const mail = aMessage();
    mkdirSync(folder, { recursive: true });
    symlinkSync('/dev/full', first);
    expect(() => take(mail)).toThrow('disk-full');
    rmSync(first);
    expect(take(mail).added).toBe(1);
    expect(keptOf(store, mail)).toBe(sent(mail));
  });
});
