import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lintTexts } from '../../electron/core/features/voice/lint.ts';
import type { VoiceGuideInput } from '../../electron/shared/voice-guides.ts';
import { largestDictionary, largestList } from '../../electron/shared/voice/package-parts.ts';
import { aClient } from '../support/a-client.ts';
import { aZip } from '../support/a-zip.ts';
import { startCore } from '../support/start-core.ts';
import { aTalk } from '../support/template-desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const words = 'Wir haben das Paket für Sie gestern verschickt und die Karte nicht';
const german = [
  { path: 'config/dictionaries/de_DE.aff', text: 'SET UTF-8\nSFX n Y 1\nSFX n 0 n e\n' },
  {
    path: 'config/dictionaries/de_DE.dic',
    text: `9\n${words.replace('Karte', 'Karte/n').split(' ').join('\n')}\n`,
  },
];

async function desk() {
  const started = await startCore();
  const { id: clientId } = await started.call.clients.add(aClient());
  const store = started.core.services.stores.of(clientId);
  const guide = (config: VoiceGuideInput['config']): VoiceGuideInput => ({
    clientId,
    briefing: { tone: '', dos: [], donts: [] },
    rules: [],
    checklist: [],
    errorsBlockSending: true,
    config,
  });
  return { ...started, clientId, store, guide };
}

test('a reply is spelled by the dictionary that the guide has for its language, where we have none', async () => {
  const { call, core, store, guide } = await desk();
  await call.voice.save(guide({ spelling: true, lists: german }));
  const judged = async (language: string, text: string) => {
    const conversationId = aTalk(store, { language });
    const { findings } = await core.services.voice.judge(store, {
      text,
      conversationId,
      at: Date.UTC(2026, 2, 3, 9),
    });
    return findings.map(({ check, match }) => `${check} ${match}`);
  };
  expect(await judged('de', 'Wir haben das Packet und die Karten für Sie nicht verschickt.')).toEqual([
    'Vale.Spelling Packet',
  ]);
  expect(await judged('en', 'We have sent the Karte and the order to you.')).toEqual(['Vale.Spelling Karte']);
  expect(await judged('fr', 'Nous avons envoyé le colis pour vous et la carte est là.')).toEqual([]);
});

test('what runs on a conversation brings the dictionary to the page, and only a rule that spells has it', async () => {
  const { call, clientId, store, guide } = await desk();
  const conversationId = aTalk(store, { language: 'de' });
  await call.voice.save(guide({ lists: german }));
  expect((await call.voice.running({ clientId, conversationId })).definitions).toEqual([]);
  await call.voice.save(guide({ spelling: true, lists: german }));
  const { definitions } = await call.voice.running({ clientId, conversationId });
  const [aff, dic] = german.map(({ text }) => text);
  expect(definitions).toMatchObject([{ own: [{ name: 'config/dictionaries/de_DE', aff, dic }] }]);
});

test('a whole language’s dictionary comes in with a package; what is too large is left out and named', async () => {
  const { call, clientId, guide } = await desk();
  const files = [
    { path: 'p/styles/House/Very.yml', text: 'extends: existence\nmessage: m\ntokens: [very]\n' },
    { path: 'p/styles/House/Huge.yml', text: `extends: existence\nmessage: m # ${'x'.repeat(100_000)}\n` },
    { path: 'p/styles/config/dictionaries/de_DE.aff', text: 'SET UTF-8\n' },
    { path: 'p/styles/config/dictionaries/de_DE.dic', text: '1\nKarte\n'.padEnd(1_200_000, 'x') },
    { path: 'p/styles/config/ignore/long.txt', text: 'x'.repeat(largestList + 1) },
    ...Array.from({ length: 5 }, (_, at) => ({
      path: `p/styles/config/dictionaries/more${at}.dic`,
      text: 'x'.repeat(largestDictionary),
    })),
  ];
  const { rules, config, left } = await call.voice.readPackage({ clientId, content: { files } });
  expect(rules.map(({ name }) => name)).toEqual(['House.Very']);
  expect(config.lists.map(({ path }) => path.split('/').at(-1))).toEqual([
    'de_DE.aff',
    'de_DE.dic',
    'more0.dic',
    'more1.dic',
    'more2.dic',
  ]);
  expect(left).toEqual([
    { path: 'p/styles/House/Huge.yml', most: 100_000 },
    { path: 'p/styles/config/ignore/long.txt', most: largestList },
    { path: 'p/styles/config/dictionaries/more3.dic', most: null },
    { path: 'p/styles/config/dictionaries/more4.dic', most: null },
  ]);
  const lists = config.lists.slice(0, 2);
  const saved = await call.voice.save(guide({ lists }));
  expect(saved.config.lists).toEqual(lists);
});

const inLatin = (encoding: string) => ({
  'p/styles/config/dictionaries/de_DE.aff': `SET ${encoding}\n`,
  'p/styles/config/dictionaries/de_DE.dic': Buffer.from(`9\n${words.split(' ').join('\n')}\n`, 'latin1'),
  'p/styles/House/Words.yml': 'extends: spelling\nmessage: "%s"\ndictionaries: [de_DE]\n',
});

test('a dictionary that is not in UTF-8 comes in with a zip as what it says that it is in, and is UTF-8 from then on', async () => {
  const { call, clientId, guide } = await desk();
  const contentOf = (encoding: string) => ({ zip: aZip(inLatin(encoding)).toString('base64') });
  const { config, left } = await call.voice.readPackage({ clientId, content: contentOf('ISO8859-1') });
  expect(left).toEqual([]);
  expect(config.lists.map(({ text }) => text)).toEqual([
    'SET UTF-8\n',
    `9\n${words.split(' ').join('\n')}\n`,
  ]);
  await call.voice.save(guide({ lists: config.lists }));
  const unknown = await call.voice.readPackage({ clientId, content: contentOf('ISCII-DEVANAGARI') });
  expect(unknown.rules).toHaveLength(1);
  expect(unknown.config.lists).toEqual([]);
  expect(unknown.left.map(({ path, encoding }) => [path.split('.').at(-1), encoding])).toEqual([
    ['aff', 'ISCII-DEVANAGARI'],
    ['dic', 'ISCII-DEVANAGARI'],
  ]);
});

test('a folder’s dictionary is read alike, and one that nobody can read is named', () => {
  const folderOf = (encoding: string) => {
    const folder = temporaryFolder();
    for (const [path, content] of Object.entries(inLatin(encoding))) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  };
  const texts = [{ name: 'a.txt', text: 'Das Paket für die Karta' }];
  const { report } = lintTexts({ folder: folderOf('ISO8859-1'), texts });
  expect(report['a.txt']?.map(({ Match }) => Match)).toEqual(['Karta']);
  expect(() => lintTexts({ folder: folderOf('ISCII-DEVANAGARI'), texts })).toThrow(
    expect.objectContaining({
      code: 'file-unreadable',
      detail: {
        path: expect.stringContaining('de_DE.') as string,
        encoding: 'ISCII-DEVANAGARI',
      },
    }) as Error,
  );
});
