import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Planted } from '../support/planted-run.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const planted: Planted = {
  password: 'Zq7-planted-password',
  address: 'karin.planted@example.com',
  name: 'Karin Plantedname',
  subject: 'Plantedsubject of a parcel',
  body: 'Plantedbody that never came',
  note: 'Plantednote between operators',
};
const passphrase = 'planted passphrase of the vault';

/** Texts as they could lie on a disk: plain, in two bytes a letter, and encoded. */
const spellings = (word: string): Buffer[] => {
  const bytes = Buffer.from(word);
  const base64 = Buffer.from(bytes.toString('base64').replace(/=+$/, '').slice(0, -2));
  return [bytes, Buffer.from(word, 'utf16le'), base64, Buffer.from(bytes.toString('hex'))];
};

test('after a day of work no secret, text or address stands in the output, the log or any file', () => {
  const folder = temporaryFolder();
  const [data, passphraseFile] = [join(folder, 'data'), join(folder, 'passphrase')];
  writeFileSync(passphraseFile, `${passphrase}\n`);
  const script = join(import.meta.dirname, '../support/planted-run.ts');
  const run = spawnSync(process.execPath, [script, data, passphraseFile], {
    input: JSON.stringify(planted),
    timeout: 50_000,
  });
  const said = Buffer.concat([run.stderr, run.stdout]);
  expect(run.status, said.toString()).toBe(0);

  const names = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = names.map((entry) => join(entry.parentPath, entry.name));
  expect(files.some((path) => path.endsWith('client.db'))).toBe(true);
  expect(said.toString()).toContain('"msg":"looked"');
  expect(said.toString()).toContain('credentials-rejected');
  expect(said.toString()).toMatch(/done\n$/);

  const places = new Map([['output', said], ...files.map((path) => [path, readFileSync(path)] as const)]);
  const found = [...Object.values(planted), passphrase].flatMap((word) =>
    [...places]
      .filter(([, bytes]) => spellings(word).some((spelling) => bytes.includes(spelling)))
      .map(([path]) => [word, path]),
  );
  expect(found).toEqual([]);
});
