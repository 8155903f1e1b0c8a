/**
 * Who may import whom, as ARCHITECTURE.md says. `test/rules/borders.test.ts` proves that each rule catches a breach.
 */
const noun = '^electron/core/features/([^/]+)/';
const tests = '\\.test\\.tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'A circle of values has no beginning; put what both need in a file of its own.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-is-alone',
      severity: 'error',
      comment: 'Both sides speak these words: zod, the YAML-free rules and each other, nothing else.',
      from: { path: '^electron/shared/', pathNot: tests },
      to: { pathNot: ['^electron/shared/', '^node_modules/zod/'] },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'A rule of the business reads nothing and writes nothing.',
      from: { path: `${noun}.*rules\\.ts$` },
      to: {
        pathNot: [
          '^electron/shared/',
          '^electron/core/features/[^/]+/(.*rules|statistics)\\.ts$',
          '^node_modules/(zod|temporal-polyfill)/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'queries-know-the-store',
      severity: 'error',
      comment: 'SQL stands alone: the store, the words, its own noun.',
      from: { path: `${noun}.*queries\\.ts$` },
      to: {
        path: '^electron/',
        pathNot: ['^electron/shared/', '^electron/core/(store/|ids\\.ts$)', '^electron/core/features/$1/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nouns-meet-in-services',
      severity: 'error',
      comment: 'Another noun is asked through its service, never through its queries or router.',
      from: { path: noun, pathNot: tests },
      to: {
        path: '^electron/core/features/[^/]+/',
        pathNot: [
          '^electron/core/features/$1/',
          '^electron/core/features/[^/]+/(service|[^/]*rules|statistics)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'routers-are-thin',
      severity: 'error',
      comment: 'A router checks the input and calls its service.',
      from: { path: `${noun}.*router\\.ts$` },
      to: {
        path: '^electron/core/(store|sync|connectors|features/[^/]+/.*queries)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'connectors-stand-alone',
      severity: 'error',
      comment: 'A connector speaks its protocol; it knows no other connector, no store and no noun.',
      from: { path: '^electron/core/connectors/([^/]+)/', pathNot: tests },
      to: {
        path: '^electron/',
        pathNot: [
          '^electron/shared/',
          '^electron/core/connectors/(contract\\.ts|$1/)',
          '^electron/core/ports\\.ts$',
        ],
      },
    },
    {
      name: 'sync-runs-connectors',
      severity: 'error',
      comment: 'Sync knows connectors by their contract and nouns by their services.',
      from: { path: '^electron/core/sync/', pathNot: tests },
      to: {
        path: [
          '^electron/core/features/[^/]+/(?!service\\.ts$|[^/]*rules\\.ts$)',
          '^electron/core/connectors/[^/]+/(?!connector\\.ts$)',
        ],
        pathNot: ['^electron/core/connectors/mail/(parse-pool|read-files)\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'core-knows-no-host',
      severity: 'error',
      comment: 'The core is plain Node: it never imports electron, a host or the page.',
      from: { path: '^electron/(core|shared)/', pathNot: tests },
      to: { path: ['^electron/(hosts|main|preload|launch)/', '^src/', '^node_modules/electron(-store)?/'] },
    },
    {
      name: 'hosts-use-the-front-door',
      severity: 'error',
      comment: 'A host builds the core and serves its router; it reaches into no room.',
      from: { path: '^electron/hosts/', pathNot: tests },
      to: {
        path: '^electron/core/',
        pathNot: '^electron/core/(core|lint|ports|words)\\.ts$|^electron/core/rpc/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'plain-hosts-know-no-electron',
      severity: 'error',
      from: { path: '^electron/hosts/', pathNot: ['^electron/hosts/utility/', tests] },
      to: { path: '^node_modules/electron(-store)?/' },
    },
    {
      name: 'the-shell-holds-no-data',
      severity: 'error',
      comment: 'Main and preload see the words and the hosts, never the core.',
      from: { path: '^electron/(main|preload)/', pathNot: tests },
      to: { path: ['^electron/core/', '^src/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-page-knows-words-only',
      severity: 'error',
      comment: 'The page imports the words, and of the core only the type of its router.',
      from: { path: '^src/', pathNot: tests },
      to: {
        path: '^electron/',
        pathNot: '^electron/shared/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-page-takes-one-type',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: '^electron/(core|hosts|main|preload)/', pathNot: '^electron/core/rpc/router\\.ts$' },
    },
    {
      name: 'components-call-no-rpc',
      severity: 'error',
      comment: 'What two screens share is given what it shows.',
      from: { path: '^src/components/' },
      to: { path: '^src/(rpc|screens|app)/' },
    },
    {
      name: 'screens-are-separate',
      severity: 'error',
      from: { path: '^src/screens/([^/]+)/' },
      to: { path: '^src/screens/', pathNot: '^src/screens/$1/' },
    },
    {
      name: 'nothing-needs-a-test',
      severity: 'error',
      from: { path: '^(electron|src)/', pathNot: tests },
      to: { path: '^test/' },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^electron$' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
