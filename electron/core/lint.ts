/** The core's door for what needs no workspace: checking texts with a style package. */
export { type LintResult, lintTexts, stdinName } from './features/voice/lint.ts';
export { valeJson } from './features/voice/vale-json.ts';
