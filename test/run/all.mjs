// `npm test`: installs what is missing and runs everything. Nothing is skipped silently: the last line counts.
import { mkdirSync, rmSync } from 'node:fs';
import { build } from '../../electron/launch/build.mjs';
import { installPackages } from '../../electron/launch/install.mjs';
import { at } from '../../electron/launch/tree.mjs';
import { checkSteps } from './check-steps.mjs';
import { countsOfPlaywright, countsOfVitest } from './counts.mjs';
import { runStep } from './step.mjs';
import { installSystemPackages } from './system.mjs';

installPackages();
const reports = at('test-results');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const ready = installSystemPackages();
const checks = checkSteps.map(runStep);
build();

const vitestReport = at('test-results', 'vitest.json');
const vitest = runStep({
  name: 'unit, core and contract tests',
  command: 'vitest',
  parameters: [
    ...['--config', 'test/vitest.config.ts', 'run', '--reporter=default', '--reporter=json'],
    `--outputFile.json=${vitestReport}`,
  ],
});

const playwrightReport = at('test-results', 'playwright.json');
process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = playwrightReport;
const playwright = runStep({
  name: 'end-to-end tests on the browser host and the desktop',
  command: 'playwright',
  // A machine may stall. What needed a second try is named at the end: it is a defect to find.
  parameters: ['test', '--config', 'test/e2e/playwright.config.ts', '--retries=1', '--reporter=list,json'],
});

const steps = [...checks, vitest, playwright];
const unit = countsOfVitest(vitestReport);
const endToEnd = countsOfPlaywright(playwrightReport);
const failedChecks = checks.filter(({ ok }) => !ok).length;

process.stdout.write('\n== summary\n');
for (const { name, ok, seconds } of steps)
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
if (!ready) process.stdout.write('FAILED programs of the system are missing, see above\n');
for (const remark of [...unit.remarks, ...endToEnd.remarks]) process.stdout.write(`${remark}\n`);
const passed = unit.passed + endToEnd.passed + checks.length - failedChecks;
const failed = unit.failed + endToEnd.failed + failedChecks;
process.stdout.write(`${passed} passed, ${failed} failed, ${unit.skipped + endToEnd.skipped} skipped\n`);
process.exit(ready && steps.every(({ ok }) => ok) ? 0 : 1);
