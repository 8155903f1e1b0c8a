import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');
const units = globSync(['electron/**/*.test.ts', 'src/**/*.test.ts'], { cwd: root });
/** These put other modules in the place of ours, or stop the clock: a process of their own knows neither yet. */
const intrusive = units.filter((path) =>
  /\bvi\.(?:mock|useFakeTimers)\(/.test(readFileSync(join(root, path), 'utf8')),
);
/** Short to read and long to run: begun last, as small files are, they would be waited for. */
const long = ['test/core/{cli*,kills,outbox-kills,sync-kills,demo-kill,brand-interlock*}.test.ts'];

export default defineConfig({
  root,
  test: {
    /** Real servers and real files: generous, so that a busy machine fails no test; each test bounds its own waits. */
    testTimeout: 60_000,
    hookTimeout: 60_000,
    /** better-sqlite3 and worker threads want real processes. */
    pool: 'forks',
    /** One more than a small machine has processors: many tests wait for servers. */
    maxWorkers: 3,
    /** They begin in the order of their names. */
    projects: [
      { extends: true, test: { name: 'begun-first', include: long } },
      {
        extends: true,
        test: {
          name: 'core',
          include: ['test/{core,contract,rules}/**/*.test.ts', ...intrusive],
          exclude: long,
        },
      },
      /** To start a process for each of these takes longer than their tests. */
      {
        extends: true,
        test: {
          name: 'units',
          include: ['electron/**/*.test.ts', 'src/**/*.test.ts'],
          exclude: intrusive,
          isolate: false,
        },
      },
    ],
  },
});
