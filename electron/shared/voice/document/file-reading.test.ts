import { describe, expect, test } from 'vitest';
import { check } from '../check.ts';
import { compileGuide } from '../guide.ts';
import { RuleDefinition } from '../rule-definition.ts';

const rule = (details: object) =>
  RuleDefinition.parse({
    ...{ name: 'House.No', extends: 'existence', message: 'm', nonword: true, tokens: ['xx'] },
    ...details,
  });

/** What is found in a file of Markdown, and where: `line:column`, from 1. */
function found(text: string, ...rules: object[]): string[] {
  const guide = compileGuide(rules.length === 0 ? [rule({})] : rules.map(rule));
  return check(guide, text, 'markdown').map(({ start }) => {
    const above = text.slice(0, start).split('\n');
    return `${above.length}:${(above.at(-1) ?? '').length + 1}`;
  });
}
const scoped = (text: string, scope: string) => found(text, { scope: [scope] });

describe('a table', () => {
  const table = 'xx above\n| xx | b |\n|:--|--:|\n| a | xx |\n| a \\| xx | `xx` | xx |\nxx\n\nxx below';
  test.each([
    ['text', ['1:1', '2:3', '4:7', '5:8', '6:1', '8:1']],
    ['table', ['2:3', '4:7', '5:8', '6:1']],
    ['table.header', ['2:3']],
    ['table.cell', ['4:7', '5:8', '6:1']],
    ['~table', ['1:1', '8:1']],
    ['paragraph', ['1:1', '8:1']],
    ['summary', ['1:1', '8:1']],
  ])('has cells: %s', (scope, places) => {
    expect(scoped(table, scope)).toEqual(places);
  });

  test.each([
    ['with as many cells above the dashes as beside them', 'a | xx\n--- | ---\nb', 1],
    ['of one column', '| xx |\n| --- |\n| xx |', 2],
    ['in a quotation', '> a | xx\n> --- | ---\n> xx | b', 2],
    ['not where the cells are not as many', 'a | xx\n--- | --- | ---', 0],
    ['not where there is no row of dashes', 'a | xx\nb | xx', 0],
    ['not where the dashes are of a heading', 'a | xx\n---', 0],
    ['not in code', '```\na | xx\n--- | ---\n```', 0],
  ])('is one %s', (_, text, count) => {
    expect(scoped(text, 'table')).toHaveLength(count);
  });

  test('has cells that are judged one by one', () => {
    const words = 'a | b\n--- | ---\nxx one | two xx';
    expect(found(words, { tokens: ['\\Axx one\\z', '\\Atwo xx\\z'] })).toEqual(['3:1', '3:10']);
    expect(found(words, { tokens: ['one.*two'] })).toEqual([]);
  });
});

describe('letters that are written as references', () => {
  test.each([
    ['AT&amp;T xx', 'AT&T xx', '1:1'],
    ['caf&eacute; xx', 'café xx', '1:1'],
    ['a&nbsp;xx', 'a\u00a0xx', '1:1'],
    ['a &#120;&#x78; b', 'xx', '1:3'],
    ['&#x1F600;xx', '\u{1f600}xx', '1:1'],
    ['[AT&amp;T xx](/y)', 'AT&T xx', '1:2'],
    ['a & xx', 'a & xx', '1:1'],
    ['a &unheard; xx', '&unheard; xx', '1:3'],
    ['\\&amp; xx', '&amp; xx', '1:2'],
  ])('are read as they are shown: %s', (text, token, place) => {
    expect(found(text, { tokens: [token] })).toEqual([place]);
  });

  test.each(['`&#120;x`', '    &#120;x', '<code>&#120;x</code>'])('but not in code: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('of what comes behind them every column is that of the file', () => {
    expect(found('&lt;&gt; &amp; xx\n&copy; xx')).toEqual(['1:16', '2:8']);
  });
});

describe('comments that switch Vale', () => {
  const other = { name: 'Other.No' };
  const both = [{}, other];
  const lines = (...said: string[]) => said.join('\n\n');
  test.each([
    ['off and on', lines('xx', '<!-- vale off -->', 'xx', '<!-- vale on -->', 'xx'), [1, 1, 9, 9]],
    ['off between lines of a paragraph', 'xx\n<!-- vale off -->\nxx\n<!-- vale on -->\nxx', [1, 1, 5, 5]],
    ['off to the end', lines('xx', '<!-- vale off -->', 'xx'), [1, 1]],
    ['a rule', lines('<!-- vale House.No = NO -->', 'xx', '<!-- vale House.No = YES -->', 'xx'), [3, 7, 7]],
    ['a style', lines('<!-- vale House = NO -->', 'xx', '<!-- vale House = YES -->', 'xx'), [3, 7, 7]],
    ['in other words', lines('<!-- vale House = off -->', 'xx', '<!-- vale House = on -->', 'xx'), [3, 7, 7]],
    [
      'a rule of a style that is off',
      lines('<!-- vale House = NO -->', '<!-- vale House.No = YES -->', 'xx'),
      [5],
    ],
    [
      'to one style',
      lines('<!-- vale style = Other -->', 'xx', '<!-- vale House = YES -->', 'xx'),
      [3, 7, 7],
    ],
    ['to some styles', lines('<!-- vale styles = Other, House -->', 'xx'), [3, 3]],
    ['over several lines', lines('<!--\nvale off\n-->', 'xx'), []],
    ['within a line', 'xx <!-- vale House.No = NO --> xx <!-- vale House.No = YES --> xx', [1, 1, 1, 1, 1]],
    ['in an item', '- xx\n- <!-- vale off --> xx\n- xx', [1, 1]],
    ['nothing in code', lines('```\n<!-- vale off -->\n```', '`<!-- vale off -->`', 'xx'), [7, 7]],
    ['nothing behind a backslash', '\\<!-- vale off --> xx', [1, 1]],
    [
      'nothing that is another comment',
      lines('<!-- vale is off -->', '<!-- vale No = maybe -->', 'xx'),
      [5, 5],
    ],
  ])('%s', (_, text, places) => {
    expect(found(text, ...both).map((place) => Number(place.split(':')[0]))).toEqual(places);
  });

  test('some words of a rule', () => {
    const text =
      '<!-- vale House.No["xx","zz"] = NO -->\n\nxx yy zz\n\n<!-- vale House.No["xx"] = YES -->\n\nxx zz';
    expect(found(text, { tokens: ['xx', 'yy', 'zz'] })).toEqual(['3:4', '7:1']);
  });

  test('what is off is not counted towards the most that a rule reports', () => {
    const text = lines('<!-- vale off -->', 'xx', '<!-- vale on -->', 'xx', 'xx');
    expect(found(text, { limit: 1 })).toEqual(['7:1']);
  });

  test('a rule that measures the whole is off where all is, up to the end', () => {
    const metric = { extends: 'metric', formula: 'words', condition: '> 1' };
    const long = RuleDefinition.parse({ name: 'House.Long', message: 'm', ...metric });
    const measured = (text: string) => check(compileGuide([long]), text, 'markdown').length;
    expect(measured(lines('<!-- vale off -->', 'a b', '<!-- vale on -->'))).toBe(1);
    expect(measured(lines('<!-- vale off -->', 'a b'))).toBe(0);
  });

  test('a reply has none', () => {
    const guide = compileGuide([rule({})]);
    expect(check(guide, '<!-- vale off -->\nxx')).toHaveLength(1);
  });
});
