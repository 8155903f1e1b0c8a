import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintTexts } from '../../electron/core/features/voice/lint.ts';
import { readPackageZip } from '../../electron/core/features/voice/read-zip.ts';
import { aZip } from '../support/a-zip.ts';
import { corpusIsAbsent, corpusPath, hasCorpus } from '../support/corpus.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const rule = (token: string, level = 'warning') =>
  `extends: existence\nmessage: "%s"\nlevel: ${level}\nnonword: true\ntokens: ['${token}']\n`;
const terms = 'extends: existence\nmessage: "%s"\ntokens: ["[A-Z]{2,}"]\n';
const files = {
  'styles/House/Very.yml': rule('very', 'suggestion'),
  'styles/House/Sorry.yml': rule('sorry', 'error'),
  'styles/Shop/Caps.yml': terms,
  'styles/Shop/Modal.yml': 'extends: sequence\nmessage: m\n',
  'styles/config/vocabularies/House/accept.txt': '# names\nNASA\n[Nn]orthwind\n\n',
  'styles/config/vocabularies/House/reject.txt': 'utilize\n',
  'styles/config/views/View.yml': 'not: a rule',
} as const;

function aPackage(ini: string, more: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries({ ...files, ...more, '.vale.ini': ini })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const text = 'very sorry: NASA, ESA, utilize the the';
const checksOf = (ini: string, name = 'a.md', words = text) =>
  (lintTexts({ folder: aPackage(ini), texts: [{ name, text: words }] }).report[name] ?? []).map(
    ({ Check, Severity, Match }) => `${Check} ${Severity} ${Match}`,
  );
const head = 'StylesPath = styles\n';

describe('.vale.ini', () => {
  test('runs the styles that a section builds upon', () => {
    expect(checksOf(`${head}[*.md]\nBasedOnStyles = House\n`)).toEqual([
      'House.Very suggestion very',
      'House.Sorry error sorry',
    ]);
  });

  test('says nothing about files that no section is about', () => {
    expect(checksOf(`${head}[*.{md,rst}]\nBasedOnStyles = House\n`, 'a.txt')).toEqual([]);
  });

  test('the last section that fits says the styles, its switches come before those of [*]', () => {
    const ini = `${head}[*]\nBasedOnStyles = Shop\nHouse.Very = YES\n[*.md]\nBasedOnStyles = House\nHouse.Very = NO\n`;
    expect(checksOf(ini)).toEqual(['House.Sorry error sorry']);
    expect(checksOf(ini, 'a.txt')).toEqual([
      'House.Very suggestion very',
      'Shop.Caps warning NASA',
      'Shop.Caps warning ESA',
    ]);
  });

  test('gives levels to rules and to whole styles, and leaves out what is below the least', () => {
    const ini = `${head}MinAlertLevel = warning\n[*]\nBasedOnStyles = House, Shop\nShop = error\nHouse.Very = suggestion\nHouse.Sorry = warning\n`;
    expect(checksOf(ini)).toEqual([
      'House.Sorry warning sorry',
      'Shop.Caps error NASA',
      'Shop.Caps error ESA',
    ]);
  });

  test('one rule of a style that is not built upon', () => {
    expect(checksOf(`${head}[*]\nHouse.Sorry = YES\n`)).toEqual(['House.Sorry error sorry']);
  });

  test('a whole style switched off but for one rule', () => {
    expect(checksOf(`${head}[*]\nBasedOnStyles = House\nHouse = NO\nHouse.Very = YES\n`)).toEqual([
      'House.Very suggestion very',
    ]);
  });

  test('a vocabulary excepts what is accepted; the style Vale minds its spelling and what is rejected', () => {
    const ini = `${head}Vocab = House\n[*]\nBasedOnStyles = Vale, Shop\n`;
    expect(checksOf(ini)).toEqual([
      'Shop.Caps warning ESA',
      'Vale.Avoid error utilize',
      'Vale.Repetition error the the',
    ]);
    expect(checksOf(ini, 'a.md', 'At nasa, northwind and Northwind')).toEqual(['Vale.Terms error nasa']);
  });

  test('words and stretches of Markdown are left out; plain text is read as it is (vale, applyPatterns)', () => {
    const ini = `${head}[*]\nBasedOnStyles = House\nTokenIgnores = (\\$very\\$)\nBlockIgnores = (?s)<quote>.*?</quote>\n`;
    const words = '$very$ and very\n\n<quote>\nsorry\n\nsorry\n</quote>\n\nsorry';
    expect(checksOf(ini, 'a.md', words)).toEqual(['House.Very suggestion very', 'House.Sorry error sorry']);
    expect(checksOf(ini, 'a.txt', words)).toHaveLength(5);
  });

  test('words of a file that a spelling rule ignores are read with it', () => {
    const folder = aPackage(`${head}[*]\nBasedOnStyles = Spell\n`, {
      'styles/Spell/Words.yml': 'extends: spelling\nmessage: m\nignore: words.txt\n',
      'styles/config/ignore/words.txt': 'C++\nfoo\n',
    });
    expect(lintTexts({ folder, texts: [{ name: 'a.md', text }] })).toMatchObject({
      report: {},
      failed: false,
    });
  });

  describe('a spelling rule with a dictionary of the package', () => {
    const aff = [
      'SET UTF-8',
      'PFX U Y 1',
      'PFX U 0 un .',
      'SFX S Y 2',
      'SFX S 0 s [^y]',
      'SFX S y ies [^aeiou]y',
      'FORBIDDENWORD !',
    ].join('\n');
    const dic = '3\nflange/US\nwidgety/S\nthe\nwrong/!\n';
    const spelled = (rules: string, words: string, more: Readonly<Record<string, string>> = {}) => {
      const folder = aPackage(`${head}[*]\nBasedOnStyles = Spell\n`, {
        'styles/config/dictionaries/terms.aff': aff,
        'styles/config/dictionaries/terms.dic': dic,
        'styles/Spell/Words.yml': `extends: spelling\nmessage: "%s"\n${rules}`,
        ...more,
      });
      const { report } = lintTexts({ folder, texts: [{ name: 'a.md', text: words }] });
      return (report['a.md'] ?? []).map(({ Match }) => Match);
    };
    const words = 'the flange unflanges, widgeties widgetys order ordr wrong';

    test('beside that of the language (append)', () => {
      expect(spelled('dictionaries: [terms]\nappend: true\n', words)).toEqual(['widgetys', 'ordr']);
    });
    test('in its place', () => {
      const found = ['widgetys', 'order', 'ordr', 'wrong'];
      expect(spelled('dictionaries: [terms]\n', words)).toEqual(found);
      const byPath = 'dic: config/dictionaries/terms.dic\naff: config/dictionaries/terms.aff\n';
      expect(spelled(`${byPath}append: true\n`, words)).toEqual(found);
    });
    test('that the package has not is that of the language', () => {
      expect(spelled('dictionaries: [en_US]\n', 'the flange ordr order')).toEqual(['ordr']);
    });
    test('makes no forms: one whose forms have no end is as good as another', () => {
      const more = {
        'styles/config/dictionaries/terms.aff': `SFX S Y 9\n${'SFX S 0 s d\n'.repeat(2_000)}`,
        'styles/config/dictionaries/terms.dic': `1\n${'word/S\n'.repeat(2_000)}`,
      };
      expect(spelled('dictionaries: [terms]\n', 'word words wordss', more)).toEqual(['wordss']);
    });

    const german = 'Wir haben das Packet für Sie verschickt und die Karte ist nicht dabei.';
    const ofGerman = {
      'styles/config/dictionaries/de_DE.aff': 'SET UTF-8\nSFX n Y 1\nSFX n e en e\n',
      'styles/config/dictionaries/de_DE.dic':
        '13\nwir\nhabe/n\ndas\nPaket\nfür\nSie\nverschickt\nund\ndie\nKarte/n\nist\nnicht\ndabei\n',
    };
    test.each([
      ['by name', 'dictionaries: [de_DE]\n'],
      ['by name, beside the usual one', 'dictionaries: [de_DE]\nappend: true\n'],
      ['by its files', 'dic: config/dictionaries/de_DE.dic\naff: config/dictionaries/de_DE.aff\n'],
      ['by nobody: it is the one of the language', ''],
    ])('is asked in a language that we have none of: %s', (...[, rules]) => {
      expect(spelled(rules, german, ofGerman)).toEqual(['Packet']);
    });
    test('is not asked about a language that is not its own, and we say so', () => {
      const folder = aPackage(`${head}[*]\nBasedOnStyles = Spell\n`, {
        ...ofGerman,
        'styles/Spell/Words.yml': 'extends: spelling\nmessage: "%s"\ndictionaries: [de_DE]\n',
        'styles/Spell/Terms.yml': 'extends: spelling\nmessage: "%s"\ndictionaries: [terms]\nappend: true\n',
        'styles/config/dictionaries/terms.dic': dic,
      });
      const french = 'Nous avons bien reçu votre commande et le colis est pour vous.';
      const lint = (given: string) => lintTexts({ folder, texts: [{ name: 'a.md', text: given }] });
      expect(lint(french)).toMatchObject({ report: {}, withoutDictionary: ['Spell.Terms', 'Spell.Words'] });
      expect(lint(german).withoutDictionary).toEqual(['Spell.Terms']);
    });
    test('of a language is not asked about words of ours by a rule that does not name it', () => {
      expect(spelled('', 'We have the Karte and the order for you.', ofGerman)).toEqual(['Karte']);
    });
  });

  test('rules stand in its StylesPath and nowhere else, hidden or not', () => {
    const more = {
      '.github/styles/House/Rare.yml': rule('rare'),
      '.github/styles/_old/Old.yml': rule('old'),
      '.github/workflows/test.yml': 'on: push\n',
      'mkdocs.yml': 'site: x\n',
    };
    const ini = 'StylesPath = .github/styles\n[*]\nBasedOnStyles = House\n';
    const folder = aPackage(ini, more);
    const { report } = lintTexts({ folder, texts: [{ name: 'a.md', text: 'rare old very' }] });
    expect(report['a.md']?.map(({ Check }) => Check)).toEqual(['House.Rare']);
  });

  test('go by their path below the StylesPath, whatever folders of their style they stand in', () => {
    const more = {
      'styles/House/Lists/Length/Rare.yml': rule('rare'),
      'styles/House/Lists/_drafts/Odd.yml': rule('odd'),
      'styles/House/Lists/Old.yml': rule('old', 'error'),
      'styles/House/Lists/Old.test.yml': 'cases: []\n',
      'styles/House/Lists/Calm.yml': rule('calm'),
    };
    const ini = `${head}[*]\nBasedOnStyles = House\nHouse.Lists.Old = suggestion\nHouse.Lists.Calm = NO\n`;
    const folder = aPackage(ini, more);
    const { report } = lintTexts({ folder, texts: [{ name: 'a.md', text: 'rare old calm odd' }] });
    expect(report['a.md']?.map(({ Check, Severity }) => `${Check} ${Severity}`)).toEqual([
      'House.Lists.Length.Rare warning',
      'House.Lists.Old suggestion',
    ]);
  });

  test('sets single fields of a rule, the last word of each', () => {
    const more = { 'styles/House/Lists/Long.yml': 'extends: occurrence\nmessage: "%s"\nmax: 9\ntoken: a\n' };
    const ini = (lines: string) =>
      `${head}[*]\nBasedOnStyles = House\nHouse.Very = NO\nHouse.Sorry = NO\n${lines}`;
    const found = (lines: string, words = 'a a a A') =>
      (
        lintTexts({ folder: aPackage(ini(lines), more), texts: [{ name: 'a.md', text: words }] }).report[
          'a.md'
        ] ?? []
      ).map(({ Check, Severity }) => `${Check} ${Severity}`);
    expect(found('')).toEqual([]);
    expect(found('House.Lists.Long[max] = 3\n')).toEqual([]);
    expect(found('House.Lists.Long[max] = 9\nHouse.Lists.Long[Max] = 2\nHouse.Lists.Long = error\n')).toEqual(
      ['House.Lists.Long error'],
    );
    expect(found('House.Lists.Long[max] = 3\nHouse.Lists.Long[ignorecase] = true\n')).toEqual([
      'House.Lists.Long warning',
    ]);
    for (const wrong of ['[level] = error', '[max] = many', '[tokens] = x', '[scope] = raw', '[message] = x'])
      expect(() => found(`House.Lists.Long${wrong}\n`)).toThrow(
        expect.objectContaining({
          code: 'guide-invalid',
          detail: expect.objectContaining({ detail: `House.Lists.Long${wrong}` }),
        }) as Error,
      );
  });

  test('words that the package ignores are right for the built-in spelling too', () => {
    const ini = `${head}[*]\nBasedOnStyles = Vale\n`;
    const folder = aPackage(ini, { 'styles/config/ignore/own/words.txt': 'flangelot\n' });
    const { report } = lintTexts({ folder, texts: [{ name: 'a.md', text: 'the flangelot recieved' }] });
    expect(report['a.md']?.map(({ Match }) => Match)).toEqual(['recieved']);
  });

  test('what vale sync kept of its packages is the base, in their order, and its own word is the last', () => {
    const more = {
      'styles/18F/Plain.yml': rule('plain'),
      'styles/.vale-config/10-b.ini': 'MinAlertLevel = error\n[*]\nBasedOnStyles = 18F\nHouse.Very = error\n',
      'styles/.vale-config/2-a.ini': 'StylesPath = elsewhere\n[*]\nHouse.Very = NO\nHouse.Sorry = NO\n',
    };
    const ini = `${head}MinAlertLevel = suggestion\n[*]\nBasedOnStyles = House\n`;
    const folder = aPackage(ini, more);
    const { report } = lintTexts({ folder, texts: [{ name: 'a.md', text: 'plain, very sorry' }] });
    expect(report['a.md']?.map(({ Check, Severity }) => `${Check} ${Severity}`)).toEqual([
      '18F.Plain warning',
      'House.Very error',
    ]);
  });

  test('a file of Markdown is read with its tables, its references to letters and its comments', () => {
    const folder = aPackage(`${head}[*]\nBasedOnStyles = House\n`);
    const words = [
      '| AT&amp;T | ok |',
      '| -------- | -- |',
      '| caf&eacute;&nbsp;very | sorry |',
      '',
      '<!-- vale House.Very = NO -->',
      'very sorry',
      '<!-- vale off -->',
      'very sorry',
    ].join('\n');
    const { report } = lintTexts({ folder, texts: [{ name: 'a.md', text: words }] });
    expect(report['a.md']?.map(({ Check, Line, Span }) => [Check, Line, Span])).toEqual([
      ['House.Very', 3, [20, 23]],
      ['House.Sorry', 3, [27, 31]],
      ['House.Sorry', 6, [6, 10]],
    ]);
  });

  test.each([
    ['a level that is none', `${head}MinAlertLevel = loud\n`, 'MinAlertLevel = loud', 2],
    ['a style that is not there', `${head}[*]\nBasedOnStyles = Google\n`, 'BasedOnStyles = Google', 0],
    ['a vocabulary that is not there', `${head}Vocab = Other\n`, 'Vocab = Other', 0],
    [
      'a pattern that is none',
      `${head}[*]\nBasedOnStyles = House\nTokenIgnores = (a\n`,
      '(a: unterminated (',
      0,
    ],
  ])('%s is named', (...[, ini, detail, line]) => {
    expect(() => lintTexts({ folder: aPackage(ini), texts: [{ name: 'a.md', text }] })).toThrow(
      expect.objectContaining({
        code: 'guide-invalid',
        detail: expect.objectContaining({ rule: '.vale.ini', detail, line }),
      }) as Error,
    );
  });

  test('without one every rule of the package runs, and what is no rule of ours is named', () => {
    const bare = temporaryFolder();
    mkdirSync(join(bare, 'House'));
    writeFileSync(join(bare, 'House', 'Very.yml'), files['styles/House/Very.yml']);
    writeFileSync(join(bare, 'House', 'Modal.yml'), files['styles/Shop/Modal.yml']);
    const { report, unsupported } = lintTexts({ folder: bare, texts: [{ name: 'a.md', text }] });
    expect(report['a.md']).toMatchObject([{ Check: 'House.Very' }]);
    expect(unsupported).toEqual([{ rule: 'House.Modal', kind: 'sequence' }]);
  });

  test('a runaway pattern of the settings is stopped and named, and hides nothing', () => {
    const ini = `${head}[*]\nBasedOnStyles = House\nTokenIgnores = (?:x+x+)+y\n`;
    const words = `${'x'.repeat(60)} very`;
    const { report, stopped } = lintTexts({ folder: aPackage(ini), texts: [{ name: 'a.md', text: words }] });
    expect(stopped).toEqual(['.vale.ini']);
    expect(report['a.md']).toMatchObject([{ Match: 'very' }]);
  });
});

describe('a zip archive', () => {
  test('is read like the folder', () => {
    const path = join(temporaryFolder(), 'House.zip');
    const packed = Object.fromEntries(
      Object.entries(files).map(([name, content]) => [`House/${name}`, content]),
    );
    const ini = `${head}Vocab = House\n[*]\nBasedOnStyles = Shop\n`;
    writeFileSync(path, aZip({ ...packed, 'House/.vale.ini': ini }));
    const { report } = lintTexts({ folder: path, texts: [{ name: 'a.md', text }] });
    expect(report['a.md']).toMatchObject([{ Check: 'Shop.Caps', Match: 'ESA' }]);
  });

  test('holds no path that leads out of it, and nothing that is no part of a package', () => {
    const read = readPackageZip(
      aZip({
        '../up/A.yml': 'a',
        '/etc/B.yml': 'b',
        'C:/C.yml': 'c',
        'x/../D.yml': 'd',
        '__MACOSX/E.yml': 'e',
        'run.exe': 'f',
        'House/F.yml': 'g',
      }),
    );
    expect(read).toEqual([{ path: 'House/F.yml', text: 'g' }]);
  });

  test('that unpacks to too much is refused before it does', () => {
    expect(() => readPackageZip(aZip({ 'House/A.yml': new Uint8Array(21_000_000) }))).toThrow(
      'file-too-large',
    );
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.from('PK but no archive')],
    ['half of one', aZip({ 'House/A.yml': 'a'.repeat(100) }).subarray(40)],
  ])('of %s is refused', (...[, bytes]) => {
    expect(() => readPackageZip(bytes)).toThrow('file-unreadable');
  });

  test.skipIf(!hasCorpus)(
    `corpus/archives: none does harm${hasCorpus ? '' : ` (SKIPPED: ${corpusIsAbsent})`}`,
    () => {
      for (const name of ['zip-bomb-500MB.zip', 'zip-dup.zip', 'zip-traversal.zip', 'zip-truncated.zip']) {
        const bytes = readFileSync(corpusPath('archives', name));
        let paths: string[] = [];
        try {
          paths = readPackageZip(bytes).map(({ path }) => path);
        } catch (error) {
          expect(error).toMatchObject({
            code: expect.stringMatching(/^file-(?:unreadable|too-large)$/) as string,
          });
        }
        expect(paths.filter((path) => path.includes('..') || path.startsWith('/'))).toEqual([]);
      }
    },
  );
});
