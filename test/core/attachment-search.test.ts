import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { keepReading, readingOf } from '../../electron/core/features/attachments/text-queries.ts';
import { indexMessages } from '../../electron/core/features/conversations/intake/message-rows.ts';
import { forgetMessage } from '../../electron/core/store/client/message-words.ts';
import type { SearchHit } from '../../electron/shared/conversations.ts';
import { aPdf } from '../support/a-pdf.ts';
import { aZip } from '../support/a-zip.ts';
import { openAttachmentsDesk } from '../support/attachments-desk.ts';
import { mailWithFiles } from '../support/mail-with-files.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const aWordFile = (paragraphs: readonly string[]) =>
  aZip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document><w:body>${paragraphs
      .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
      .join('')}</w:body></w:document>`,
  });

const said = (parts: SearchHit['snippet']) =>
  parts.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');

test('words of files are found with their marks and the name of the file, each client by itself', async () => {
  const desk = await openAttachmentsDesk();
  const northwind = await desk.client('Northwind', 'NW');
  const acme = await desk.client('Acme', 'AC');
  const minute = 60_000;
  const at = desk.started.clock.now() - 600 * minute;
  northwind.take(
    await mailWithFiles({ subject: 'Bill', text: 'See the file.', sentAt: at }, [
      { name: 'bill.pdf', type: 'application/pdf', bytes: aPdf(['Cover', 'The platypus costs 12 euros']) },
    ]),
    await mailWithFiles({ subject: 'Contract', text: 'Signed.', sentAt: at + minute }, [
      { name: 'contract.docx', type: word, bytes: aWordFile(['First', 'A platypus clause']) },
      { name: 'copy.docx', type: word, bytes: aWordFile(['Another platypus clause']) },
    ]),
    await mailWithFiles({ subject: 'Table', text: 'As asked.', sentAt: at + 2 * minute }, [
      { name: 'prices.csv', type: 'text/csv', bytes: 'animal;price\r\nplatypus;12\r\n' },
    ]),
    await mailWithFiles({ subject: 'Page', text: 'A page.', sentAt: at + 3 * minute }, [
      {
        name: 'page.html',
        type: 'text/html',
        bytes: '<script>platypusscript()</script><p>echidna <b>page</b></p>',
      },
    ]),
    await mailWithFiles({ subject: 'Said', text: 'A platypus in my own words.', sentAt: at + 4 * minute }, [
      { name: 'note.txt', type: 'text/plain', bytes: Buffer.from('Größe: platypus', 'latin1') },
    ]),
  );
  acme.take(
    await mailWithFiles({ subject: 'Theirs', text: 'Nothing.', sentAt: at }, [
      { name: 'theirs.txt', type: 'text/plain', bytes: 'platypus of Acme' },
    ]),
  );
  const search = async (text: string, clientId = northwind.clientId) =>
    (await desk.call.conversations.search({ clientId, text })).hits;
  expect((await search('platypus')).map((hit) => hit.attachment)).toEqual([null]);

  const { attachments } = desk.started.core.services;
  expect(await attachments.readAll(northwind.store)).toBe(6);
  expect(await attachments.readAll(northwind.store)).toBe(0);
  const hits = await search('platypus');
  expect(hits.map((hit) => [said(hit.subject), hit.attachment, said(hit.snippet)])).toEqual([
    ['Said', null, 'A [platypus] in my own words.'],
    ['Table', 'prices.csv', 'animal;price\n[platypus];12'],
    ['Contract', 'contract.docx', 'First\nA [platypus] clause'],
    ['Bill', 'bill.pdf', expect.stringContaining('The [platypus] costs 12 euros')],
  ]);
  const subjects = async (text: string) =>
    (await search(text)).map((hit) => said(hit.subject).replaceAll(/[[\]]/g, ''));
  expect(await subjects('echidna')).toEqual(['Page']);
  expect(await subjects('platypusscript')).toEqual([]);
  expect(await subjects('größe')).toEqual(['Said']);
  expect(await subjects('platyp')).toEqual(['Said', 'Table', 'Contract', 'Bill']);
  expect(await subjects('bill.pdf')).toEqual(['Bill']);
  expect(await subjects('platypus -clause')).toEqual(['Said', 'Table', 'Bill']);
  expect(await subjects('platypus -signed')).toEqual(['Said', 'Table', 'Bill']);
  expect(await subjects('subject:contract platypus')).toEqual(['Contract']);
  expect(await subjects('from:carla "platypus costs"')).toEqual(['Bill']);
  expect(await subjects('from:nobody platypus')).toEqual([]);
  const count = { clientId: northwind.clientId, text: 'platypus' };
  expect(await desk.call.conversations.searchCount(count)).toEqual({ count: 4, countCapped: false });

  const first = await desk.call.conversations.search({ clientId: null, text: 'platypus', limit: 2 });
  const rest = await desk.call.conversations.search({
    clientId: null,
    text: 'platypus',
    cursor: first.next,
    limit: 2,
  });
  expect([...first.hits, ...rest.hits].map((hit) => said(hit.subject))).toEqual([
    'Said',
    'Table',
    'Contract',
    'Bill',
  ]);
  expect(rest.next).toBeNull();
  expect(await search('platypus', acme.clientId)).toEqual([]);
  await attachments.readAll(acme.store);
  expect((await search('platypus', acme.clientId)).map((hit) => hit.attachment)).toEqual(['theirs.txt']);
});

test('words of a message and of its files are found together, and a phrase does not go from one into the other', async () => {
  const desk = await openAttachmentsDesk();
  const { store, take, clientId } = await desk.client('Northwind', 'NW');
  const file = (name: string, text: string) => ({ name, type: 'text/plain', bytes: text });
  take(
    await mailWithFiles({ subject: 'Bill', text: 'My parcel came late' }, [
      file('cover.txt', 'A cover letter'),
      file('animals.txt', 'platypus and echidna'),
    ]),
    await mailWithFiles({ subject: 'Other', text: 'Nothing came' }, [file('other.txt', 'echidna alone')]),
  );
  const { attachments } = desk.started.core.services;
  await attachments.readAll(store);
  const found = async (text: string) =>
    (await desk.call.conversations.search({ clientId, text })).hits.map(
      ({ subject, attachment, snippet }) => `${said(subject)}, ${attachment}: ${said(snippet)}`,
    );
  const both = 'Bill, animals.txt: [platypus] and echidna';
  expect(await found('late platypus ')).toEqual([both]);
  expect(await found('from:carla late platyp')).toEqual([both]);
  expect(await found('letter platypus ')).toEqual(['Bill, cover.txt: A cover [letter]']);
  expect(await found('came echidna ')).toEqual([
    'Other, other.txt: [echidna] alone',
    'Bill, animals.txt: platypus and [echidna]',
  ]);
  expect(await found('late animals.txt ')).toEqual(['Bill, null: My parcel came [late]']);
  expect(await found('late -platypus ')).toEqual([]);
  expect(await found('"came late a cover"')).toEqual([]);
  expect(await found('"letter platypus"')).toEqual([]);
  expect(await desk.call.conversations.searchCount({ clientId, text: 'came echidna ' })).toEqual({
    count: 2,
    countCapped: false,
  });

  // As an earlier Liaison left it: read, and not found together.
  const seqs = store.prepare('SELECT DISTINCT seq >> 8 AS seq FROM attachment_texts').all() as {
    seq: number;
  }[];
  for (const { seq } of seqs) forgetMessage(store, seq);
  store.prepare('UPDATE attachment_texts SET found = 0').run();
  indexMessages(
    store,
    seqs.map(({ seq }) => seq),
  );
  expect(await found('late platypus ')).toEqual([]);
  expect(await found('parcel late ')).toEqual(['Bill, null: My [parcel] came [late]']);
  expect(await attachments.readAll(store)).toBe(2);
  expect(await found('late platypus ')).toEqual([both]);
  expect(await found('parcel late ')).toEqual(['Bill, null: My [parcel] came [late]']);
  expect(await attachments.readAll(store)).toBe(0);
});

test('what is no file of its kind, a bomb or locked is passed by, and the next one is read', async () => {
  const desk = await openAttachmentsDesk();
  const { store, take, clientId } = await desk.client('Northwind', 'NW');
  const bomb = `<w:document>${'<w:p><w:r><w:t>bomb</w:t></w:r></w:p>'.repeat(1_500_000)}</w:document>`;
  const entities =
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:p><w:t>entity &x; wombat</w:t></w:p></w:document>';
  take(
    await mailWithFiles({ subject: 'Odd', text: 'Odd files.' }, [
      { name: 'not.pdf', type: 'application/pdf', bytes: 'no PDF at all' },
      { name: 'cut.pdf', type: 'application/pdf', bytes: aPdf(['Cut short']).subarray(0, 120) },
      { name: 'noise.docx', type: word, bytes: randomBytes(5_000) },
      { name: 'bomb.docx', type: word, bytes: aZip({ 'word/document.xml': bomb }) },
      { name: 'binary.txt', type: 'text/plain', bytes: Buffer.from([1, 0, 2, 0, 0, 0]) },
      { name: 'entity.docx', type: word, bytes: aZip({ 'word/document.xml': entities }) },
      { name: 'good.txt', type: 'text/plain', bytes: 'a wombat at last' },
    ]),
  );
  const { attachments } = desk.started.core.services;
  expect(await attachments.readAll(store)).toBe(7);
  const { hits } = await desk.call.conversations.search({ clientId, text: 'wombat' });
  expect(hits.map((hit) => hit.attachment)).toEqual(['entity.docx']);
  expect(said(hits[0]?.snippet ?? [])).not.toContain('root:');
  expect((await desk.call.conversations.search({ clientId, text: 'bomb' })).hits.length).toBeLessThan(2);
});

test('a file that stopped the program twice is left out; reading goes on where it was', async () => {
  const desk = await openAttachmentsDesk();
  const { store, take, clientId } = await desk.client('Northwind', 'NW');
  take(
    await mailWithFiles({ subject: 'Deadly' }, [
      { name: 'deadly.txt', type: 'text/plain', bytes: 'quokka one' },
    ]),
    await mailWithFiles({ subject: 'Good' }, [{ name: 'good.txt', type: 'text/plain', bytes: 'quokka two' }]),
  );
  keepReading(store, { ...readingOf(store), tries: 2 });
  await desk.started.core.services.attachments.readAll(store);
  const { hits } = await desk.call.conversations.search({ clientId, text: 'quokka' });
  expect(hits.map((hit) => hit.attachment)).toEqual(['good.txt']);
});

test('a core that is closed in the middle of a file reads it when it is opened again', async () => {
  const desk = await openAttachmentsDesk();
  const { store, take } = await desk.client('Northwind', 'NW');
  take(
    await mailWithFiles({ subject: 'Photo' }, [{ name: 'photo.jpg', type: 'image/jpeg', bytes: 'no words' }]),
    await mailWithFiles({ subject: 'Open' }, [{ name: 'open.txt', type: 'text/plain', bytes: 'numbat' }]),
  );
  const { attachments } = desk.started.core.services;
  const reading = attachments.readAll(store);
  const closing = attachments.close();
  await expect(reading).rejects.toThrow('cancelled');
  await closing;
  expect(readingOf(store)).toEqual({ readUpTo: 0, tries: 0 });
});
