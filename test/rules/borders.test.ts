import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';

const root = join(import.meta.dirname, '../..');

interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  /** How the import is written; by default it brings a value in. */
  readonly statement?: string;
}

/** One breach of every border, each in a file of its own. */
const breaches: readonly Breach[] = [
  { rule: 'no-circles', from: 'electron/core/a.ts', to: 'electron/core/b.ts' },
  { rule: 'shared-is-alone', from: 'electron/shared/s1.ts', to: 'electron/core/ids.ts' },
  { rule: 'shared-is-alone', from: 'electron/shared/s2.ts', to: 'node:fs' },
  { rule: 'shared-is-alone', from: 'electron/shared/s3.ts', to: 'pino' },
  { rule: 'rules-are-pure', from: 'electron/core/features/x/rules.ts', to: 'node:fs' },
  { rule: 'rules-are-pure', from: 'electron/core/features/x/part/deep-rules.ts', to: 'node:fs' },
  {
    rule: 'rules-are-pure',
    from: 'electron/core/features/y/rules.ts',
    to: 'electron/core/features/y/queries.ts',
  },
  {
    rule: 'queries-know-the-store',
    from: 'electron/core/features/x/queries.ts',
    to: 'electron/core/features/y/service.ts',
  },
  {
    rule: 'nouns-meet-in-services',
    from: 'electron/core/features/x/service.ts',
    to: 'electron/core/features/y/queries.ts',
  },
  {
    rule: 'routers-are-thin',
    from: 'electron/core/features/x/router.ts',
    to: 'electron/core/store/database.ts',
  },
  {
    rule: 'connectors-stand-alone',
    from: 'electron/core/connectors/one/connector.ts',
    to: 'electron/core/connectors/two/connector.ts',
  },
  {
    rule: 'connectors-stand-alone',
    from: 'electron/core/connectors/one/parse.ts',
    to: 'electron/core/store/database.ts',
  },
  {
    rule: 'sync-runs-connectors',
    from: 'electron/core/sync/lane.ts',
    to: 'electron/core/features/y/queries.ts',
  },
  { rule: 'core-knows-no-host', from: 'electron/core/c.ts', to: 'electron' },
  { rule: 'core-knows-no-host', from: 'electron/core/d.ts', to: 'electron/hosts/log.ts' },
  { rule: 'hosts-use-the-front-door', from: 'electron/hosts/h.ts', to: 'electron/core/store/database.ts' },
  { rule: 'plain-hosts-know-no-electron', from: 'electron/hosts/i.ts', to: 'electron' },
  { rule: 'the-shell-holds-no-data', from: 'electron/main/m.ts', to: 'electron/core/core.ts' },
  { rule: 'the-page-knows-words-only', from: 'src/app/p.ts', to: 'electron/core/rpc/router.ts' },
  {
    rule: 'the-page-takes-one-type',
    from: 'src/app/q.ts',
    to: 'electron/core/core.ts',
    statement: 'import type { value }',
  },
  { rule: 'components-call-no-rpc', from: 'src/components/k.ts', to: 'src/rpc/client.ts' },
  { rule: 'screens-are-separate', from: 'src/screens/one/s.ts', to: 'src/screens/two/t.ts' },
  { rule: 'nothing-needs-a-test', from: 'electron/core/e.ts', to: 'test/support/fake-clock.ts' },
  { rule: 'everything-resolves', from: 'electron/core/f.ts', to: 'electron/core/not-there.ts' },
];

/** Allowed neighbours of the breaches: they must pass, or the rules would forbid everything. */
const allowed: readonly Breach[] = [
  { rule: 'none', from: 'electron/shared/ok1.ts', to: 'zod' },
  { rule: 'none', from: 'electron/core/features/x/ok.ts', to: 'electron/core/features/y/service.ts' },
  { rule: 'none', from: 'electron/core/connectors/one/ok.ts', to: 'electron/core/connectors/contract.ts' },
  { rule: 'none', from: 'electron/hosts/ok.ts', to: 'electron/core/core.ts' },
  {
    rule: 'none',
    from: 'src/app/ok.ts',
    to: 'electron/core/rpc/router.ts',
    statement: 'import type { value }',
  },
  { rule: 'none', from: 'src/app/ok2.ts', to: 'electron/shared/ids.ts' },
];

let folder = '';
let result: ICruiseResult;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const isPackage = (to: string) => !to.endsWith('.ts');

function specifier({ from, to }: Breach): string {
  return isPackage(to) ? to : `${'../'.repeat(from.split('/').length - 1)}${to}`;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liaison-borders-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const all = [...breaches, ...allowed];
  for (const { to } of all)
    if (!isPackage(to) && !to.includes('not-there')) write(to, 'export const value = 1;\n');
  for (const breach of all) {
    write(
      breach.from,
      `${breach.statement ?? 'import'} ${breach.statement ? 'from ' : ''}'${specifier(breach)}';\n`,
    );
  }
  write('electron/core/b.ts', "import './a.ts';\n");
  const { options, ...rules } = configuration;
  const here = process.cwd();
  process.chdir(folder);
  try {
    const cruised = await cruise(['electron', 'src'], {
      ...options,
      baseDir: folder,
      preserveSymlinks: true,
      ruleSet: rules,
      validate: true,
    });
    result = cruised.output as ICruiseResult;
  } finally {
    process.chdir(here);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const broken = (from: string) =>
  result.summary.violations.filter((v) => v.from === from).map((v) => v.rule.name);

describe('each border catches a seeded breach', () => {
  test.each(breaches)('$rule: $from -> $to', ({ rule, from }) => {
    expect(broken(from)).toContain(rule);
  });

  test.each(allowed)('allowed: $from -> $to', ({ from }) => {
    expect(broken(from)).toEqual([]);
  });

  test('every rule of the configuration has a breach here', () => {
    const tested = new Set(breaches.map((breach) => breach.rule));
    expect(
      (configuration.forbidden ?? []).map((rule) => rule.name).filter((name) => !tested.has(String(name))),
    ).toEqual([]);
  });
});
