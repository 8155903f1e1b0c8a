/** What `npm run check` checks, in the order of what is cheapest to mend. */
export const checkSteps = [
  { name: 'format', command: 'oxfmt', parameters: ['--check', '.'] },
  { name: 'lint', command: 'oxlint', parameters: ['--type-aware', '--deny-warnings', '.'] },
  {
    name: 'borders',
    command: 'depcruise',
    parameters: ['--config', '.dependency-cruiser.mjs', '--no-progress', 'electron', 'src'],
  },
  { name: 'types of electron', command: 'tsc', parameters: ['-p', 'electron'] },
  { name: 'types of src', command: 'tsc', parameters: ['-p', 'src'] },
  { name: 'types of test', command: 'tsc', parameters: ['-p', 'test'] },
  { name: 'dead code', command: 'knip', parameters: ['--no-progress'] },
  { name: 'sentences', command: 'node', parameters: ['test/run/check-locales.ts'] },
];
