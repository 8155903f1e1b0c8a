import { spawn } from 'node:child_process';

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  linux: ['xdg-open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Asks the system to show an address; silent where it can't, because the address is printed anyway. */
export function openBrowser(address: string): void {
  const opener = openers[process.platform];
  if (!opener) return;
  const [command, ...first] = opener;
  const child = spawn(command, [...first, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
