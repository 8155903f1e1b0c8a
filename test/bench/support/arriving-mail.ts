import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '../../../electron/shared/clients.ts';
import { deskOf } from './bench-core.ts';
import { madeMessage, planConversation } from './made-mail.ts';

const minute = 60_000;

/**
 * An mbox of new mail for a client while `use` runs, made here and not in the process whose memory is measured. Each begins
 * a conversation and was written in the last ten minutes; no two make the same.
 */
export async function withArrivingMail<Result>(
  { client, mails }: { client: Pick<Client, 'name'>; mails: number },
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-bench-arriving-'));
  try {
    const path = join(folder, 'new.mbox');
    writeFileSync(path, mboxFor(client, mails));
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mboxFor(client: Pick<Client, 'name'>, mails: number): string {
  const desk = deskOf(client);
  const end = Date.now();
  const span = { start: end - 10 * minute, end, customers: 1_000_000, messages: 1 };
  const letters = Array.from({ length: mails }, (_, n) => {
    const { source } = madeMessage(planConversation(end * 10 + n, span), 0, desk);
    const text = Buffer.from(source ?? []).toString();
    const lines = text.replaceAll('\r\n', '\n').replaceAll(/^From /gm, '>From ');
    return `From made@mail.example Thu Jan  1 00:00:00 2026\n${lines}\n\n`;
  });
  return letters.join('');
}
