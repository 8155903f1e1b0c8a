import type { RuleDefinition as Definition } from '../../../electron/shared/voice/rule-definition.ts';
import { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import { createRandom, type Random } from './random.ts';
import { paragraphs } from './prose.ts';

/** The longest word of some sentences: style guides speak of words that are not in every line. */
const word = (random: Random): string =>
  (paragraphs(random, 4).match(/[a-z]+/g) ?? []).reduce((a, b) => (b.length > a.length ? b : a), 'order');
const words = (random: Random, count: number): string[] => [
  ...new Set(Array.from({ length: count }, () => word(random))),
];

/**
 * 200 rules in the mixture of the public packages: of a hundred, 92 are existence and substitution with 46 patterns each
 * in the mean (9,251 patterns of 210 rules), and eight are of the other kinds.
 */
export function benchRules(): Definition[] {
  const random = createRandom(11);
  return Array.from({ length: 200 }, (_, index) => RuleDefinition.parse(ruleAt(index, random)));
}

function ruleAt(index: number, random: Random): unknown {
  const common = { name: `House.Rule${index}`, message: "Use '%s' instead of '%s'." };
  const other = otherKinds[index % 25];
  if (other) return { ...common, ...other };
  const patterns = words(random, 5 + random.whole(82));
  if (index % 2 === 0) {
    const swap = patterns.map((observed) => [
      random.chance(0.3) ? `${observed}(?:s|ed)?` : observed,
      word(random),
    ]);
    return { ...common, extends: 'substitution', ignorecase: true, action: { name: 'replace' }, swap };
  }
  const tokens = patterns.map((token) => (random.chance(0.2) ? `${token}\\w*ly` : token));
  return { ...common, extends: 'existence', ignorecase: random.chance(0.8), tokens };
}

/** Two of every 25 rules. */
const otherKinds: Readonly<Record<number, object | undefined>> = {
  3: { extends: 'occurrence', scope: ['sentence'], token: '\\b(\\w+)\\b', max: 25 },
  14: { extends: 'repetition', ignorecase: true, alpha: true, tokens: ['[^\\s.!?]+'] },
};

/** A reply of about so many characters, in paragraphs. */
export function benchReply(characters: number): string {
  const random = createRandom(5);
  let text = 'Hello Zoë,\n\n';
  while (text.length < characters) text += `${paragraphs(random, 3)}\n\n`;
  return text.slice(0, characters);
}
