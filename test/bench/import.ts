import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './support/bench.ts';
import { passphraseFileIn } from './support/bench-core.ts';
import { runCli } from './support/command.ts';
import { madeMaildir } from './support/made-maildir.ts';
import { indexWithNotmuch } from './support/notmuch.ts';
import { needPeers } from './support/peers.ts';
import { createProcessorTimes } from './support/processor-time.ts';
import { median } from './support/statistics.ts';

/** Mail from files: parsed, threaded, indexed and encrypted, against an indexer that reads the same files. */
export const importBench: Bench = {
  name: 'import',
  async run(context) {
    await needPeers(['notmuch'], context);
    const messages = context.quick ? 1_000 : 10_000;
    const maildir = await madeMaildir({ messages, size: 'usual' }, context);
    const ours: number[] = [];
    const theirs: number[] = [];
    const processor = createProcessorTimes();
    for (let round = 0; round < (context.quick ? 1 : 3); round += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'liaison-bench-import-'));
      try {
        theirs.push(await processor.measure('theirs', () => indexWithNotmuch(maildir, folder)));
        context.say(`notmuch new: ${theirs.at(-1)?.toFixed(1)} s`);
        const at = await newClient(folder);
        ours.push(await processor.measure('ours', () => importMaildir(maildir, { at, messages })));
        context.say(`import: ${ours.at(-1)?.toFixed(1)} s`);
      } finally {
        rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      }
    }
    return [
      {
        name: `${messages} mails from a Maildir, whole command`,
        value: median(ours),
        unit: 's',
        peer: { name: 'notmuch new', value: median(theirs) },
        target: { of: 'ratio', most: 0.25 },
        note: `median of ${ours.length}, taken in turns; ${processor.note}`,
      },
    ];
  },
};

type Place = Parameters<typeof runCli>[1];

async function newClient(folder: string): Promise<Place> {
  const at = { data: join(folder, 'data'), passphraseFile: passphraseFileIn(folder) };
  await runCli(['clients', 'add', '--name', 'Northwind'], at);
  return at;
}

/** Seconds of the command line from start to end, into a new client. */
async function importMaildir(
  maildir: string,
  { at, messages }: { at: Place; messages: number },
): Promise<number> {
  const { seconds, output } = await runCli(['import', '--client', 'Northwind', '--maildir', maildir], at);
  const { added } = JSON.parse(output) as { added: number };
  if (added !== messages) throw new Error(`imported ${added} of ${messages}`);
  return seconds;
}
