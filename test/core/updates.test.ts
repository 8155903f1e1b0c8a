import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { asked, lendElectron } from '../support/lent-electron.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';

const aDay = 24 * 60 * 60 * 1000;
const feed = '/latest-linux.yml';
const image = '/Liaison-0.3.0.AppImage';

/** The next version, as a program that leaves a mark when the updater runs it. */
const program = (mark: string) => Buffer.from(`#!/bin/sh\nprintf "$APPIMAGE_EXIT_AFTER_INSTALL" > ${mark}\n`);

const sha512 = (bytes: Buffer): string => createHash('sha512').update(bytes).digest('base64');

const feedOf = (version: string, { size, checksum }: { size: number; checksum: string | null }): string =>
  [
    `version: ${version}`,
    'files:',
    `  - url: Liaison-${version}.AppImage`,
    ...(checksum === null ? [] : [`    sha512: ${checksum}`]),
    `    size: ${size}`,
    `path: Liaison-${version}.AppImage`,
    `releaseDate: '2026-11-01T09:00:00.000Z'`,
  ].join('\n');

/** An installed AppImage of version 0.2.0 with the updater's real library, and a server of a vendor's. */
async function anInstalledLiaison() {
  const folder = temporaryFolder();
  const resources = join(folder, 'resources');
  const appImage = join(folder, 'Liaison.AppImage');
  mkdirSync(resources);
  writeFileSync(appImage, 'the old version');
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    getVersion: () => '0.2.0',
    getName: () => 'Liaison',
    getPath: (name: string) => join(folder, name),
    getAppPath: () => folder,
    whenReady: () => Promise.resolve(),
  });
  lendElectron({ app });
  vi.stubEnv('APPIMAGE', appImage);
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
  Object.defineProperty(process, 'resourcesPath', { value: resources, configurable: true });

  const served = new Map<string, string | Buffer>();
  const server = createServer((request, response) => {
    const answer = served.get(new URL(request.url ?? '', 'http://here').pathname);
    response.writeHead(answer === undefined ? 404 : 200).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    vi.useRealTimers();
    await close();
  });
  const { port } = server.address() as AddressInfo;
  const configure = (url = `http://127.0.0.1:${port}`) =>
    writeFileSync(
      join(resources, 'app-update.yml'),
      `provider: generic\nurl: ${url}\nupdaterCacheDirName: liaison-updater\n`,
    );
  return { folder, app, appImage, served, close, configure };
}

test('updates: nothing is asked until a server is named; then what comes is told once, and what fails to nobody', async () => {
  const { folder, app, appImage, served, close, configure } = await anInstalledLiaison();
  const { keepUpdated } = await import('../../electron/main/updates.ts');
  const told: unknown[] = [];
  let language: 'en' | 'es' = 'en';
  const rejected: unknown[] = [];
  const onRejection = (reason: unknown) => void rejected.push(reason);
  process.on('unhandledRejection', onRejection);
  onTestFinished(() => void process.off('unhandledRejection', onRejection));
  const said: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const start = () => keepUpdated({ language: () => language, notify: (what) => told.push(what) });

  await start();
  configure('http://updates.example/liaison');
  await start();
  expect(said).toEqual(['update: the feed is not at https\n']);
  configure();
  app.isPackaged = false;
  await start();
  vi.advanceTimersByTime(3 * aDay);
  expect([asked, existsSync(join(folder, 'userData'))]).toEqual([[], false]);

  const next = program(join(folder, 'mark'));
  const [size, checksum] = [next.length, sha512(next)];
  served.set(feed, feedOf('0.2.0', { size, checksum }));
  app.isPackaged = true;
  const { autoUpdater } = (await import('electron-updater')).default;
  let ends: string[] = [];
  for (const end of ['update-not-available', 'update-downloaded', 'error'] as const)
    autoUpdater.on(end, () => ends.push(end));
  /** What the next day's look came to, and what it asked for. */
  async function look(begin: () => unknown = () => vi.advanceTimersByTime(aDay)) {
    [ends, asked.length, said.length] = [[], 0, 0];
    await begin();
    await waitFor(() => ends.length > 0, 'the look to end');
    // A promise that nobody holds is reported after those that somebody does.
    await new Promise((resolve) => setImmediate(resolve));
    return { ends, asked: asked.map((each) => each.replace('127.0.0.1', '')) };
  }

  expect(await look(start), 'the same version').toEqual({ ends: ['update-not-available'], asked: [feed] });
  served.set(feed, feedOf('0.1.0', { size, checksum }));
  expect(await look(), 'an older version').toEqual({ ends: ['update-not-available'], asked: [feed] });
  expect(said).toEqual([]);
  for (const broken of ['<html>503</html>', 'version: [', 'version: soon', '']) {
    served.set(feed, broken);
    expect(await look(), `a feed that says ${broken}`).toEqual({ ends: ['error'], asked: [feed] });
    expect(said).toEqual([expect.stringMatching(/^update: .*\n$/)]);
  }
  served.delete(feed);
  expect(await look(), 'no feed').toEqual({ ends: ['error'], asked: [feed] });
  served.set(feed, feedOf('0.3.0', { size, checksum: null }));
  expect((await look()).ends, 'a feed without checksums').toEqual(['error']);
  served.set(feed, feedOf('0.3.0', { size, checksum }));
  expect((await look()).ends, 'a version that is not there').toEqual(['error']);
  served.set(image, Buffer.concat([next, Buffer.from('rm -rf /\n')]));
  expect((await look()).ends, 'a version that is another one').toEqual(['error']);
  expect(said.join('')).toContain('sha512');
  expect([told, rejected, readFileSync(appImage, 'utf8')]).toEqual([[], [], 'the old version']);

  served.set(image, next);
  language = 'es';
  expect(await look(), 'a newer version').toEqual({ ends: ['update-downloaded'], asked: [feed, image] });
  const once = [{ title: 'Liaison 0.3.0 está lista', body: expect.stringContaining('al salir'), open: null }];
  expect(told).toEqual(once);
  expect(await look(), 'the same one on the next day').toEqual({
    ends: ['update-downloaded'],
    asked: [feed],
  });
  await close();
  expect(await look(), 'no server').toEqual({ ends: ['error'], asked: [feed] });
  expect(said).toEqual(['update: net::ERR_CONNECTION_REFUSED\n']);
  expect([told, rejected]).toEqual([once, []]);

  expect(readFileSync(appImage, 'utf8')).toBe('the old version');
  app.emit('quit', {}, 0);
  expect(readFileSync(appImage)).toEqual(next);
  expect(readFileSync(join(folder, 'mark'), 'utf8')).toBe('true');
});
