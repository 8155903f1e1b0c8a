import { describe, expect, test } from 'vitest';
import { check } from '../check.ts';
import { compileGuide } from '../guide.ts';
import { RuleDefinition } from '../rule-definition.ts';

const rule = (scope: string) =>
  RuleDefinition.parse({
    ...{ name: 'House.No', extends: 'existence', message: 'm' },
    ...{ nonword: true, tokens: ['xx'], scope: [scope] },
  });
const found = (text: string, options: { scope?: string; format?: 'reply' | 'subject' } = {}): number =>
  check(compileGuide([rule(options.scope ?? 'text')]), text, options.format).length;

describe('what is sent as plain words is read as words', () => {
  test.each([
    ['indented', '    xx\n\n\txx'],
    ['indented below a blank line', 'Hello\n\n        xx xx'],
    ['indented below an item', '- a\n\n      xx xx'],
    ['in tags and comments', '<!-- xx -->\n<pre>xx</pre>'],
    ['behind tags', '<script>xx</script> <code>xx</code>'],
    ['behind a fence that is never closed', '```\nxx\n\nxx'],
    ['behind a fence of another kind', '```\nxx\n~~~\nxx'],
    ['above a line of dashes or signs', 'xx\n---\n\nxx\n==='],
    ['between lines of dashes', '---\nxx: xx\n---'],
    ['where a link would be defined', '[xx]: xx'],
  ])('%s', (_, text) => {
    expect(found(text)).toBe(2);
  });

  test('a line above a line of dashes is no heading', () => {
    expect(found('xx\n---\nNorthwind', { scope: 'heading' })).toBe(0);
  });

  test('code between fences is left out', () => {
    expect(found('a\n```\nxx\n```\nxx')).toBe(1);
  });
});

describe('a subject', () => {
  test.each([
    ['marks of other texts', '# > - `xx` *xx* [xx](a "xx")', 4],
    ['addresses', 'https://xx.example/ xx', 1],
  ])('has words whatever they look like: %s', (_, text, count) => {
    expect(found(text, { format: 'subject' })).toBe(count);
  });

  test.each([
    ['sentence', 1],
    ['raw', 1],
    ['text & ~heading & ~list', 1],
    ['paragraph', 0],
    ['heading', 0],
    ['summary', 0],
    ['list', 0],
  ])('%s', (scope, count) => {
    expect(found('- a xx', { scope, format: 'subject' })).toBe(count);
  });
});
