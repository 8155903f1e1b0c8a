/** A Hunspell dictionary of a package: its words, and how they are inflected. */
interface HunspellFiles {
  readonly dic: string;
  readonly aff: string;
}

/** One way in which an affix is put to a word. */
interface Affix {
  readonly strip: string;
  readonly add: string;
  fits(word: string): boolean;
}

interface AffixClass {
  readonly before: boolean;
  /** Whether a prefix and a suffix may come together. */
  readonly crosses: boolean;
  readonly affixes: Affix[];
}

/** Of a word, and of what an affix asks of one: a pattern as long as a page takes its time on a word as long. */
const longest = 100;

/** A form of a word; null for an affix that doesn't fit it, so that whoever takes the forms can count the work. */
type Form = string | null;

/**
 * The words of a Hunspell dictionary with the forms that its prefixes and suffixes make of them (hunspell(5)): what a client's
 * own list of terms needs. Compounds and affixes of affixes are not made.
 */
export function* hunspellForms({ dic, aff }: HunspellFiles): Generator<Form> {
  const { classes, flagsOf, forbidden } = readAffixes(aff);
  for (const line of dic.replace(/^\ufeff?\s*\d+\s*\n/, '').split(/\r\n?|\n/)) {
    const [, word = '', flags = ''] = /^((?:\\\/|[^/\s])+)(?:\/(\S+))?/.exec(line) ?? [];
    const own = new Set(flags === '' ? [] : flagsOf(flags));
    if (word === '' || word.length > longest || line.startsWith('#') || own.has(forbidden)) continue;
    const applied = [...own].flatMap((flag) => classes.get(flag) ?? []);
    yield* formsOf(word.replaceAll('\\/', '/'), applied);
  }
}

function* formsOf(word: string, classes: readonly AffixClass[]): Generator<Form> {
  yield word;
  const suffixes = classes.filter(({ before }) => !before);
  for (const each of classes) yield* withAffixes(word, each);
  for (const prefix of classes.filter(({ before, crosses }) => before && crosses))
    for (const suffix of suffixes.filter(({ crosses }) => crosses)) {
      yield null;
      for (const form of withAffixes(word, suffix)) yield* form === null ? [null] : withAffixes(form, prefix);
    }
}

function* withAffixes(word: string, { before, affixes }: AffixClass): Generator<Form> {
  for (const { strip, add, fits } of affixes) {
    if (!fits(word)) yield null;
    else if (before) yield word.startsWith(strip) ? add + word.slice(strip.length) : null;
    else yield word.endsWith(strip) ? word.slice(0, word.length - strip.length) + add : null;
  }
}

function readAffixes(aff: string) {
  const lines = aff.split(/\r\n?|\n/).map((line) => line.trim().split(/\s+/));
  const flagsOf = flagReader(lines.find(([key]) => key === 'FLAG')?.[1] ?? '');
  const forbidden = lines.find(([key]) => key === 'FORBIDDENWORD')?.[1] ?? '';
  const classes = new Map<string, AffixClass>();
  for (const [key, flag = '', first = '', second = '', condition] of lines) {
    if (key !== 'PFX' && key !== 'SFX') continue;
    const known = classes.get(flag);
    if (!known) classes.set(flag, { before: key === 'PFX', crosses: first === 'Y', affixes: [] });
    else known.affixes.push(readAffix({ strip: first, add: second, condition, before: known.before }));
  }
  return { classes, flagsOf, forbidden };
}

function flagReader(kind: string): (flags: string) => string[] {
  if (kind === 'num') return (flags) => flags.split(',');
  return kind === 'long' ? (flags) => flags.match(/../gu) ?? [] : (flags) => [...flags];
}

/** `0` is nothing; a condition is letters, dots and sets of letters, at the end where the affix comes. */
function readAffix(written: {
  strip: string;
  add: string;
  condition: string | undefined;
  before: boolean;
}): Affix {
  const { strip, add, condition = '.', before } = written;
  const pattern = condition.replace(/\[\^?[^\][]+\]|[^]/gu, (part) =>
    part === '.' ? part : part.length > 1 && part.startsWith('[') ? setOf(part) : quoted(part),
  );
  if (condition.length > longest) return { strip, add, fits: () => false };
  const fit = new RegExp(before ? `^(?:${pattern})` : `(?:${pattern})$`, 'u');
  const [none, text = ''] = [/^0$/, add.split('/')[0]];
  return { strip: strip.replace(none, ''), add: text.replace(none, ''), fits: (word) => fit.test(word) };
}

const setOf = (set: string): string =>
  `[${set.startsWith('[^') ? '^' : ''}${quoted(set.replace(/^\[\^?|\]$/g, '')).replaceAll('-', '\\-')}]`;

const quoted = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
