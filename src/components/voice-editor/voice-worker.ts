import { compileGuide } from '../../../electron/shared/voice/guide.ts';
import { answerChecks } from './answer-checks.ts';

/** Checks texts away from the page, which ends this thread when a rule takes too long. */
answerChecks(({ definitions, settings }) => compileGuide(definitions, { settings }));
