import type { Page } from 'playwright/test';
import type { Bench, BenchContext, Figure } from './support/bench.ts';
import { bigWorkspace } from './support/big-workspace.ts';
import { openBenchBrowser } from './support/browser.ts';
import { writeDayNotes } from './support/day-notes.ts';
import { startBenchHost, type BenchHost } from './support/host.ts';
import { needPeers } from './support/peers.ts';
import { median, percentile } from './support/statistics.ts';
import { gzippedBytes } from './size.ts';

const keyTarget = { of: 'value', most: 32 } as const;
const kilobyte = 1000;

/** What a person at the screen waits for, in Chromium on the loopback host with a large workspace. */
export const pageBench: Bench = {
  name: 'page',
  async run(context) {
    await needPeers(['chromium'], context);
    const workspace = await bigWorkspace(context.quick ? 5_000 : 100_000, context);
    await writeDayNotes(workspace.folder);
    const host = await startBenchHost(workspace.folder);
    const browser = await openBenchBrowser();
    try {
      return await measure(await browser.newPage(), host, context);
    } finally {
      await browser.close();
      await host.stop();
    }
  },
};

async function measure(page: Page, host: BenchHost, context: BenchContext): Promise<Figure[]> {
  const start = await startFigures(page, host, context);
  return [
    ...start,
    ...(await openFigures(page, context)),
    await briefingFigure(page, context),
    ...(await keyFigures(page, context)),
    await scrollFigure(page, context),
  ];
}

/** Loads the page until it is warm, then as often again as is measured. */
async function startFigures(page: Page, host: BenchHost, { quick, say }: BenchContext): Promise<Figure[]> {
  say('start of the page');
  const times: number[] = [];
  const warmUps = quick ? 1 : 3;
  for (let round = 0; round < warmUps + (quick ? 2 : 7); round += 1) {
    await page.goto('about:blank');
    await page.goto(`${host.origin}/#token=${host.token}`);
    const at = await page.evaluate(() => window.bench.firstRows);
    if (round >= warmUps) times.push(at);
  }
  const scripts = await page.evaluate(() => window.bench.scriptsBeforeRows());
  const bytes = scripts.reduce((sum, name) => sum + gzippedBytes(name), 0);
  return [
    {
      name: 'first rows painted after navigation, median',
      value: median(times),
      unit: 'ms',
      target: { of: 'value', most: 1500 },
      note: `worst of ${times.length}: ${Math.max(...times).toFixed(0)} ms`,
    },
    {
      name: 'JavaScript fetched before the first rows, gzipped',
      value: bytes / kilobyte,
      unit: 'kB',
      target: { of: 'value', most: 250 },
      note: `${scripts.length} scripts`,
    },
  ];
}

/** Every third row, so that none was fetched ahead. */
async function openFigures(page: Page, { quick, say }: BenchContext): Promise<Figure[]> {
  say('opening conversations');
  const times: number[] = [];
  for (let round = 0; round < (quick ? 6 : 33); round += 1) {
    const time = await page.evaluate((index) => window.bench.openRow(index), (round * 3) % 15);
    await page.waitForTimeout(250);
    if (round >= 3) times.push(time);
  }
  return [
    {
      name: 'open a conversation, click to painted, p95',
      value: percentile(times, 0.95),
      unit: 'ms',
      target: { of: 'value', most: 100 },
      note: `median ${median(times).toFixed(0)} ms`,
    },
  ];
}

/** From the click on another client's conversation to the card that says how that client sounds. */
async function briefingFigure(page: Page, { quick, say }: BenchContext): Promise<Figure> {
  say('changing clients');
  const times: number[] = [];
  for (let round = 0; round < (quick ? 6 : 33); round += 1) {
    const time = await page.evaluate((n) => window.bench.changeClient(n), round);
    await page.waitForTimeout(250);
    if (round >= 3) times.push(time);
  }
  return {
    name: 'move to another client, click to its briefing painted, p95',
    value: percentile(times, 0.95),
    unit: 'ms',
    target: { of: 'value', most: 100 },
    note: `median ${median(times).toFixed(0)} ms`,
  };
}

async function keyFigures(page: Page, { quick, say }: BenchContext): Promise<Figure[]> {
  say('keys');
  const presses = quick ? 20 : 120;
  const keysOf = async (keys: readonly string[]): Promise<number[]> => {
    await page.evaluate(() => window.bench.forgetKeys());
    for (let press = 0; press < presses; press += 1) {
      await page.keyboard.press(keys[press % keys.length] ?? 'j');
      await page.waitForTimeout(30 + (press % 7) * 5);
    }
    await page.waitForTimeout(200);
    return page.evaluate(() => window.bench.keyTimes());
  };
  const composer = page.locator('article textarea').last();
  // A draft that is kept opens by itself.
  if (!(await composer.isVisible())) await page.keyboard.press('r');
  await composer.click();
  const typed = await keysOf([...'thank you for writing to us, ']);
  await composer.fill('');
  await page.getByRole('listbox').first().focus();
  const moved = await keysOf(['j', 'j', 'j', 'k']);
  const figure = (name: string, times: readonly number[]): Figure => ({
    name,
    value: percentile(times, 0.95),
    unit: 'ms',
    target: keyTarget,
    note: `median ${median(times).toFixed(0)} ms of ${times.length}`,
  });
  return [
    figure('key to paint p95, typing a reply', typed),
    figure('key to paint p95, j and k in the queue', moved),
  ];
}

async function scrollFigure(page: Page, { quick, say }: BenchContext): Promise<Figure> {
  say('scrolling');
  await page.evaluate((hash) => void (location.hash = hash), '#/inbox/all/all');
  await page.waitForTimeout(1_000);
  const frames = await page.evaluate((duration) => window.bench.scroll(duration), quick ? 2_000 : 8_000);
  return {
    name: 'frames over 25 ms while the queue scrolls',
    value: (100 * frames.filter((frame) => frame > 25).length) / frames.length,
    unit: '%',
    target: { of: 'value', most: 5 },
    note: `${frames.length} frames, p95 ${percentile(frames, 0.95).toFixed(1)} ms`,
  };
}
