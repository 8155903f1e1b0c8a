import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PdfWords } from '../../electron/shared/attachments.ts';
import { aPdf } from '../support/a-pdf.ts';
import { aZip } from '../support/a-zip.ts';
import { openAttachmentsDesk, type DeskClient } from '../support/attachments-desk.ts';
import { corpusIsAbsent, corpusPath, hasCorpus, readCorpus } from '../support/corpus.ts';
import { mailWithFiles, type SentFile } from '../support/mail-with-files.ts';
import { unzip } from '../support/unzip.ts';

const words: PdfWords = { page: 'Page {page}', failed: 'Failed', locked: 'Locked', more: 'More' };
const script = '/assets/pdf-view-abc.js';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function deskWith(files: readonly SentFile[], html: string | null = null) {
  const desk = await openAttachmentsDesk();
  const client = await desk.client('Northwind', 'NW');
  client.take(await mailWithFiles({ subject: 'Files', html }, files));
  const message = await client.message('Files');
  const { tickets } = desk.started.core.services;
  const redeem = (path: string) =>
    tickets.redeem(path.startsWith('/mail/') ? 'frame' : 'attachment', path.split('/').at(-1) ?? '');
  const idOf = (name: string) => message.attachments.find((file) => file.name === name)!.id;
  return { desk, client, message, redeem, idOf };
}

test('pictures and PDFs are shown by what they are, whatever they are called, once for each address', async () => {
  const bomb = Buffer.from(png);
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  const { desk, client, redeem, idOf } = await deskWith([
    { name: 'photo.png', type: 'image/png', bytes: png },
    { name: 'bill', type: 'application/octet-stream', bytes: aPdf(['One']) },
    { name: 'page.png', type: 'image/png', bytes: '<script>alert(1)</script>' },
    { name: 'bomb.png', type: 'image/png', bytes: bomb },
    { name: 'drawing.svg', type: 'image/svg+xml', bytes: '<svg onload="alert(1)"/>' },
  ]);
  const show = (name: string) =>
    desk.call.attachments.preview({ clientId: client.clientId, attachmentId: idOf(name), script, words });
  const photo = await show('photo.png');
  expect(photo?.kind).toBe('image');
  const frame = redeem(photo!.path);
  expect(frame).toMatchObject({ kind: 'frame' });
  expect(frame?.kind === 'frame' && frame.html).toContain(`data:image/png;base64,${png.toString('base64')}`);
  expect(redeem(photo!.path)).toBeNull();
  const bill = await show('bill');
  expect(bill?.kind).toBe('pdf');
  expect(redeem(bill!.path)).toMatchObject({ kind: 'pdf', script, words });
  expect(await show('page.png')).toBeNull();
  expect(await show('drawing.svg')).toBeNull();
  await expect(show('bomb.png')).rejects.toThrow('file-unreadable');
  await expect(
    desk.call.attachments.preview({
      clientId: client.clientId,
      attachmentId: idOf('bill'),
      script: '/assets/../index.js',
      words,
    }),
  ).rejects.toThrow('script');
});

test('dangerous files are marked, also inside archives and documents and under other names', async () => {
  const { desk, client, message, idOf } = await deskWith([
    { name: 'bill.pdf.exe', type: 'application/octet-stream', bytes: 'MZ\u0090' },
    {
      name: 'things.zip',
      type: 'application/zip',
      bytes: aZip({ 'a.txt': 'a', 'inner/Setup.EXE': 'MZ', 'b.js': 'x' }),
    },
    { name: 'fine.zip', type: 'application/zip', bytes: aZip({ 'a.txt': 'a' }) },
    {
      name: 'letter.docx',
      type: 'application/msword',
      bytes: aZip({ '[Content_Types].xml': '<a/>', 'word/vbaProject.bin': 'x' }),
    },
    { name: 'photo.jpg', type: 'image/jpeg', bytes: Buffer.from('4d5a90000300000004000000ffff0000', 'hex') },
    {
      name: 'old.doc',
      type: 'application/msword',
      bytes: Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('..._VBA_PROJECT', 'utf16le'),
      ]),
    },
  ]);
  const marked = message.attachments.filter((file) => file.danger !== null);
  expect(marked.map(({ name, danger }) => [name, danger])).toEqual([['bill.pdf.exe', 'two-endings']]);
  const inside = await desk.call.attachments.inspect({ clientId: client.clientId, messageId: message.id });
  expect(inside).toEqual([
    { id: idOf('things.zip'), found: null, dangerous: ['Setup.EXE', 'b.js'] },
    { id: idOf('letter.docx'), found: 'macros', dangerous: [] },
    { id: idOf('photo.jpg'), found: 'disguised', dangerous: [] },
    { id: idOf('old.doc'), found: 'macros', dangerous: [] },
  ]);
});

test('a picture in the markup stands in its place alone; what Apple Mail calls inline is listed and saved', async () => {
  const { desk, client, message, redeem } = await deskWith(
    [
      { name: 'logo.png', type: 'image/png', bytes: png, contentId: 'logo@x' },
      { name: 'unnamed.png', type: 'image/png', bytes: png, contentId: 'nobody@x' },
      { name: '../Bill.pdf', type: 'application/pdf', bytes: 'one' },
      { name: 'bill.PDF', type: 'application/pdf', bytes: 'two' },
      { name: '..._Bill.pdf', type: 'application/pdf', bytes: 'three' },
    ],
    '<p>Hello</p><img src="cid:logo@x">',
  );
  expect(message.attachments.filter((file) => file.inline).map((file) => file.name)).toEqual(['logo.png']);
  const { path } = await desk.call.attachments.saveAll({ clientId: client.clientId, messageId: message.id });
  const saved = redeem(path);
  if (saved?.kind !== 'attachment') throw new Error('nothing was saved');
  expect(saved.name).toBe('Files.zip');
  const files = unzip(saved.bytes);
  expect([...files.keys()]).toEqual(['unnamed.png', '_Bill.pdf', 'bill.PDF', '_Bill (2).pdf']);
  expect([...files.values()].slice(1)).toEqual(['one', 'two', 'three']);
});

