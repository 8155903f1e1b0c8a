import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'playwright/test';
import { writeElectronStub } from '../../support/electron-stub.ts';

const root = join(import.meta.dirname, '../../..');
const electronVersion = (
  JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as { version: string }
).version;

test.describe.configure({ mode: 'default', timeout: 180_000 });

let folder = '';
let packed = '';
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liaison-pack-'));
  const electron = join(folder, 'electron');
  writeElectronStub(electron, electronVersion);
  const program = join(root, 'node_modules/electron-builder/cli.js');
  const target = ['--linux', 'dir', '--x64', '--publish', 'never'];
  const places = [`-c.electronDist=${electron}`, `-c.directories.output=${join(folder, 'dist')}`];
  await promisify(execFile)(process.execPath, [program, ...target, ...places], {
    cwd: root,
    timeout: 170_000,
  });
  packed = join(folder, 'dist', 'linux-unpacked');
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the archive holds what runs and nothing that does not', () => {
  const files = listPackage(join(packed, 'resources/app.asar'), { isPack: false });
  const needed = [
    '/package.json',
    '/out/main/index.js',
    '/out/main/core.js',
    '/out/main/parse-worker.js',
    '/out/main/render-worker.js',
    '/out/preload/index.cjs',
    '/out/renderer/index.html',
    '/locales/en/desktop.json',
    '/locales/ar/errors.json',
    '/resources/icons/tray.png',
    '/node_modules/electron-updater/package.json',
  ];
  expect(files).toEqual(expect.arrayContaining(needed));
  const ours = files.filter((file) => !file.startsWith('/node_modules'));
  const tops = new Set(ours.map((file) => file.split('/')[1]));
  expect([...tops].toSorted()).toEqual(['locales', 'out', 'package.json', 'resources']);
  expect(files.filter((file) => /\.map$|\.tsx?$|\/test\/e2e\//.test(file))).toEqual([]);
  expect(files.filter((file) => /^\/node_modules\/(?:react|electron|typescript|vitest)$/.test(file))).toEqual(
    [],
  );
});

test('of packages the archive holds those that the program asks for by name, and no other is asked for', () => {
  const files = new Set(listPackage(join(packed, 'resources/app.asar'), { isPack: false }));
  const built = join(root, 'out/main');
  const asked = readdirSync(built, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => packagesAskedIn(readFileSync(join(built, name), 'utf8')));
  expect(asked).toContain('imapflow');
  expect(asked.filter((name) => !files.has(`/node_modules/${name}/package.json`))).toEqual([]);
  expect(files.has('/node_modules/kysely/package.json'), 'what is bundled is not packed twice').toBe(false);
});

/** Bare specifiers of static and dynamic imports, as the bundler writes them: with double quotes, unlike its comments. */
function packagesAskedIn(source: string): string[] {
  return [...source.matchAll(/^import\b[^"\n]*"([^"\n]+)";|\bimport\("([^"\n]+)"\)/gm)]
    .map(([, statically, dynamically]) => statically ?? dynamically ?? '')
    .filter((name) => !/^[./]|^electron$/.test(name) && !isBuiltin(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
}

test('the native code of this one system lies beside the archive, where it can be loaded', () => {
  const unpacked = join(packed, 'resources/app.asar.unpacked');
  const names = readdirSync(unpacked, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.endsWith('.node')).toSorted()).toEqual([
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    'node_modules/keytar/prebuilds/linux-x64/keytar.node',
  ]);
});

test('every fuse is set as it should be', async () => {
  const wire = await getCurrentFuseWire(join(packed, 'liaison'));
  const { DISABLE: off, ENABLE: on } = FuseState;
  const wanted = {
    RunAsNode: off,
    EnableCookieEncryption: on,
    EnableNodeOptionsEnvironmentVariable: off,
    EnableNodeCliInspectArguments: off,
    EnableEmbeddedAsarIntegrityValidation: on,
    OnlyLoadAppFromAsar: on,
    LoadBrowserProcessSpecificV8Snapshot: off,
    GrantFileProtocolExtraPrivileges: off,
    // WebAssembly's bounds checks by page faults; electron-builder leaves it as Electron ships it
    WasmTrapHandlers: on,
  } satisfies Record<keyof typeof FuseV1Options, FuseState>;
  const read = Object.keys(wanted).map((name) => [
    name,
    wire[FuseV1Options[name as keyof typeof FuseV1Options]],
  ]);
  expect(Object.fromEntries(read)).toEqual(wanted);
});

test('nothing asks for updates until a vendor names a server', () => {
  expect(readdirSync(join(packed, 'resources'))).not.toContain('app-update.yml');
});
