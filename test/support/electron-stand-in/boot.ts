import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { applicationFolder, mainModule } from './application-folder.ts';

/** What Electron does with its first parameter: a folder's `main`, or the file itself. */
const given = resolve(process.env['ELECTRON_STAND_IN_APPLICATION'] ?? '.');
const folder = statSync(given).isDirectory() ? given : packageFolderOf(given);
const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { main: string };
const entry = given === folder ? join(folder, main) : given;

applicationFolder.set(folder);
process.argv.splice(1, 1, entry);
await import(pathToFileURL(entry).href);
mainModule.loaded();

function packageFolderOf(file: string): string {
  const parent = dirname(file);
  return existsSync(join(parent, 'package.json')) ? parent : packageFolderOf(parent);
}
