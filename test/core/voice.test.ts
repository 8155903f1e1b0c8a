import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lintTexts } from '../../electron/core/features/voice/lint.ts';
import type { ClientId, ConversationId } from '../../electron/shared/ids.ts';
import type { VoiceGuideInput } from '../../electron/shared/voice-guides.ts';
import { aClient } from '../support/a-client.ts';
import { startCore } from '../support/start-core.ts';

const words = `extends: substitution
message: "Use '%s' instead of '%s'."
level: error
ignorecase: true
action: { name: replace }
swap:
  utilize: use
`;
const hedges = 'extends: existence\nmessage: "%s hedges."\nlevel: suggestion\ntokens: [perhaps]\n';

const aGuide = (clientId: ClientId, draft: Partial<VoiceGuideInput> = {}): VoiceGuideInput => ({
  clientId,
  briefing: { tone: 'Warm and brief', dos: ['Say the name'], donts: ['Promise dates'] },
  rules: [
    { name: 'Northwind.Words', yaml: words },
    { name: 'Northwind.Hedges', yaml: hedges },
  ],
  checklist: [{ id: 'order', text: 'Order number checked', required: true }],
  errorsBlockSending: true,
  ...draft,
});

async function startWithClient() {
  const started = await startCore();
  const { id: clientId } = await started.call.clients.add(aClient());
  return { ...started, clientId, store: started.core.services.stores.of(clientId) };
}

test('a client without a guide has an empty one', async () => {
  const { call, clientId } = await startWithClient();
  expect(await call.voice.guide({ clientId })).toMatchObject({
    version: 0,
    rules: [],
    definitions: [],
    unsupported: [],
  });
});

test('a saved guide is read back with its rules as the engine takes them', async () => {
  const { call, clientId, clock } = await startWithClient();
  const draft = aGuide(clientId);
  const saved = await call.voice.save(draft);
  const { clientId: _clientId, ...kept } = draft;
  expect(saved).toMatchObject({ ...kept, version: 1, updatedAt: new Date(clock.now()).toISOString() });
  expect(saved.definitions.map(({ name }) => name)).toEqual(['Northwind.Words', 'Northwind.Hedges']);
  expect(await call.voice.guide({ clientId })).toEqual(saved);
});

test('a change is a new version, which is in force at once; the old one is kept', async () => {
  const { call, clientId, core, store } = await startWithClient();
  await call.voice.save(aGuide(clientId));
  expect(core.services.voice.check(store, 'We utilize it.')).toHaveLength(1);
  await call.voice.save(aGuide(clientId, { rules: [] }));
  expect(core.services.voice.check(store, 'We utilize it.')).toEqual([]);
  expect((await call.voice.guide({ clientId })).version).toBe(2);
  expect(store.all(store.sql.selectFrom('voice_guides').select('version'))).toHaveLength(2);
});

test('the core checks a text in its order, with everything the page shows', async () => {
  const { call, clientId, core, store } = await startWithClient();
  await call.voice.save(aGuide(clientId));
  expect(core.services.voice.check(store, 'Perhaps we perhaps utilize it.')).toEqual([
    {
      check: 'Northwind.Hedges',
      severity: 'suggestion',
      start: 11,
      end: 18,
      match: 'perhaps',
      message: 'perhaps hedges.',
      description: '',
      link: '',
      fixes: [],
    },
    {
      check: 'Northwind.Words',
      severity: 'error',
      start: 19,
      end: 26,
      match: 'utilize',
      message: "Use 'use' instead of 'utilize'.",
      description: '',
      link: '',
      fixes: ['use'],
    },
  ]);
});

test.each([
  ['YAML', 'extends: [', 'yaml'],
  ['kind', 'extends: existance\nmessage: m', 'unknown-kind'],
  ['pattern', 'extends: existence\nmessage: m\ntokens: ["("]', 'pattern'],
  [
    'edit',
    'extends: existence\nmessage: m\ntokens: [a]\naction: { name: edit, params: [shuffle] }',
    'action',
  ],
  ['runaway pattern', 'extends: existence\nmessage: m\nnonword: true\ntokens: ["(x+x+)+y"]', 'runaway'],
])(
  'a guide with a bad %s is refused by the name of the rule, and nothing is saved',
  async (...[, yaml, reason]) => {
    const { call, clientId } = await startWithClient();
    const rules = [...aGuide(clientId).rules, { name: 'Northwind.Bad', yaml }];
    await expect(call.voice.save(aGuide(clientId, { rules }))).rejects.toMatchObject({
      cause: { code: 'guide-invalid', detail: { rule: 'Northwind.Bad', reason } },
    });
    expect((await call.voice.guide({ clientId })).version).toBe(0);
  },
);

