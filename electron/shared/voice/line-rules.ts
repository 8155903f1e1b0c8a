import { formsOfAddress } from './formality-words.ts';
import type { GuideLine, GuideLineKind, LineOf } from './guide-lines.ts';
import {
  anyWord,
  bounded,
  emoji,
  leftOvers,
  literalPattern,
  openPattern,
  tooShort,
  wrongDates,
  wrongNumber,
} from './line-patterns.ts';
import { severities, type RuleDefinition, type Severity } from './rule-definition.ts';
import { isLocale, languageOfLocale, type Situation } from './situation.ts';

/** The style that the lines of a guide stand in. */
export const lineStyle = 'Liaison';

/** `Liaison.Sentence-length-3` */
export const lineRuleName = ({ kind, id }: { kind: GuideLineKind; id: number }): string =>
  `${lineStyle}.${kind.charAt(0).toUpperCase()}${kind.slice(1)}-${id}`;

/** The lines that hold in a situation, as rules: the same kinds as Vale's, so that what they find can be compared. */
export function lineRules(lines: readonly GuideLine[], situation: Situation): RuleDefinition[] {
  const held = lines.filter((line) => holds(line, situation));
  return [
    ...opening(held.filter((line) => line.kind === 'greeting')),
    ...closing(held.filter((line) => line.kind === 'sign-off')),
    ...held.flatMap((line) => rulesOf(line, situation)),
  ];
}

/** Names of products are right wherever a word is looked up. */
export const productNames = (lines: readonly GuideLine[]): string[] =>
  lines.flatMap((line) => (line.kind === 'product' ? [literalPattern(line.name)] : []));

/** Lines that may hold for hours of the day only. */
export const hasHours = (line: GuideLine): line is LineOf<'greeting'> | LineOf<'sign-off'> =>
  line.kind === 'greeting' || line.kind === 'sign-off';

