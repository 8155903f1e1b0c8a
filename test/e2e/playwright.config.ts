import { join } from 'node:path';
import { defineConfig } from 'playwright/test';

/** Every test has its own workspace; two desks at a time are what a small machine has room for. */
export default defineConfig({
  testDir: import.meta.dirname,
  globalSetup: join(import.meta.dirname, 'fill-workspace.ts'),
  outputDir: join(import.meta.dirname, '../../test-results/playwright'),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: { actionTimeout: 15_000, screenshot: 'only-on-failure' },
  projects: [
    { name: 'desktop', testMatch: ['desktop/**/*.spec.ts', 'both/**/*.spec.ts'] },
    { name: 'browser', testMatch: ['browser/**/*.spec.ts', 'both/**/*.spec.ts'] },
  ],
});
