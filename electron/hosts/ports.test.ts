import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createHostPorts } from './ports.ts';
import { keychainService } from './secrets/service-name.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-ports-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const common = { log: pino({ level: 'silent' }), printPdf: () => Promise.resolve(new Uint8Array()) };

test('a workspace keeps its name in the keychain when its folder moves, and another has another', () => {
  const folder = aFolder();
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  const service = keychainService(first);
  expect(service).toMatch(/^liaison\/[0-9a-f-]{36}$/);
  expect(keychainService(second)).not.toBe(service);
  renameSync(first, join(folder, 'moved'));
  expect(keychainService(join(folder, 'moved'))).toBe(service);
});

test('a passphrase file makes the vault of a new workspace and opens that of an old one', async () => {
  const folder = aFolder();
  const data = join(folder, 'data');
  const passphraseFile = join(folder, 'passphrase');
  writeFileSync(passphraseFile, 'a long enough passphrase\n');
  const made = await createHostPorts({ ...common, data, passphraseFile });
  await made.secrets.passphrase.write('client/1', 'key');
  const again = await createHostPorts({ ...common, data, passphraseFile });
  expect(await again.secrets.passphrase.read('client/1')).toBe('key');
  writeFileSync(passphraseFile, 'another long passphrase\n');
  await expect(createHostPorts({ ...common, data, passphraseFile })).rejects.toMatchObject({
    code: 'passphrase-wrong',
  });
});

test('without one no vault is made, and nothing secret is touched', async () => {
  const data = join(aFolder(), 'data');
  const ports = await createHostPorts({ ...common, data });
  expect(ports.secrets.passphrase.exists()).toBe(false);
  expect(existsSync(join(data, 'vault.json'))).toBe(false);
});

test('the workers and the resources are where they are said to be', async () => {
  const ports = await createHostPorts({ ...common, data: join(aFolder(), 'data') });
  for (const entry of Object.values(ports.workers)) expect(readFileSync(entry).length).toBeGreaterThan(0);
  expect(existsSync(join(ports.paths.resources, 'icons', 'icon.png'))).toBe(true);
});
