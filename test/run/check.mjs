// `npm run check`: format, lint, borders, types, dead code, sentences.
import { installPackages } from '../../electron/launch/install.mjs';
import { checkSteps } from './check-steps.mjs';
import { runStep } from './step.mjs';

installPackages();
const results = checkSteps.map(runStep);
const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
process.stdout.write(failed.length === 0 ? '\nclean\n' : `\nto mend: ${failed.join(', ')}\n`);
process.exit(failed.length === 0 ? 0 : 1);
