import type { ImportLine, ImportOutcome, ImportPlan, ImportSource } from '../../../shared/template-import.ts';
import { importOutcomes } from '../../../shared/template-import.ts';
import { shortcutPattern, type TemplateBody, TextLocale } from '../../../shared/templates.ts';
import { tagPattern } from '../../../shared/conversation-words.ts';
import type { ForeignReply } from './foreign-reply-rules.ts';
import type { TranslatedText } from './foreign-text-rules.ts';
import { textsOf } from './variant-rules.ts';

const longestText = 50_000;
const longestName = 120;

/** A template that stands there already. */
export type Standing = Pick<TemplateBody, 'name' | 'shortcut' | 'locale' | 'source' | 'variants'>;

/** A reply in our words; `readable` says whether they make a template. */
export type PreparedLine =
  | { readonly reply: ForeignReply; readonly text: TranslatedText; readonly readable: boolean }
  | { readonly refused: string };

interface Planning {
  readonly source: ImportSource;
  readonly prepared: readonly PreparedLine[];
  readonly standing: readonly Standing[];
  /** Of replies that don't say theirs. */
  readonly locale: string;
}

/** What bringing these replies in would do, line by line. Nothing of the file is without a line. */
export function planImport(planning: Planning): ImportPlan {
  const taken = planning.standing.map((each) => ({ ...each }));
  const lines = planning.prepared.map((prepared, index) => {
    const line = lineOf(prepared, { ...planning, number: index + 1, taken });
    if (line.outcome === 'new' || line.outcome === 'renamed') taken.push({ ...line, variants: [] });
    return line;
  });
  const counted = (outcome: ImportOutcome) => lines.filter((line) => line.outcome === outcome).length;
  return {
    source: planning.source,
    lines,
    counts: Object.fromEntries(
      importOutcomes.map((outcome) => [outcome, counted(outcome)]),
    ) as ImportPlan['counts'],
    unmapped: unmappedOf(lines),
  };
}

type Place = Planning & { readonly number: number; readonly taken: readonly Standing[] };

function lineOf(prepared: PreparedLine, place: Place): ImportLine {
  if ('refused' in prepared)
    return { ...nothing, number: place.number, outcome: 'refused', left: [prepared.refused] };
  const { reply, text, readable } = prepared;
  const read = { ...described(reply, place), ...text, number: place.number };
  const state = reply.dormant || text.unmapped.length > 0 ? 'draft' : 'published';
  if (text.source.trim() === '') return { ...read, state, outcome: 'empty', twin: null };
  if (text.source.length > longestText || !readable)
    return { ...read, state, outcome: 'refused', twin: null };
  const same = place.taken.find((other) => textsOf(other).some(({ source }) => isSame(source, text.source)));
  if (same) return { ...read, state, outcome: 'same', twin: same.name };
  return { ...read, state, ...shortcutFor(read, place.taken) };
}

const described = (reply: ForeignReply, { locale }: Place) => ({
  externalId: reply.externalId,
  name: [...reply.name.trim()].slice(0, longestName).join(''),
  shortcut: wordFor(reply.shortcut) || wordFor(reply.name) || 'reply',
  folder: reply.folder.slice(0, 160),
  tags: [...new Set(reply.tags.map(tagFor).filter((tag) => tagPattern.test(tag)))].slice(0, 20),
  locale: localeFor(reply.locale) ?? locale,
  left: [
    ...reply.left,
    ...([...reply.name.trim()].length > longestName ? [`name: ${reply.name}`] : []),
    ...(reply.locale !== null && localeFor(reply.locale) === null ? [`language: ${reply.locale}`] : []),
  ],
});

const wordFor = (text: string): string => {
  const word = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^[-_]+|-+$/g, '');
  const short = [...word].slice(0, 40).join('').replace(/-+$/, '');
  return shortcutPattern.test(short) ? short : '';
};

const tagFor = (tag: string): string =>
  [
    ...tag
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
      .trim(),
  ]
    .slice(0, 40)
    .join('')
    .trim();

function localeFor(locale: string | null): string | null {
  const [language = '', ...rest] = (locale ?? '').trim().replaceAll('_', '-').split('-');
  const tag = [language.toLowerCase(), ...rest].join('-');
  return TextLocale.safeParse(tag).success ? tag : null;
}

/** Its own shortcut, or the next free one behind it. */
function shortcutFor(
  { shortcut, locale }: Pick<ImportLine, 'shortcut' | 'locale'>,
  taken: readonly Standing[],
): Pick<ImportLine, 'shortcut' | 'outcome' | 'twin'> {
  const holder = (wanted: string) =>
    taken.find(
      (other) =>
        other.shortcut === wanted &&
        textsOf(other).some((text) => text.locale.toLowerCase() === locale.toLowerCase()),
    );
  const first = holder(shortcut);
  if (!first) return { shortcut, outcome: 'new', twin: null };
  let count = 2;
  while (holder(numbered(shortcut, count))) count += 1;
  return { shortcut: numbered(shortcut, count), outcome: 'renamed', twin: first.name };
}

const numbered = (shortcut: string, count: number): string =>
  `${[...shortcut].slice(0, 36).join('')}-${count}`;

const isSame = (one: string, other: string): boolean => bare(one) === bare(other);
const bare = (text: string): string => text.replace(/\s+/g, ' ').trim();

function unmappedOf(lines: readonly ImportLine[]): ImportPlan['unmapped'] {
  const counts = new Map<string, ImportPlan['unmapped'][number]>();
  for (const piece of lines.flatMap((line) => line.unmapped)) {
    const key = `${piece.original} ${piece.becomes}`;
    counts.set(key, { ...piece, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || (a.original < b.original ? -1 : 1));
}

const nothing: Omit<ImportLine, 'number' | 'outcome' | 'left'> = {
  externalId: '',
  name: '',
  shortcut: '',
  folder: '',
  tags: [],
  locale: '',
  source: '',
  state: 'draft',
  twin: null,
  mapped: [],
  unmapped: [],
};
