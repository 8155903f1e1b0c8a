import { describe, expect, test } from 'vitest';
import { lintTexts } from '../../electron/core/features/voice/lint.ts';
import { readPackageZip } from '../../electron/core/features/voice/read-zip.ts';
import { readGuidePackage } from '../../electron/core/features/voice/guide-package.ts';
import type {
  GuideBody,
  GuideHistory,
  VoiceGuide,
  VoiceGuideInput,
} from '../../electron/shared/voice-guides.ts';
import { aClient } from '../support/a-client.ts';
import { aTalk } from '../support/template-desk.ts';
import {
  addSent,
  aGuide,
  existence,
  judged,
  line,
  startVoiceDesk,
  twoRules,
  vocabularies,
} from '../support/voice-desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

describe('the life of a guide', () => {
  test('a draft waits; sent back it says why, approved it is in force', async () => {
    const { call, clientId, core, store } = await startVoiceDesk();
    await call.voice.save(aGuide(clientId));
    await call.voice.saveDraft(aGuide(clientId, { rules: [] }));
    expect(core.services.voice.check(store, 'very good')).toHaveLength(1);
    expect(await call.voice.pending({ clientId })).toMatchObject({
      version: 2,
      state: 'draft',
      body: { rules: [] },
    });
    await call.voice.submit({ clientId, version: 2 });
    await call.voice.decide({ clientId, version: 2, publish: false, comment: 'Too bare' });
    expect(await call.voice.pending({ clientId })).toMatchObject({ state: 'draft', returnedFor: 'Too bare' });
    await call.voice.decide({ clientId, version: 2, publish: true });
    expect(await call.voice.pending({ clientId })).toBeNull();
    expect(core.services.voice.check(store, 'very good')).toEqual([]);
    const told = (page: GuideHistory) => page.steps.map(({ version, step }) => `${version} ${step}`);
    const all = await call.voice.history({ clientId });
    expect(told(all)).toEqual(['2 published', '2 returned', '2 submitted', '2 drafted', '1 published']);
    expect(all.next).toBeNull();
    // In pages it is the same, each step once.
    const paged: string[] = [];
    let cursor: number | null = null;
    do {
      const page: GuideHistory = await call.voice.history({ clientId, cursor, limit: 2 });
      paged.push(...told(page));
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(told(all));
  });

  test('an earlier version comes back as a draft, word for word', async () => {
    const { call, clientId } = await startVoiceDesk();
    const first = await call.voice.save(aGuide(clientId, { lines: [{ ...line, kind: 'emoji', most: 0 }] }));
    await call.voice.save(aGuide(clientId, { rules: [] }));
    await call.voice.restore({ clientId, version: 1 });
    const pending = await call.voice.pending({ clientId });
    expect(pending?.body).toEqual(bodyOf(first));
    expect((await call.voice.guide({ clientId })).version).toBe(2);
  });

  test('where four eyes are asked for, nobody puts their own words in force', async () => {
    const { call, clientId, lead } = await startVoiceDesk();
    const [writer, other] = [await lead('Bo'), await lead('Cleo')];
    await call.voice.save(aGuide(clientId, { fourEyes: true }));
    const another = { cause: { code: 'forbidden', detail: { what: 'four-eyes' } } };
    const changed = aGuide(clientId, { rules: [], fourEyes: false });
    await expect(writer.voice.save(changed)).rejects.toMatchObject(another);
    await writer.voice.saveDraft(changed);
    await writer.voice.submit({ clientId, version: 2 });
    const decision = { clientId, version: 2, publish: true };
    await expect(writer.voice.decide(decision)).rejects.toMatchObject(another);
    expect((await call.voice.guide({ clientId })).version).toBe(1);
    await other.voice.decide(decision);
    expect(await call.voice.guide({ clientId })).toMatchObject({ version: 2, fourEyes: false });
    await expect(other.voice.decide(decision)).rejects.toMatchObject({ cause: { code: 'conflict' } });
  });
});

const bodyOf = (guide: VoiceGuide): GuideBody => {
  const { briefing, rules, checklist, errorsBlockSending, config, lines, fourEyes } = guide;
  return { briefing, rules, checklist: [...checklist], errorsBlockSending, config, lines, fourEyes };
};

const ini = `StylesPath = .github/styles
MinAlertLevel = warning
Vocab = House

[*]
BasedOnStyles = House
House.Very = error

[*/de*/*]
House.Very = NO

[mail/*]
House.Quite = NO
`;
describe('the settings of a package', () => {
  test('are kept with the guide, and choose rules by level, channel and language', async () => {
    const at = await startVoiceDesk();
    const { call, clientId, store } = at;
    const config = { ini, vocabularies, lists: [], spelling: false };
    const saved = await call.voice.save(aGuide(clientId, { rules: twoRules, config }));
    expect(saved.config).toEqual(config);
    const english = aTalk(store, { language: 'en-GB' });
    const german = aTalk(store, { language: 'de-AT' });
    const text = 'very quite rather, a very Berry';
    expect(await judged(at, english, text)).toEqual(['House.Very very', 'House.Rather rather']);
    expect(await judged(at, german, text)).toEqual(['House.Rather rather']);
    const running = await call.voice.running({ clientId, conversationId: english });
    expect(running.definitions.map(({ name, level }) => `${name} ${level}`)).toEqual([
      'House.Very error',
      'House.Rather warning',
    ]);
    expect(running.settings.accept).toEqual(['Northwind', 'very Berry']);
  });

  test('without a .vale.ini every rule runs, and the vocabularies say what is right and what is avoided', async () => {
    const at = await startVoiceDesk();
    const { call, clientId, store } = at;
    const config = { vocabularies };
    await call.voice.save(aGuide(clientId, { rules: twoRules, config }));
    const talk = aTalk(store);
    expect(await judged(at, talk, 'very quite; utilize northwind')).toEqual([
      'House.Very very',
      'House.Quite quite',
      'Vale.Avoid utilize',
      'Vale.Terms northwind',
    ]);
  });

  test.each([
    ['a level that is none', 'MinAlertLevel = loud\n', 'settings'],
    ['a style that is not there', '[*]\nBasedOnStyles = Google\n', 'settings'],
    ['a vocabulary that is not there', 'Vocab = Other\n', 'settings'],
    ['a pattern that is none', '[*]\nBasedOnStyles = House\nTokenIgnores = (a\n', 'pattern'],
  ])('%s is refused by name, and nothing is saved', async (...[, bad, reason]) => {
    const { call, clientId } = await startVoiceDesk();
    await expect(call.voice.save(aGuide(clientId, { config: { ini: bad } }))).rejects.toMatchObject({
      cause: { code: 'guide-invalid', detail: { rule: '.vale.ini', reason } },
    });
    expect((await call.voice.guide({ clientId })).version).toBe(0);
  });
});

describe('a guide as a Vale package', () => {
  const everything: Partial<VoiceGuideInput> = {
    rules: twoRules,
    fourEyes: true,
    checklist: [{ id: 'a', text: 'Order checked', required: true }],
    lines: [
      { ...line, id: 1, kind: 'greeting', texts: ['Hello {name},'], from: '05:00', to: '12:00' },
      { ...line, id: 2, kind: 'term', avoid: ['parcel'], use: 'box' },
      { ...line, id: 3, kind: 'promise', texts: ['money back, 100%'], locales: ['en'] },
      { ...line, id: 4, kind: 'message-length', least: null, most: 120, channels: ['mail'] },
    ],
  };
  test.each([
    ['without a .vale.ini', {}],
    ['with spelling and vocabularies', { vocabularies, spelling: true }],
    ['with a .vale.ini whose StylesPath no zip can be sure of', { ini, vocabularies }],
    [
      'with a .vale.ini of a plain StylesPath',
      { ini: ini.replace('.github/styles', 'my/styles'), vocabularies },
    ],
    [
      'with lists of words',
      { lists: [{ path: 'config/ignore/words.txt', text: '# own\nflange\n' }], spelling: true },
    ],
  ])('comes back equal: %s', async (...[, config]) => {
    const { call, core, clientId } = await startVoiceDesk();
    const { voice } = core.services;
    const saved = await call.voice.save(aGuide(clientId, { ...everything, config }));
    const zip = voice.exportPackage(bodyOf(saved));
    const read = await call.voice.readPackage({
      clientId,
      content: { zip: Buffer.from(zip).toString('base64') },
    });
    const { own, left, ...rest } = read;
    expect(left).toEqual([]);
    const inOrder = (body: GuideBody) => ({
      ...body,
      rules: body.rules.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    });
    if (!own) throw new Error('nothing of our own');
    expect(inOrder({ ...own, ...rest, rules: [...rest.rules] })).toEqual(inOrder(bodyOf(saved)));
    const files = readPackageZip(zip);
    expect(await call.voice.readPackage({ clientId, content: { files } })).toEqual(read);
    expect(Buffer.from(voice.exportPackage(bodyOf(saved))).equals(Buffer.from(zip))).toBe(true);
  });

  test('is run by lint as it runs here, its lines included', async () => {
    const { call, core, clientId } = await startVoiceDesk();
    const saved = await call.voice.save(aGuide(clientId, everything));
    const path = join(temporaryFolder(), 'guide.zip');
    writeFileSync(path, core.services.voice.exportPackage(bodyOf(saved)));
    const { report } = lintTexts({
      folder: path,
      texts: [{ name: 'a.md', text: 'Hello Ana,\n\nYour parcel is very late, I am afraid.' }],
    });
    expect(report['a.md']?.map(({ Check, Match }) => `${Check} ${Match}`)).toEqual([
      'Liaison.Term-2 parcel',
      'House.Very very',
    ]);
  });

  test('that the client changed keeps the change', async () => {
    const { call, core, clientId } = await startVoiceDesk();
    const saved = await call.voice.save(aGuide(clientId, { ...everything, config: { vocabularies } }));
    const files = readPackageZip(core.services.voice.exportPackage(bodyOf(saved))).map((file) =>
      file.path === '.vale.ini' ? { ...file, text: `${file.text}House.Very = NO\n` } : file,
    );
    expect(readGuidePackage(files).config.ini).toContain('House.Very = NO');
  });

  test.each([
    ['no JSON', '{'],
    ['a prototype', '{"__proto__": {"polluted": true}}'],
    ['another shape', '{"format": "liaison-guide-1", "lines": [{"kind": "shell"}]}'],
    ['a line without end', JSON.stringify({ format: 'liaison-guide-1', briefing: 'x'.repeat(1000) })],
  ])('of a hostile hand is refused: %s', async (...[, text]) => {
    const { call, clientId } = await startVoiceDesk();
    const files = [{ path: 'liaison.json', text }];
    await expect(call.voice.readPackage({ clientId, content: { files } })).rejects.toMatchObject({
      cause: { code: 'guide-invalid', detail: { rule: 'liaison.json' } },
    });
    expect('polluted' in {}).toBe(false);
    expect((await call.voice.guide({ clientId })).version).toBe(0);
  });

  test('a rule can not pass for a line of the guide', async () => {
    const { call, clientId } = await startVoiceDesk();
    const rules = [{ name: 'Liaison.Term-1', yaml: existence('x') }];
    await expect(call.voice.save(aGuide(clientId, { rules }))).rejects.toMatchObject({
      cause: { code: 'guide-invalid', detail: { rule: 'Liaison.Term-1', reason: 'duplicate' } },
    });
  });

  test('a line that would run away is refused like a rule', async () => {
    const { call, clientId } = await startVoiceDesk();
    const texts = [`${'{a} '.repeat(40)}x`];
    const lines = [{ ...line, kind: 'greeting' as const, texts }];
    const saved = call.voice.save(aGuide(clientId, { lines }));
    await expect(saved).rejects.toMatchObject({
      cause: { code: 'guide-invalid', detail: { reason: 'runaway' } },
    });
  });
});

describe('the language of a reply', () => {
  const lines = [
    { ...line, id: 1, kind: 'term' as const, avoid: ['parcel'], use: 'box', locales: ['de'] },
    { ...line, id: 2, kind: 'term' as const, avoid: ['letter'], use: 'note', locales: ['es'] },
    { ...line, id: 3, kind: 'formality' as const, address: 'formal' as const, locales: ['de'] },
  ];
  const text = 'Hallo, dein parcel und der letter sind da.';

  test('is the client’s first one where nobody knows the customer’s', async () => {
    const at = await startVoiceDesk();
    const { call } = at;
    const { id: clientId } = await call.clients.add(
      aClient({ name: 'Berliner', mark: 'BE', languages: ['de-AT', 'es'] }),
    );
    const store = at.core.services.stores.of(clientId);
    await call.voice.save(aGuide(clientId, { rules: [], lines }));
    const here = { ...at, clientId, store };
    const [unknown, spanish] = [aTalk(store), aTalk(store, { language: 'es' })];
    expect(await judged(here, unknown, text)).toEqual(['Liaison.Formality-3 dein', 'Liaison.Term-1 parcel']);
    expect(await judged(here, spanish, text)).toEqual(['Liaison.Term-2 letter']);
    const running = await call.voice.running({ clientId, conversationId: unknown });
    expect(running.locale).toBe('de-AT');
    expect(running.definitions.map(({ name }) => name)).toContain('Liaison.Term-1');
    addSent(here, { conversationId: unknown, body: text, seq: 1 });
    const effect = await call.voice.effect(aGuide(clientId, { rules: [] }));
    expect(effect.rules.map(({ check: rule, gone }) => `${rule} ${gone}`)).toEqual([
      'Liaison.Formality-3 1',
      'Liaison.Term-1 1',
    ]);
  });
});

describe('what is checked is what is sent', () => {
  test('what was said before and the address’s own signature are not the writer’s words', async () => {
    const at = await startVoiceDesk();
    await at.call.voice.save(aGuide(at.clientId));
    const talk = aTalk(at.store);
    const text = 'A very good day.\n\n> very late\n\n-- \nVery Berry, very truly';
    const signature = 'Very Berry, very truly';
    const words = { text, conversationId: talk, at: 0 };
    const { voice } = at.core.services;
    expect(await voice.judge(at.store, words)).toMatchObject({ words: 10, findings: { length: 3 } });
    addSent(at, { conversationId: talk, body: 'It was very late.', seq: 1 });
    const { findings, words: counted } = await voice.judge(at.store, { ...words, signature });
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual(['very']);
    expect(counted).toBe(4);
    expect(voice.check(at.store, text)).toHaveLength(3);
  });
});

test('what a guide would say is asked for one language, and old replies are scored by the lines of theirs', async () => {
  const at = await startVoiceDesk();
  const { call, clientId, core, store } = at;
  const lines = [{ ...line, kind: 'exclamation' as const, most: 0, locales: ['es'] }];
  const inspected = async (locale?: string) =>
    (await call.voice.inspect({ clientId, rules: [], lines, ...(locale ? { locale } : {}) })).definitions;
  expect(await inspected()).toEqual([]);
  expect(await inspected('en-GB')).toEqual([]);
  expect((await inspected('es-MX')).map(({ name }) => name)).toEqual(['Liaison.Exclamation-1']);

  const saved = await call.voice.save(aGuide(clientId, { rules: [], lines }));
  const [operator] = await call.operators.list();
  for (const [index, language] of ['en', 'es', 'es-MX'].entries()) {
    const conversationId = aTalk(store, { language });
    addSent(at, { conversationId, body: 'Ok, hoy!', seq: index + 1 });
    const sent = { internet_message_id: `<${index}@northwind.example>`, operator_id: operator?.id ?? null };
    const { sql } = store;
    store.run(sql.updateTable('messages').set(sent).where('conversation_id', '=', conversationId));
  }
  core.services.voice.scoreSent(store);
  const scores = store.sql.selectFrom('voice_scores').select(['issues', 'guide_version']).orderBy('at');
  expect(store.all(scores)).toEqual([0, 1, 1].map((issues) => ({ issues, guide_version: saved.version })));
});

describe('spelling', () => {
  test('looks words up in the dictionary of the text, with the vocabulary and the products beside it', async () => {
    const at = await startVoiceDesk();
    const { call, clientId, store } = at;
    const lines = [{ ...line, kind: 'product' as const, name: 'Flangelot' }];
    await call.voice.save(aGuide(clientId, { rules: [], config: { spelling: true, vocabularies }, lines }));
    const [english, spanish, arabic, german] = [
      aTalk(store, { language: 'en' }),
      aTalk(store, { language: 'es' }),
      aTalk(store, { language: 'ar' }),
      aTalk(store, { language: 'de' }),
    ];
    expect(
      await judged(at, english, 'Northwind will recieve your Flangelot and you will have it soon.'),
    ).toEqual(['Vale.Spelling recieve']);
    expect(await judged(at, spanish, 'Hemos recivido su pedido y gracias por la espera.')).toEqual([
      'Vale.Spelling recivido',
    ]);
    expect(await judged(at, english, 'Hemos recibido su pedido y gracias por la espera.')).toEqual([]);
    expect(
      await judged(at, arabic, 'شُكرًا لرسالتك، سنرسل الرساله مع Flangelot إلى العنوان غدا، وNorthwind تشكرك.'),
    ).toEqual(['Vale.Spelling الرساله']);
    expect(await judged(at, german, 'Wir haben das Paket für Sie und die Karte.')).toEqual([]);
  }, 30_000);
});
