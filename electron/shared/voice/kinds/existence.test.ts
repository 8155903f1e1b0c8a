import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { compileGuide } from '../guide.ts';
import { ExistenceDefinition } from '../rule-definition.ts';

type Fields = Partial<Omit<ExistenceDefinition, 'name' | 'extends'>>;
type Case = readonly [what: string, fields: Fields, text: string, matches: readonly string[]];

const run = (fields: Fields, text: string) => {
  const rule = ExistenceDefinition.parse({
    name: 'House.Rule',
    extends: 'existence',
    message: "'%s'",
    ...fields,
  });
  return check(compileGuide([rule]), text);
};

const cases: readonly Case[] = [
  ['a word', { tokens: ['simply'] }, 'It simply works.', ['simply']],
  ['a word is bounded', { tokens: ['just'] }, 'adjust justice just', ['just']],
  ['every occurrence', { tokens: ['very'] }, 'very, very good', ['very', 'very']],
  ['several tokens', { tokens: ['a lot', 'stuff'] }, 'a lot of stuff', ['a lot', 'stuff']],
  ['the first token that fits wins', { tokens: ['in', 'in order to'] }, 'in order to go', ['in']],
  ['case counts', { tokens: ['sorry'] }, 'Sorry, sorry', ['sorry']],
  ['case may not count', { tokens: ['sorry'], ignorecase: true }, 'SORRY, Sorry', ['SORRY', 'Sorry']],
  ['an inline flag', { tokens: ['(?i)sorry'] }, 'SORRY', ['SORRY']],
  [
    'an inline flag lasts over the following tokens, as in Vale',
    { tokens: ['(?i)aa', 'bb'] },
    'AA BB',
    ['AA', 'BB'],
  ],
  ['an inline flag does not reach back', { tokens: ['aa', '(?i)bb'] }, 'AA BB', ['BB']],
  ['a flag in a group ends with it', { tokens: ['(?:(?i)a)b'] }, 'Ab AB', ['Ab']],
  ['a flag with its own group', { tokens: ['(?i:a)b'] }, 'Ab AB', ['Ab']],
  ['a flag taken back', { tokens: ['(?i)a(?-i)b'] }, 'Ab AB', ['Ab']],
  ['nonword finds inside words', { tokens: ['just'], nonword: true }, 'adjust', ['just']],
  ['punctuation needs nonword', { tokens: ['!!+'], nonword: true }, 'Great!!! Yes!', ['!!!']],
  ['punctuation with word borders finds nothing', { tokens: ['!!+'] }, 'Great!!! ', []],
  ['raw alone has no borders', { raw: ['\\bfoo', 'bar'] }, 'foobar foobarn', ['foobar', 'foobar']],
  ['raw stands before the tokens', { raw: ['(?:no )'], tokens: ['way', 'go'] }, 'no way, way', ['no way']],
  ['raw behind with append', { raw: ['(?= now)'], append: true, tokens: ['go'] }, 'go now, go then', ['go']],
  ['raw parts are joined without anything', { raw: ['a', 'b', 'c'] }, 'abc a b', ['abc']],
  ['a per cent sign in raw', { raw: ['50%'] }, 'A 50% discount', ['50%']],
  ['empty tokens are skipped', { tokens: ['', ' ', 'word'] }, 'a word', ['word']],
  ['an exception', { tokens: ['[A-Z]{2,}'], exceptions: ['VIP'] }, 'VIP and FAQ', ['FAQ']],
  ['an exception minds case', { tokens: ['(?i)vip'], exceptions: ['VIP'] }, 'vip VIP', ['vip']],
  ['an exception that does not', { tokens: ['(?i)vip'], exceptions: ['(?i)VIP'] }, 'vip VIP', []],
  [
    'an exception phrase excuses its words',
    { tokens: ['free'], exceptions: ['free of charge'] },
    'free of charge, free',
    ['free'],
  ],
  [
    'an exception within the match',
    { tokens: ['the \\w+'], exceptions: ['team'] },
    'the team the box',
    ['the box'],
  ],
  [
    'an exception may be a pattern',
    { tokens: ['\\w+ed'], exceptions: ['n\\w+'] },
    'needed wanted',
    ['wanted'],
  ],
  ['umlauts are letters', { tokens: ['\\w+lich'] }, 'natürlich', ['natürlich']],
  ['a border is no border inside a word with umlauts', { tokens: ['ber'] }, 'über', []],
  ['a border before a letter of another script', { tokens: ['да'] }, 'да, дача', ['да']],
  ['Arabic words are bounded', { tokens: ['شكرا'] }, 'شكرا لكم وشكرا', ['شكرا']],
  ['no border', { tokens: ['\\Bust'], nonword: true }, 'just ust', ['ust']],
  ['no border of other letters', { tokens: ['\\Ber'], nonword: true }, 'über er', ['er']],
  ['digits of any script', { tokens: ['\\d+'] }, '١٢٣ and 45', ['١٢٣', '45']],
  ['no digits', { tokens: ['\\D+'], nonword: true }, '1ab2', ['ab']],
  ['no word characters', { tokens: ['\\W+'], nonword: true }, 'é, à', [', ']],
  ['a class with the shorthand', { tokens: ['[\\w-]+'] }, 'e-mail é-à', ['e-mail', 'é-à']],
  ['a class with its opposite', { tokens: ['[^\\W_]+'] }, 'é_b', []],
  ['a class with its opposite, unbounded', { tokens: ['[^\\W_]+'], nonword: true }, 'é_b', ['é', 'b']],
  ['a class subtraction', { tokens: ['[a-z-[aeiou]]+'] }, 'xyz aei', ['xyz']],
  ['a class with brackets and dashes', { tokens: ['[]a-]+'], nonword: true }, 'x]-a', [']-a']],
  ['a class with a dash in the middle', { tokens: ['[a\\-z]+'], nonword: true }, 'b-a', ['-a']],
  ['a class of two ampersands', { tokens: ['[&&~]+'], nonword: true }, 'a && b', ['&&']],
  ['a POSIX class', { tokens: ['[[:upper:]]{2}'] }, 'AB ab', ['AB']],
  ['a negated POSIX class', { tokens: ['[[:^upper:]]{2}'] }, 'AB ab', ['ab']],
  ['a property', { tokens: ['\\p{Lu}{2}'] }, 'ÉÀ éà', ['ÉÀ']],
  ['a short property', { tokens: ['\\pL+'] }, 'é1', []],
  ['a script', { tokens: ['\\p{IsGreek}+'] }, 'αβ ab', ['αβ']],
  ['no property', { tokens: ['\\P{L}+'], nonword: true }, 'a12b', ['12']],
  [
    'a dot stops only at a line feed',
    { tokens: ['a.b'], nonword: true },
    'a\rb a\nb a\u2028b',
    ['a\rb', 'a\u2028b'],
  ],
  ['a dot that stops nowhere', { tokens: ['(?s)a.b'], nonword: true }, 'a\nb', ['a\nb']],
  ['every line has a beginning', { tokens: ['^Hi'], nonword: true }, 'Hi\nHi there', ['Hi', 'Hi']],
  ['every line has an end', { tokens: ['!$'], nonword: true }, 'a!\nb!', ['!', '!']],
  ['the beginning of all', { tokens: ['\\AHi'], nonword: true }, 'Hi\nHi', ['Hi']],
  ['the end of all', { tokens: ['!\\z'], nonword: true }, 'a!\nb!', ['!']],
  ['the end but for a line feed', { tokens: ['!\\Z'], nonword: true }, 'a!\nb!\n', ['!']],
  ['a raw beginning is of all the text', { raw: ['^Hi'] }, 'Oh\nHi', []],
  ['a look behind', { tokens: ['(?<!do )not'] }, 'do not, not', ['not']],
  ['a look ahead', { tokens: ['thanks(?!,)'] }, 'thanks, thanks!', ['thanks']],
  [
    'a named group of Python and its reference',
    { tokens: ['(?P<w>\\w+) (?P=w)'] },
    'the the box',
    ['the the'],
  ],
  ['a named group of .NET and its reference', { tokens: ["(?'w'\\w+) \\k<w>"] }, 'the the box', ['the the']],
  ['a numbered reference', { tokens: ['(\\w+) \\1'] }, 'the the box', ['the the']],
  ['unnamed groups are numbered before named ones', { tokens: ['(?<n>a)(b)\\1\\2'] }, 'abba abab', ['abba']],
  ['an atomic group gives nothing back', { tokens: ['(?>a+)ab'] }, 'aaab', []],
  ['an atomic group matches', { tokens: ['(?>a+)b'] }, 'aaab', ['aaab']],
  ['a comment', { tokens: ['a(?# the letter )b'] }, 'ab', ['ab']],
  ['spaces that do not count', { tokens: ['(?x) a b # both\n'] }, 'ab', ['ab']],
  ['lazy', { tokens: ['a.+?b'] }, 'a-b-b', ['a-b']],
  ['a count', { tokens: ['a{2,3}'] }, 'a aa aaaa', ['aa']],
  ['a brace that is no count', { tokens: ['\\{x}', '{y}'], nonword: true }, '{x} {y}', ['{x}', '{y}']],
  [
    'escapes that JavaScript would refuse',
    { tokens: ["it\\'s", 'a\\_b', 'x\\-y'] },
    "it's a_b x-y",
    ["it's", 'a_b', 'x-y'],
  ],
  ['control characters', { tokens: ['\\t\\x41\\u0042\\x{43}'], nonword: true }, '\tABC', ['\tABC']],
  ['quoted', { tokens: ['\\Qa.b\\E'] }, 'a.b axb', ['a.b']],
  ['emoji are one character', { tokens: ['.'], nonword: true }, '🙂', ['🙂']],
  ['curly quotes', { tokens: ["don[’']t"] }, "don't don’t", ["don't", 'don’t']],
  ['an empty match is none', { tokens: ['x*'], nonword: true }, 'axa', ['x']],
  ['a limit', { tokens: ['a'], limit: 2 }, 'a a a', ['a', 'a']],
  ['a scope of markup is not in plain text', { tokens: ['a'], scope: ['heading'] }, 'a', []],
  ['a scope that is not of markup', { tokens: ['a'], scope: ['~code'] }, 'a', ['a']],
  ['one of two scopes', { tokens: ['a'], scope: ['heading', 'text'] }, 'a', ['a']],
  ['all of two scopes', { tokens: ['a'], scope: ['text & ~heading'] }, 'a', ['a']],
  ['not all of two scopes', { tokens: ['a'], scope: ['text & heading'] }, 'a', []],
  ['raw scope', { tokens: ['a'], scope: ['raw'] }, 'a', ['a']],
  [
    'each sentence has a beginning',
    { raw: ['^But'], scope: ['sentence'] },
    'But no. But yes. No But.',
    ['But', 'But'],
  ],
  ['each paragraph has a beginning', { raw: ['^Hi'], scope: ['paragraph'] }, 'Hi\nHi\n\nHi', ['Hi', 'Hi']],
];

