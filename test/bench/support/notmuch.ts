import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.ts';

/** Seconds that `notmuch new` takes to index a Maildir from nothing, with a database of its own in `folder`. */
export async function indexWithNotmuch(maildir: string, folder: string): Promise<number> {
  const database = join(folder, 'notmuch');
  rmSync(database, { recursive: true, force: true });
  mkdirSync(database, { recursive: true });
  const config = join(folder, 'notmuch.conf');
  writeFileSync(
    config,
    [
      '[database]',
      `path=${database}`,
      `mail_root=${maildir}`,
      '[user]',
      'name=Bench',
      'primary_email=help@northwind.example',
      '[new]',
      'tags=inbox;',
      '[maildir]',
      'synchronize_flags=false',
      '',
    ].join('\n'),
  );
  const { seconds } = await runCommand('notmuch', ['new', '--quiet'], { NOTMUCH_CONFIG: config });
  return seconds;
}