export function holds(line: GuideLine, { channel, locale, minute }: Situation): boolean {
  if (line.channels.length > 0 && (channel === null || !line.channels.includes(channel))) return false;
  if (line.locales.length > 0 && !line.locales.some((wanted) => isLocale(locale, wanted))) return false;
  if (!hasHours(line) || line.from === null || line.to === null) return true;
  if (minute === null) return true;
  const [from, to] = [minutesOf(line.from), minutesOf(line.to)];
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const common = (line: GuideLine, name = lineRuleName(line)) => ({
  name,
  message: line.prose.replaceAll('%', '%%'),
  description: '',
  level: line.level,
  link: '',
  scope: ['text'],
  limit: 0,
  action: null,
  matchcase: false,
});

const existence = (line: GuideLine, tokens: readonly string[], ignorecase = true): RuleDefinition => ({
  ...common(line),
  extends: 'existence',
  exceptions: [],
  vocab: false,
  ignorecase,
  nonword: true,
  tokens: [...tokens],
  raw: [],
  append: false,
});

interface Counted {
  readonly token: string;
  readonly most?: number;
  readonly least?: number;
  readonly scope?: string;
}

const occurrence = (
  line: GuideLine,
  { token, most = 0, least = 0, scope = 'raw' }: Counted,
): RuleDefinition => ({
  ...common(line),
  extends: 'occurrence',
  scope: [scope],
  ignorecase: true,
  token,
  max: most,
  min: least,
});

/** At most so many of something in a message; none of it is one finding for each. */
const atMost = (line: GuideLine, { token, most }: { token: string; most: number }): RuleDefinition[] => [
  most === 0 ? existence(line, [token]) : occurrence(line, { token, most }),
];

/** `$` and `|` mean something in a replacement. */
const replacement = (words: string): string => words.replaceAll('$', '$$$$').replaceAll('|', '\\|');

const substitution = (line: GuideLine, swap: readonly [string, string][]): RuleDefinition => ({
  ...common(line),
  extends: 'substitution',
  action: { name: 'replace', params: [] },
  exceptions: [],
  vocab: false,
  ignorecase: true,
  nonword: true,
  swap: [...swap],
  capitalize: true,
});

const metric = (
  line: GuideLine,
  { name, condition }: { name: string; condition: string },
): RuleDefinition => ({
  ...common(line, name),
  extends: 'metric',
  formula: 'words',
  condition,
});

/** A message that only one of several lines must be met by: it says what all of them say. */
function together(
  lines: readonly (LineOf<'greeting'> | LineOf<'sign-off'>)[],
  tokenOf: (texts: readonly string[]) => string,
): RuleDefinition[] {
  const [first] = lines;
  if (!first) return [];
  const level = lines.reduce<Severity>((worst, line) => worse(worst, line.level), 'suggestion');
  const prose = [...new Set(lines.map((line) => line.prose))].join(' ').slice(0, 900);
  const token = tokenOf(lines.flatMap(({ texts }) => texts));
  return [occurrence({ ...first, level, prose }, { token: `${token}|${tooShort}`, least: 1 })];
}

const worse = (a: Severity, b: Severity): Severity => (severities.indexOf(a) < severities.indexOf(b) ? b : a);

const opening = (lines: readonly LineOf<'greeting'>[]): RuleDefinition[] =>
  together(lines, (texts) => `\\A\\s*(?:${texts.map(openPattern).join('|')})(?![\\p{L}\\p{N}])`);

/** A few lines may follow: a name, a team. */
const closing = (lines: readonly LineOf<'sign-off'>[]): RuleDefinition[] =>
  together(
    lines,
    (texts) =>
      `(?<![^\\n])[^\\S\\n]*(?:${texts.map(openPattern).join('|')})[^\\n]{0,80}(?:\\n[^\\n]{0,80}){0,5}\\s*\\z`,
  );

function rulesOf(line: GuideLine, { locale }: Situation): RuleDefinition[] {
  switch (line.kind) {
    case 'sounds':
    case 'greeting':
    case 'sign-off':
      return [];
    case 'sounds-not':
      return line.instead === ''
        ? [existence(line, [bounded(line.text)])]
        : [substitution(line, [[bounded(line.text), replacement(line.instead)]])];
    case 'formality': {
      const forms = formsOfAddress[languageOfLocale(locale)];
      const other = line.address === 'formal' ? forms?.informal : forms?.formal;
      return other
        ? [
            existence(
              line,
              other.map((word) => `\\b(?:${word})(?![\\p{L}\\p{N}])`),
              false,
            ),
          ]
        : [];
    }
    case 'term':
      return line.use === ''
        ? [existence(line, line.avoid.map(bounded))]
        : [
            substitution(
              line,
              line.avoid.map((words): [string, string] => [bounded(words), replacement(line.use)]),
            ),
          ];
    case 'promise':
      return [existence(line, line.texts.map(bounded))];
    case 'emoji':
      return atMost(line, { token: emoji, most: line.most });
    case 'exclamation':
      return atMost(line, { token: '[!！]', most: line.most });
    case 'apology':
      return atMost(line, { token: `(?:${line.texts.map(bounded).join('|')})`, most: line.most });
    case 'sentence-length':
      return [occurrence(line, { token: anyWord, most: line.most, scope: 'sentence' })];
    case 'message-length':
      return messageLength(line);
    case 'reading-grade':
      return [{ ...common(line), extends: 'readability', metrics: [line.metric], grade: line.most }];
    case 'date':
      return [existence(line, wrongDates(line.style))];
    case 'number':
      return [existence(line, [wrongNumber(line.decimal)])];
    case 'product':
      return [productRule(line)];
    case 'left-over':
      return [existence(line, leftOvers, false)];
  }
}

function messageLength(line: LineOf<'message-length'>): RuleDefinition[] {
  const name = lineRuleName(line);
  return [
    ...(line.most === null ? [] : [metric(line, { name, condition: `> ${line.most}` })]),
    ...(line.least === null ? [] : [metric(line, { name: `${name}-least`, condition: `< ${line.least}` })]),
  ];
}

/** A name is written in one way, whatever the case that a hurried hand gives it. */
function productRule(line: LineOf<'product'>): RuleDefinition {
  const swap = [...line.wrong, line.name].map((words): [string, string] => [
    bounded(words),
    replacement(line.name),
  ]);
  const rule = substitution(line, swap);
  return rule.extends === 'substitution' ? { ...rule, capitalize: false } : rule;
}
