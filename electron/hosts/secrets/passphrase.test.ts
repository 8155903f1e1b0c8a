import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { asLiaisonError } from '../../shared/errors.ts';
import { languages } from '../../shared/languages.ts';
import { errorSentence } from '../error-sentence.ts';
import { words } from '../words.ts';
import { createPassphraseSafe } from './passphrase.ts';
import { openWithPassphraseFile, readPassphraseFile } from './passphrase-file.ts';

const passphrase = 'correct horse battery staple';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-vault-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a secret comes back after the vault is opened again, and its file holds no plain text', async () => {
  const folder = aFolder();
  const made = createPassphraseSafe(folder);
  expect(made.exists()).toBe(false);
  await made.create(passphrase);
  await made.write('client/1', 'the key of one');
  await made.write('client/2', 'the key of two');
  await made.remove('client/2');

  const opened = createPassphraseSafe(folder);
  await expect(opened.read('client/1')).rejects.toMatchObject({ code: 'passphrase-needed' });
  await opened.unlock(passphrase);
  await opened.check();
  expect(await opened.read('client/1')).toBe('the key of one');
  expect(await opened.read('client/2')).toBeNull();

  const text = readFileSync(join(folder, 'vault.json'), 'utf8');
  expect(text).not.toMatch(/the key of|correct horse/);
  expect(JSON.parse(text)).toMatchObject({ derivation: { name: 'scrypt', cost: 131_072, blockSize: 8 } });
  expect(readdirSync(folder)).toEqual(['vault.json']);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'vault.json')).mode & 0o777).toBe(0o600);
});

test('a wrong passphrase opens nothing', async () => {
  const folder = aFolder();
  await createPassphraseSafe(folder).create(passphrase);
  const safe = createPassphraseSafe(folder);
  await expect(safe.unlock(`${passphrase}!`)).rejects.toMatchObject({ code: 'passphrase-wrong' });
  await expect(safe.check()).rejects.toMatchObject({ code: 'passphrase-needed' });
});

test('composed and decomposed letters are the same passphrase', async () => {
  const folder = aFolder();
  await createPassphraseSafe(folder).create('contraseña larga'.normalize('NFD'));
  const safe = createPassphraseSafe(folder);
  await safe.unlock('contraseña larga'.normalize('NFC'));
  expect(await safe.check()).toBeUndefined();
});

test('a new vault never replaces an old one, not even one that another process made meanwhile', async () => {
  const folder = aFolder();
  const [first, second] = [createPassphraseSafe(folder), createPassphraseSafe(folder)];
  const results = await Promise.allSettled([
    first.create(passphrase),
    second.create('another long passphrase'),
  ]);
  expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(second.create(passphrase)).rejects.toMatchObject({ code: 'conflict' });
  expect(readdirSync(folder)).toEqual(['vault.json']);
});

test('a secret put under another name, or changed, is refused', async () => {
  const folder = aFolder();
  const path = join(folder, 'vault.json');
  const safe = createPassphraseSafe(folder);
  await safe.create(passphrase);
  await safe.write('client/1', 'one');
  const vault = JSON.parse(readFileSync(path, 'utf8')) as { secrets: Record<string, string> };
  writeFileSync(path, JSON.stringify({ ...vault, secrets: { 'client/2': vault.secrets['client/1'] } }));
  await expect(safe.read('client/2')).rejects.toMatchObject({ code: 'workspace-damaged' });
});

test('a damaged vault file is reported and kept', async () => {
  const folder = aFolder();
  const path = join(folder, 'vault.json');
  writeFileSync(path, '{"version":1');
  await expect(createPassphraseSafe(folder).unlock(passphrase)).rejects.toMatchObject({
    code: 'workspace-damaged',
  });
  await expect(createPassphraseSafe(folder).create(passphrase)).rejects.toMatchObject({ code: 'conflict' });
  expect(readFileSync(path, 'utf8')).toBe('{"version":1');
});

test('a passphrase file makes the vault, then opens it', async () => {
  const folder = aFolder();
  const path = join(folder, 'passphrase');
  writeFileSync(path, `${passphrase}\r\nsecond line\n`);
  const made = createPassphraseSafe(folder);
  await openWithPassphraseFile(made, path);
  await made.write('a', 'b');
  const opened = createPassphraseSafe(folder);
  await openWithPassphraseFile(opened, path);
  expect(await opened.read('a')).toBe('b');
});

test('a passphrase file that is missing, too short or too long is refused', () => {
  const folder = aFolder();
  const path = join(folder, 'passphrase');
  expect(() => readPassphraseFile(path)).toThrow('file-unreadable');
  for (const short of ['', 'short\n', 'eleven char\na second line that is long']) {
    writeFileSync(path, short);
    expect(() => readPassphraseFile(path)).toThrow('passphrase-too-short');
  }
  writeFileSync(path, 'x'.repeat(1025));
  expect(() => readPassphraseFile(path)).toThrow('invalid-input');
});

test.each(languages)(
  'who starts with a too short passphrase is told so, and how long it must be, in %s',
  (language) => {
    const path = join(aFolder(), 'passphrase');
    writeFileSync(path, 'short\n');
    const speakers = { say: words.of(language, 'terminal'), sayError: words.of(language, 'errors') };
    let said = '';
    try {
      readPassphraseFile(path);
    } catch (thrown) {
      said = errorSentence(asLiaisonError(thrown), speakers);
    }
    expect(said).toContain(path);
    expect(said).toContain('12');
    expect(said).not.toContain('{{');
  },
);
