import { test as base } from 'playwright/test';
import { launchDesktop, type Desktop } from '../launch.ts';

/** A desktop of its own for each test, on an empty workspace. */
export const test = base.extend<{ desktop: Desktop }>({
  // Playwright reads what a fixture needs from this pattern, an empty one too
  desktop: async ({}, use) => {
    const desktop = await launchDesktop();
    await use(desktop);
    await desktop.close();
  },
});
