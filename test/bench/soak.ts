// `npm run bench:soak -- [--minutes 60] [--conversations N]`: scripted work at the screen, and what it leaves behind.
import { parseArgs } from 'node:util';
import { openBenchBrowser } from './support/browser.ts';
import { startArrivingHost } from './support/host.ts';
import type { Tallied } from './support/arriving-host.ts';
import { millionWorkspace } from './support/million-workspace.ts';
import { createRound } from './support/scripted-work.ts';
import { percentile } from './support/statistics.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    conversations: { type: 'string', default: '1000000' },
  },
});
const minutes = Number(values.minutes);
if (!Number.isSafeInteger(minutes) || minutes < 1) throw new Error('--minutes takes a whole number from 1');
const minute = 60_000;
const say = (line: string) => void process.stderr.write(`${line}\n`);

const workspace = await millionWorkspace(Number(values.conversations), { say });
const host = await startArrivingHost(workspace.folder);
const browser = await openBenchBrowser();
let isWhole = true;
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${host.origin}/#token=${host.token}`);
  await page.evaluate(() => window.bench.firstRows);
  const before = await tallies();
  const round = createRound(page, host);
  const heads = ['minute', 'core MB', 'page MB', 'frame p95', 'longest', 'key p95', 'longest', 'rounds'];
  process.stdout.write(`${heads.map((head) => head.padStart(9)).join(' ')}\n`);
  const start = performance.now();
  for (let n = 1; n <= minutes; n += 1) {
    await page.evaluate(() => (window.bench.forgetKeys(), window.bench.watchFrames()));
    while (performance.now() - start < n * minute) await round.work();
    const frames = await page.evaluate(() => window.bench.frames());
    const keys = await page.evaluate(() => window.bench.keyTimes());
    const figures = [
      host.memory().now,
      browser.memory(),
      percentile(frames, 0.95),
      Math.max(...frames),
      percentile(keys, 0.95),
      Math.max(...keys),
      round.done.rounds,
    ];
    process.stdout.write(`${[n, ...figures].map((each) => each.toFixed(0).padStart(9)).join(' ')}\n`);
  }
  const { done } = round;
  const after = await tallies();
  isWhole = (['messages', 'replies', 'resolved'] as const)
    .map((of) => {
      const expected = before[of] + done[of];
      process.stdout.write(
        `${of}: ${before[of]} before, ${done[of]} more, ${after[of]} there${after[of] === expected ? '' : ': NOT AS EXPECTED'}\n`,
      );
      return after[of] === expected;
    })
    .every(Boolean);
  process.stdout.write(`${done.rounds} rounds, ${done.searches} searches, ${done.failures} steps failed\n`);
  // Where nothing was done nothing could be lost.
  isWhole &&= done.rounds > 0 && done.messages > 0 && done.replies > 0 && done.resolved > 0;
  for (const [why, times] of Map.groupBy(done.reasons, (reason) => reason))
    process.stdout.write(`  ${times.length} times ${why}\n`);
} finally {
  await browser.close();
  await host.stop();
}
process.exitCode = isWhole ? 0 : 1;

async function tallies(): Promise<Record<Tallied, number>> {
  return {
    messages: await host.tally('messages'),
    replies: await host.tally('replies'),
    resolved: await host.tally('resolved'),
  };
}
