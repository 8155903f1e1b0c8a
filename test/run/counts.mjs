import { existsSync, readFileSync } from 'node:fs';

/**
 * What a run's report says: how many of each, and in words what failed or needed a second try.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, remarks: readonly string[] }} Counts
 */

/** A report that is not there: nothing ran, which is a failure. */
const nothingRan = { passed: 0, failed: 1, skipped: 0, remarks: [] };
/** Enough to tell a wrong figure from a time-out; the whole stands further up. */
const linesOfReason = 6;

/** @param {string} path */
const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

/** @param {string} reason */
const short = (reason) =>
  reason
    .split('\n')
    .slice(0, linesOfReason)
    .map((line) => `\n    ${line}`)
    .join('');

/**
 * Counts of a run of vitest, out of its JSON report.
 *
 * @param {string} path
 * @returns {Counts}
 */
export function countsOfVitest(path) {
  const report = read(path);
  if (!report) return nothingRan;
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, report.numFailedTestSuites),
    skipped: report.numPendingTests + report.numTodoTests,
    remarks: report.testResults.flatMap(failuresOfFile),
  };
}

/** @param {{ name: string, message: string, assertionResults: readonly any[] }} file */
function failuresOfFile({ name, message, assertionResults }) {
  const whole = message ? [`failed: ${name}${short(message)}`] : [];
  const single = assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => `failed: ${fullName}${short(failureMessages.join('\n'))}`);
  return [...whole, ...single];
}

/**
 * Counts of a run of Playwright, out of its JSON report.
 *
 * @param {string} path
 * @returns {Counts}
 */
export function countsOfPlaywright(path) {
  const report = read(path);
  if (!report) return nothingRan;
  const { expected, flaky, unexpected, skipped } = report.stats;
  return {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    remarks: specsOf(report).flatMap(remarksOfSpec),
  };
}

/** @param {{ suites?: readonly any[], specs?: readonly any[] }} suite @returns {any[]} */
const specsOf = ({ suites = [], specs = [] }) => [...specs, ...suites.flatMap(specsOf)];

/** @param {{ title: string, tests: readonly any[] }} spec */
function remarksOfSpec({ title, tests }) {
  const words = /** @type {const} */ ({ flaky: 'passed at the second try', unexpected: 'failed' });
  return tests
    .filter(({ status }) => status in words)
    .map(({ status, projectName, results }) => {
      const reason = results[0]?.error?.message ?? '';
      return `${words[/** @type {keyof typeof words} */ (status)]}: [${projectName}] ${title}${short(reason)}`;
    });
}