const calendar = (lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');

test('an invitation is told as what it is: a new one, a changed one, a cancelled one, an answer', async () => {
  const event = [
    'BEGIN:VEVENT',
    'UID:meeting-1',
    'SUMMARY:Delivery\\, second try',
    'LOCATION:Dock 4',
    'DTSTART;TZID=Europe/Madrid:20260310T100000',
    'DTEND;TZID=Europe/Madrid:20260310T113000',
    'ORGANIZER;CN=Northwind:mailto:carla@customer.example',
    'ATTENDEE;CN=Help;PARTSTAT=ACCEPTED:mailto:help@northwind.example',
    'RRULE:FREQ=SECONDLY;COUNT=2000000000',
    'ATTACH:http://127.0.0.1:9/x',
  ];
  const cases = {
    invited: ['METHOD:REQUEST', ...event, 'END:VEVENT'],
    updated: ['METHOD:REQUEST', ...event, 'SEQUENCE:2', 'END:VEVENT'],
    cancelled: ['METHOD:CANCEL', ...event, 'STATUS:CANCELLED', 'END:VEVENT'],
    answered: ['METHOD:REPLY', ...event, 'END:VEVENT'],
    'whole days': ['BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20260310', 'DURATION:P2D', 'END:VEVENT'],
    nothing: ['BEGIN:VTODO', 'END:VTODO'],
  };
  const desk = await openAttachmentsDesk();
  const client = await desk.client('Northwind', 'NW');
  for (const [subject, lines] of Object.entries(cases)) {
    const file = { name: 'invite.ics', type: 'text/calendar', bytes: calendar(lines) };
    client.take(
      await mailWithFiles(
        { subject, from: { name: '', address: `${subject.replace(' ', '-')}@x.example` } },
        [file],
      ),
    );
  }
  const read = async (subject: string) => {
    const { id: messageId } = await client.message(subject);
    return desk.call.attachments.invitation({ clientId: client.clientId, messageId });
  };
  expect(await read('invited')).toEqual({
    uid: 'meeting-1',
    method: 'request',
    title: 'Delivery, second try',
    description: '',
    place: 'Dock 4',
    start: { kind: 'instant', at: '2026-03-10T09:00:00.000Z', timeZone: 'Europe/Madrid' },
    end: { kind: 'instant', at: '2026-03-10T10:30:00.000Z', timeZone: 'Europe/Madrid' },
    organiser: { name: 'Northwind', address: 'carla@customer.example' },
    attendees: [{ name: 'Help', address: 'help@northwind.example', answer: 'accepted' }],
    attendeeCount: 1,
    cancelled: false,
    sequence: 0,
    repeats: 'other',
  });
  expect(await read('updated')).toMatchObject({ method: 'request', sequence: 2, cancelled: false });
  expect(await read('cancelled')).toMatchObject({ method: 'cancel', cancelled: true });
  expect(await read('answered')).toMatchObject({ method: 'reply', attendees: [{ answer: 'accepted' }] });
  expect(await read('whole days')).toMatchObject({
    method: 'publish',
    start: { kind: 'day', day: '2026-03-10' },
    end: { kind: 'day', day: '2026-03-12' },
  });
  expect(await read('nothing')).toBeNull();
});

describe.skipIf(!hasCorpus)(hasCorpus ? 'calendars of the corpus' : corpusIsAbsent, () => {
  test('odd and hostile ones are read or refused, and the next one is read', async () => {
    const folders = ['icaljs-samples', 'libical', 'icaljs'];
    const files = folders
      .flatMap((folder) =>
        readdirSync(corpusPath('calendar', folder)).map((name) => `calendar/${folder}/${name}`),
      )
      .filter((path) => !path.endsWith('.json'))
      .map((path) => ({ name: path, bytes: readFileSync(corpusPath(path)) }));
    const hostile = readCorpus<{ items: readonly { id: string; ics: string }[] }>(
      'calendar-hostile',
      'cases.json',
    );
    const all = [...files, ...hostile.items.map(({ id, ics }) => ({ name: id, bytes: Buffer.from(ics) }))];
    const desk = await openAttachmentsDesk();
    const client: DeskClient = await desk.client('Northwind', 'NW');
    const mails = await Promise.all(
      all.map(({ name, bytes }, index) =>
        mailWithFiles({ subject: name, from: { name: '', address: `c${index}@x.example` } }, [
          { name: 'invite.ics', type: 'text/calendar', bytes },
        ]),
      ),
    );
    client.take(...mails);
    const { rows } = await desk.call.conversations.queue({
      clientId: client.clientId,
      view: 'all',
      limit: 200,
    });
    const read: string[] = [];
    for (const row of rows) {
      const conversation = await desk.call.conversations.read({
        clientId: client.clientId,
        conversationId: row.id,
      });
      const messageId = conversation.messages[0]!.id;
      const invitation = await desk.call.attachments.invitation({ clientId: client.clientId, messageId });
      if (!invitation) continue;
      read.push(row.subject);
      expect(invitation.attendees.length).toBeLessThanOrEqual(50);
    }
    expect(rows.length).toBe(all.length);
    expect(read).toEqual(
      expect.arrayContaining(['secondly', 'count-huge', 'attendee-5000', 'organizer-spoof']),
    );
    expect(read.length).toBeGreaterThan(15);
  });
});