test('rules of kinds that are not run are kept and named', async () => {
  const { call, clientId } = await startWithClient();
  const yaml = 'extends: sequence\nmessage: m\ntokens:\n  - tag: MD\n';
  const rules = [...aGuide(clientId).rules, { name: 'Northwind.Modal', yaml }];
  const saved = await call.voice.save(aGuide(clientId, { rules }));
  expect(saved.unsupported).toEqual([{ rule: 'Northwind.Modal', kind: 'sequence' }]);
  expect(saved.rules).toHaveLength(3);
});

test('inspecting says everything that is wrong and saves nothing', async () => {
  const { call, clientId } = await startWithClient();
  const rules = [
    { name: 'Northwind.Words', yaml: words },
    { name: 'Northwind.One', yaml: 'extends: existence\nmessage: m\nlevl: error' },
    { name: 'Northwind.Two', yaml: 'extends: existence\nmessage: m\nnonword: true\ntokens: ["(a|a?)+$"]' },
  ];
  const { definitions, problems } = await call.voice.inspect({ clientId, rules });
  expect(definitions.map(({ name }) => name)).toEqual(['Northwind.Words']);
  expect(problems).toMatchObject([
    { rule: 'Northwind.One', reason: 'unknown-field', line: 3 },
    { rule: 'Northwind.Two', reason: 'runaway' },
  ]);
  expect((await call.voice.guide({ clientId })).version).toBe(0);
});

/** Harmless on every text that the guide was tried with when it was saved; it runs away on its own word alone. */
const slyRule = (level: string) =>
  `extends: existence\nmessage: "%s"\nlevel: ${level}\nnonword: true\ntokens: ['(?:cdcd|cd)+;', 'refund']\n`;
const nowhere = '01900000-0000-7000-8000-00000000000f' as ConversationId;
const provoking = `${'cd'.repeat(60)} refund`;

test('words about to leave are judged by every rule of level error, whatever an earlier text has stopped', async () => {
  const { call, clientId, core, store } = await startWithClient();
  const { voice } = core.services;
  const judge = (text: string) => voice.judge(store, { text, conversationId: nowhere, at: 0 });
  await call.voice.save(aGuide(clientId, { rules: [{ name: 'Northwind.Sly', yaml: slyRule('error') }] }));
  expect(await judge('A refund.')).toMatchObject({ findings: [{ match: 'refund' }], unchecked: [] });
  expect(voice.check(store, provoking)).toEqual([]);
  expect(voice.check(store, 'A refund.')).toEqual([]);
  expect(await judge(provoking)).toMatchObject({ findings: [], unchecked: ['Northwind.Sly'], version: 1 });
  expect(await judge('A refund.')).toMatchObject({ findings: [{ match: 'refund' }], unchecked: [] });
});

test('a rule that only warns holds nothing back where it could not run', async () => {
  const { call, clientId, core, store } = await startWithClient();
  await call.voice.save(aGuide(clientId, { rules: [{ name: 'Northwind.Sly', yaml: slyRule('warning') }] }));
  const leaving = { text: provoking, conversationId: nowhere, at: 0 };
  expect(await core.services.voice.judge(store, leaving)).toMatchObject({ findings: [], unchecked: [] });
});

test('an agent may read a guide and not change it', async () => {
  const { call, callAs, clientId } = await startWithClient();
  const agent = await call.operators.add({ name: 'Bo', email: null, grants: [{ clientId, role: 'agent' }] });
  await expect(callAs(agent.id).voice.guide({ clientId })).resolves.toMatchObject({ version: 0 });
  await expect(callAs(agent.id).voice.save(aGuide(clientId))).rejects.toMatchObject({
    cause: { code: 'forbidden' },
  });
});

const corpus = join(import.meta.dirname, '../../../shared/corpus/regex/user-regexes.json');
interface UserRegexes {
  readonly items: readonly { readonly id: string; readonly pattern: string; readonly input: string }[];
}
const userRegexes = existsSync(corpus) ? (JSON.parse(readFileSync(corpus, 'utf8')) as UserRegexes).items : [];

