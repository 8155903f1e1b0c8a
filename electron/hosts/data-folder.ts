import { homedir } from 'node:os';
import { join } from 'node:path';

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const thisMachine = (): Machine => ({ platform: process.platform, home: homedir(), env: process.env });

/**
 * Where the workspace stands unless `--data` says otherwise: the folder that Electron calls `userData`, so that the
 * desktop window, the browser window and the command line share one workspace.
 */
export function defaultDataFolder({ platform, home, env }: Machine = thisMachine()): string {
  return join(userData(), 'Liaison', 'workspace');

  function userData(): string {
    if (platform === 'darwin') return join(home, 'Library', 'Application Support');
    if (platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
    return env['XDG_CONFIG_HOME'] ?? join(home, '.config');
  }
}
