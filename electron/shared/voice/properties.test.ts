import { describe, expect, test } from 'vitest';
import { applyChange, changeOf } from './apply-fix.ts';
import { check, type GuideFinding } from './check.ts';
import { compileGuide } from './guide.ts';
import { allFindings, createIncrementalCheck } from './incremental-check.ts';
import { RuleDefinition } from './rule-definition.ts';

/** The same numbers for the same seed (mulberry32). */
function createRandom(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const rules: readonly RuleDefinition[] = [
  { extends: 'existence', ignorecase: true, tokens: ['just', 'very', 'so on'], action: { name: 'remove' } },
  {
    extends: 'existence',
    nonword: true,
    tokens: ['!{2,}'],
    action: { name: 'edit', params: ['regex', '!+', '!'] },
  },
  {
    extends: 'substitution',
    ignorecase: true,
    action: { name: 'replace' },
    swap: [
      ['utilize', 'use'],
      ['e-?mail address(?:es)?', 'address'],
      ['über', 'about'],
      ['(\\d+) percent', '$1%'],
    ],
  },
  {
    extends: 'repetition',
    ignorecase: true,
    alpha: true,
    tokens: ['[^\\s.!?]+'],
    action: { name: 'edit', params: ['truncate', ' '] },
  },
  { extends: 'capitalization', scope: ['heading'], match: '$sentence', action: { name: 'replace' } },
  { extends: 'occurrence', scope: ['sentence'], token: ',', max: 2 },
  { extends: 'consistency', either: [['grey', 'gray']], ignorecase: true },
  { extends: 'conditional', first: '\\b[A-Z]{3}\\b', second: '\\(([A-Z]{3})\\)' },
  { extends: 'readability', metrics: ['LIX'], grade: 30 },
  { extends: 'metric', formula: 'words / sentences', condition: '> 6' },
  { extends: 'existence', scope: ['raw'], nonword: true, tokens: ['\\]\\('] },
  { extends: 'existence', scope: ['summary'], tokens: ['parcel'], limit: 2 },
  { extends: 'existence', scope: ['link'], tokens: ['here'] },
  { extends: 'existence', scope: ['~blockquote & ~list'], tokens: ['letter'] },
].map((rule, index) => RuleDefinition.parse({ name: `House.Rule${index}`, message: '%s', ...rule }));

const words =
  `just very utilize e-mail address addresses email über 7 percent the the parcel letter grey gray Grey SMS (SMS) WHO
  so on here 🙂 é Straße don't **bold** _it_ \`code\` [here](https://x.example) https://y.example/zz \\* * ** _ ! !! , . ? : — “x” [order.number]`.split(
    /\s+/,
  );
const openings = ['', '', '', '', '# ', '## ', '- ', '1. ', '> ', '  ', '```', '---', '    '];

function aText(random: (below: number) => number): string {
  const lines = Array.from({ length: 1 + random(9) }, () => {
    const line = Array.from({ length: random(12) }, () => words[random(words.length)] ?? '').join(' ');
    return `${openings[random(openings.length)] ?? ''}${line}${'\n'.repeat(1 + random(2))}`;
  });
  return lines.join('');
}

/** A keystroke, a deletion, a word pasted, a line break. */
function edited(text: string, random: (below: number) => number): string {
  const at = random(text.length + 1);
  const kind = random(4);
  if (kind === 0) return text.slice(0, at) + text.slice(at + random(4));
  if (kind === 1) return `${text.slice(0, at)}\n\n${text.slice(at)}`;
  return `${text.slice(0, at)}${kind === 2 ? 'e' : ` ${words[random(words.length)] ?? ''} `}${text.slice(at)}`;
}

/** What is not to be looked at may lie inside a match, or be all that changes. */
const settings = {
  accept: [],
  tokenIgnores: ['\\[order\\.number\\]', '7 percent'],
  blockIgnores: ['(?s)the.*?the'],
};
const guide = compileGuide(rules, { settings });

describe.each([1, 2, 3, 4, 5])('texts of the seed %i', (seed) => {
  test('findings lie inside the text, in its order, and say what stands there', () => {
    const random = createRandom(seed);
    for (let round = 0; round < 150; round += 1) {
      const text = aText(random);
      const findings = check(guide, text);
      let last = 0;
      for (const finding of findings) {
        expect(finding.start).toBeGreaterThanOrEqual(last);
        expect(finding.end).toBeGreaterThanOrEqual(finding.start);
        expect(finding.end).toBeLessThanOrEqual(text.length);
        if (finding.fixes.length > 0) expect(text.slice(finding.start, finding.end)).toBe(finding.match);
        last = finding.start;
      }
    }
  });

  test('checked edit by edit, a text has the findings that it has by itself', () => {
    const random = createRandom(seed + 100);
    const incremental = createIncrementalCheck(guide);
    let text = aText(random);
    for (let round = 0; round < 200; round += 1) {
      expect(allFindings(incremental.check(text)), JSON.stringify(text)).toEqual(check(guide, text));
      text = round % 50 === 49 ? aText(random) : edited(text, random);
    }
  });

  test('rules together find what each finds alone', () => {
    const random = createRandom(seed + 200);
    for (let round = 0; round < 60; round += 1) {
      const text = aText(random);
      const alone = rules.flatMap((rule) => check(compileGuide([rule], { settings }), text));
      const by = (a: GuideFinding, b: GuideFinding) =>
        a.start - b.start || a.end - b.end || (a.check < b.check ? -1 : 1);
      expect(check(guide, text)).toEqual(alone.toSorted(by));
    }
  });

  test('applying every fix of a rule leaves nothing of it to fix', () => {
    const random = createRandom(seed + 300);
    for (const rule of rules.filter(({ action }) => action !== null)) {
      const own = compileGuide([rule]);
      for (let round = 0; round < 40; round += 1) {
        let text = aText(random);
        let left = 100;
        for (let next = fixable(check(own, text)); next && left > 0; next = fixable(check(own, text))) {
          text = applyChange(text, changeOf(text, next, next.fixes[0] ?? ''));
          left -= 1;
        }
        expect(left, `${rule.name}: ${JSON.stringify(text)}`).toBeGreaterThan(0);
        expect(check(own, text).filter(({ fixes }) => fixes.length > 0)).toEqual([]);
      }
    }
  });
});

const fixable = (findings: readonly GuideFinding[]): GuideFinding | undefined =>
  findings.find(({ fixes }) => fixes.length > 0);
