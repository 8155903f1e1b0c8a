import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {string} path */
const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

/**
 * Counts of a run of vitest, out of its JSON report. No report: nothing ran, which is a failure.
 *
 * @param {string} path
 * @returns {Counts}
 */
export function countsOfVitest(path) {
  const report = read(path);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, report.numFailedTestSuites),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts of a run of Playwright, out of its JSON report.
 *
 * @param {string} path
 * @returns {Counts}
 */
export function countsOfPlaywright(path) {
  const stats = read(path)?.stats;
  if (!stats) return { passed: 0, failed: 1, skipped: 0 };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}