test.each(cases)('%s', (...[, fields, text, matches]) => {
  const found = run(fields, text);
  expect(found.map((finding) => finding.match)).toEqual(matches);
  for (const { start, end, match } of found) expect(text.slice(start, end)).toBe(match);
});

test('spans are UTF-16 offsets of the whole text, in every scope', () => {
  const text = '🙂 Hello. So you see.\n\nSo there.';
  const found = run({ raw: ['^So'], scope: ['sentence'] }, text);
  expect(found.map(({ start, end }) => [start, end])).toEqual([
    [10, 12],
    [23, 25],
  ]);
});

test.each<readonly [string, Fields, string, string]>([
  ['the match', { message: "Don't say '%s'." }, 'a', "Don't say 'a'."],
  ['a per cent sign', { message: '100%% %s' }, 'a', '100% a'],
  ['by number', { message: '%[1]s %[1]s' }, 'a', 'a a'],
  ['quoted', { message: 'not %q' }, 'a', 'not "a"'],
  ['too few verbs', { message: 'no' }, 'a', 'no'],
  ['too many verbs', { message: '%s%s!' }, 'a', 'a!'],
  ['line breaks', { message: 'one\ntwo  %s' }, 'a', 'one two a'],
  ['the only fix', { message: '%s: %s', action: { name: 'replace', params: ['b'] } }, 'a', 'a: b'],
  [
    'several fixes',
    { message: '%s: %s', action: { name: 'replace', params: ['b', 'c', 'd'] } },
    'a',
    "a: 'b', 'c', or 'd'",
  ],
])('a message with %s', (...[, fields, text, message]) => {
  expect(run({ tokens: ['a'], ...fields }, text)[0]?.message).toBe(message);
});

test('level, link and description are the rule’s own', () => {
  const link = 'https://example.com/voice';
  const [found] = run({ tokens: ['a'], level: 'error', link, description: 'about %s' }, 'a');
  expect(found).toMatchObject({
    check: 'House.Rule',
    severity: 'error',
    link,
    description: 'about a',
    fixes: [],
  });
});
