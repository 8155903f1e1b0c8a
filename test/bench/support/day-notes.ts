import { callerOf, openBenchCore } from './bench-core.ts';

const day = 24 * 3_600_000;

/** Writes every client a note of today: whoever moves to it is shown its briefing. */
export async function writeDayNotes(folder: string): Promise<void> {
  const core = await openBenchCore(folder);
  try {
    const caller = callerOf(core);
    const expiresAt = new Date(Date.now() + day).toISOString();
    for (const { id: clientId, name } of await caller.clients.list())
      await caller.brandSafety.setNote({ clientId, text: `${name}: parcels are late today.`, expiresAt });
  } finally {
    await core.close();
  }
}