test.skipIf(userRegexes.length === 0)(
  `corpus/regex: every user pattern is refused on save, or harmless${userRegexes.length === 0 ? ' (SKIPPED: no shared corpus here)' : ''}`,
  async () => {
    const { call, clientId, core, store } = await startWithClient();
    const refused: string[] = [];
    const harmless = new Set(['re-27', 're-31']);
    for (const { id, pattern, input } of userRegexes) {
      const yaml = JSON.stringify({ extends: 'existence', message: 'm', nonword: true, tokens: [pattern] });
      const rules = [{ name: `Corpus.${id}`, yaml }];
      const saved = await call.voice.save(aGuide(clientId, { rules })).catch(() => null);
      if (!saved) refused.push(id);
      expect(core.services.voice.check(store, input).length).toBeLessThanOrEqual(input.length);
    }
    expect(refused).toEqual(userRegexes.map(({ id }) => id).filter((id) => !harmless.has(id)));
  },
);

function aPackage(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-style-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

test('a Vale package is read from its folder, at any depth, by the names that Vale gives', async () => {
  const { core } = await startCore();
  const folder = aPackage({
    'Northwind/Words.yml': words,
    'styles/Acme/Hedges.yml': hedges,
    'Northwind/meta.json': '{}',
    '.hidden/Not.yml': words,
    'README.md': 'no rule',
  });
  expect(core.services.voice.readFolder(folder)).toEqual([
    { name: 'Acme.Hedges', yaml: hedges },
    { name: 'Northwind.Words', yaml: words },
  ]);
  expect(() => core.services.voice.readFolder(join(folder, 'nowhere'))).toThrow('file-unreadable');
});

test('where no settings say where styles stand, a style is the first folder that is one', async () => {
  const { core } = await startCore();
  const folder = aPackage({
    'Std/meta.json': '{}',
    'Std/Grammar/Passive.yml': hedges,
    'Acme/Hedges.yml': hedges,
    'Acme/Lists/Length.yml': hedges,
    'more/styles/Deep/Only/Below.yml': hedges,
    'Lone/Some/Rule.yml': hedges,
    'mkdocs.yml': 'site: x',
  });
  expect(
    core.services.voice.readFolder(folder).map(({ name }) => name.replace(/^.*mkdocs$/, 'mkdocs')),
  ).toEqual([
    'Acme.Hedges',
    'Acme.Lists.Length',
    'Deep.Only.Below',
    'Some.Rule',
    'Std.Grammar.Passive',
    'mkdocs',
  ]);
});

test('lint reports as Vale does: lines, columns in characters, and a status by errors', () => {
  const folder = aPackage({
    'Northwind/Words.yml': words,
    'Northwind/Hedges.yml': hedges,
    'Northwind/Modal.yml': 'extends: script\nmessage: m\nscript: x\n',
  });
  const { report, failed, unsupported } = lintTexts({
    folder,
    texts: [
      { name: 'a.txt', text: 'Hi 🙂\r\nWe é utilize it, perhaps.\r\n' },
      { name: 'b.txt', text: 'Nothing.' },
    ],
  });
  expect(JSON.stringify(report)).toBe(
    JSON.stringify({
      'a.txt': [
        {
          Action: { Name: 'replace', Params: ['use'] },
          Span: [6, 12],
          Check: 'Northwind.Words',
          Description: '',
          Link: '',
          Message: "Use 'use' instead of 'utilize'.",
          Severity: 'error',
          Match: 'utilize',
          Line: 2,
        },
        {
          Action: { Name: '', Params: null },
          Span: [18, 24],
          Check: 'Northwind.Hedges',
          Description: '',
          Link: '',
          Message: 'perhaps hedges.',
          Severity: 'suggestion',
          Match: 'perhaps',
          Line: 2,
        },
      ],
    }),
  );
  expect(failed).toBe(true);
  expect(unsupported).toEqual([{ rule: 'Northwind.Modal', kind: 'script' }]);
  expect(lintTexts({ folder, texts: [{ name: 'c.txt', text: 'perhaps' }] }).failed).toBe(false);
});

test('lint counts columns behind characters of two units', () => {
  const folder = aPackage({ 'Northwind/Hedges.yml': hedges });
  const { report } = lintTexts({ folder, texts: [{ name: 'a.txt', text: '🙂🙂 perhaps' }] });
  expect(report['a.txt']?.[0]).toMatchObject({ Line: 1, Span: [4, 10] });
});
