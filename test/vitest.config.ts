import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  root,
  test: {
    include: ['electron/**/*.test.ts', 'src/**/*.test.ts', 'test/{core,contract,rules}/**/*.test.ts'],
    /** Real servers and real files: generous, so that a busy machine fails no test; each test bounds its own waits. */
    testTimeout: 60_000,
    hookTimeout: 60_000,
    /** better-sqlite3 and worker threads want real processes. */
    pool: 'forks',
    maxWorkers: 2,
  },
});
