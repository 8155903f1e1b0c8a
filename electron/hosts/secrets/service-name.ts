import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const profileFile = 'profile.id';

/**
 * The keychain's service name of one workspace, `liaison/<profile id>`. The id stands in the workspace's folder, not in
 * its path, so that a moved or restored workspace still finds its keys.
 */
export function keychainService(data: string): string {
  return `liaison/${profileId(join(data, profileFile), data)}`;
}

function profileId(path: string, folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${randomUUID()}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
