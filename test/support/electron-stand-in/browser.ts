import { startChromium, type Chromium } from './chromium.ts';

let started: Chromium | null = null;

/** The one browser of this application; windows wait for it. */
export const browser = {
  async start(options: { profile: string; language: string }): Promise<Chromium> {
    started = await startChromium(options);
    return started;
  },
  get(): Chromium {
    if (!started) throw new Error('the application is not ready');
    return started;
  },
  async end(): Promise<void> {
    await started?.end();
  },
};
