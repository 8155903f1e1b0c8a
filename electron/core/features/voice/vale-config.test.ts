import { expect, test } from 'vitest';
import { RuleError } from '../../../shared/voice/rule-problem.ts';
import { readConfig } from './vale-config.ts';

test('everything that is understood', () => {
  const config = readConfig(`StylesPath = styles
MinAlertLevel = warning
Packages = Google, Microsoft
Vocab = House, Shop
[formats]
mdx = md
[*.md]
BasedOnStyles = Google
Google.We = error
Google.Passive = NO
TokenIgnores = (\\$[A-Z]+), x
[*]
BasedOnStyles = Vale
Vale.Spelling = suggestion
proselint = NO
BlockIgnores = (?s)<x>.*?</x>
`);
  expect(config).toMatchObject({
    stylesPath: 'styles',
    minAlertLevel: 'warning',
    packages: ['Google', 'Microsoft'],
    vocab: ['House', 'Shop'],
  });
  expect(config.sections.map(({ covers: _covers, ...section }) => section)).toEqual([
    {
      basedOnStyles: ['Vale'],
      tokenIgnores: [],
      blockIgnores: ['(?s)<x>.*?</x>'],
      switches: new Map([
        ['Vale.Spelling', true],
        ['proselint', false],
      ]),
    },
    {
      basedOnStyles: ['Google'],
      tokenIgnores: ['(\\$[A-Z]+)', 'x'],
      blockIgnores: [],
      switches: new Map([
        ['Google.We', true],
        ['Google.Passive', false],
      ]),
    },
  ]);
  expect([...config.levels]).toEqual([
    ['Google.We', 'error'],
    ['Vale.Spelling', 'suggestion'],
  ]);
});

test.each([
  ['MinAlertLevel = loud', 1, 'MinAlertLevel = loud'],
  ['BasedOnStyles = House', 1, 'BasedOnStyles = House'],
  ['[*]\nVocab = House', 2, 'Vocab = House'],
  ['[*]\nMinAlertLevel = error', 2, 'MinAlertLevel = error'],
  ['[{a]\nBasedOnStyles = House', 2, 'BasedOnStyles = House'],
])('%j is refused with its line', (text, line, detail) => {
  expect(() => readConfig(text)).toThrow(RuleError);
  expect(() => readConfig(text)).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({ reason: 'settings', line, detail }),
    }) as Error,
  );
});
