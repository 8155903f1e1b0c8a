import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const chosen = new Map<string, string>();

/** The folders that Electron names, as it places them on Linux. */
export function pathNamed(name: string, applicationName: string): string {
  const found = chosen.get(name);
  if (found !== undefined) return found;
  const home = homedir();
  const configuration = process.env['XDG_CONFIG_HOME'] || join(home, '.config');
  const usual: Readonly<Record<string, string>> = {
    home,
    temp: tmpdir(),
    appData: configuration,
    userData: join(configuration, applicationName),
    downloads: join(home, 'Downloads'),
    documents: join(home, 'Documents'),
    exe: process.execPath,
  };
  return usual[name] ?? join(configuration, applicationName, name);
}

export const setPath = (name: string, path: string): void => void chosen.set(name, path);
