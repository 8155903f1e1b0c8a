import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.ts';

export interface MbsyncMailbox {
  /** Where the mail ends up: a Maildir. */
  readonly maildir: string;
  /** Seconds of one run. `unsafe` leaves out the waiting for the disk, for what is not measured. */
  pull(options?: { unsafe: boolean }): Promise<number>;
}

/** mbsync as its manual sets it up, pulling the INBOX of a user of a server without TLS into a folder. */
export function mbsyncMailbox(
  server: { port: number; user: string; password: string },
  folder: string,
): MbsyncMailbox {
  const near = join(folder, 'mbsync');
  mkdirSync(near, { recursive: true });
  const configOf = (fsync: 'yes' | 'no') => {
    const path = join(folder, `mbsync-${fsync}.conf`);
    writeFileSync(path, configuration(server, { near, fsync }));
    return path;
  };
  const [safe, unsafeConfig] = [configOf('yes'), configOf('no')];
  return {
    maildir: join(near, 'INBOX'),
    pull: async ({ unsafe } = { unsafe: false }) =>
      (await runCommand('mbsync', ['-q', '-c', unsafe ? unsafeConfig : safe, 'all'])).seconds,
  };
}

const configuration = (
  server: { port: number; user: string; password: string },
  { near, fsync }: { near: string; fsync: 'yes' | 'no' },
): string => `FSync ${fsync}

IMAPStore far
Host 127.0.0.1
Port ${server.port}
User ${server.user}
Pass ${server.password}
SSLType None
AuthMechs LOGIN

MaildirStore near
Path ${near}/
Inbox ${near}/INBOX
SubFolders Verbatim

Channel all
Far :far:
Near :near:
Patterns INBOX
Sync Pull
Create Near
SyncState *
`;
