// Every language says everything: same files, same keys, same variables, all plural forms of the language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodes } from '../../electron/shared/errors.ts';
import { languages } from '../../electron/shared/workspace.ts';

const folder = join(import.meta.dirname, '../../locales');
type Sentences = ReadonlyMap<string, string>;

const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
const pluralKey = new RegExp(`^(.*)_(${pluralForms.join('|')})$`);

function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is not a sentence`);
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key));
}

const read = (language: string, file: string): Sentences =>
  new Map(flatten(JSON.parse(readFileSync(join(folder, language, file), 'utf8'))));

const variablesOf = (sentence: string) =>
  [...new Set([...sentence.matchAll(/{{-?\s*([\w.]+)/g)].map((match) => match[1]))].toSorted().join(' ');

/** The keys a language must have for what English has: its own plural forms instead of English's. */
function keysFor(language: string, english: Sentences): Set<string> {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = new Set<string>();
  for (const key of english.keys()) {
    const [, base, form] = pluralKey.exec(key) ?? [];
    const isPlural = base !== undefined && english.has(`${base}_other`) && form !== undefined;
    if (!isPlural) keys.add(key);
    else for (const each of forms) keys.add(`${base}_${each}`);
  }
  return keys;
}

function findingsOf(language: string, file: string): string[] {
  const english = read('en', file);
  const own = read(language, file);
  const wanted = keysFor(language, english);
  const where = `${language}/${file}`;
  const missing = [...wanted].filter((key) => !own.has(key)).map((key) => `${where}: ${key} is missing`);
  /** Spanish knows a form for millions that a product may leave to "other"; a surplus English form is harmless too. */
  const surplus = [...own.keys()]
    .filter((key) => !wanted.has(key) && !english.has(key))
    .map((key) => `${where}: ${key} is not in English`);
  const empty = [...own]
    .filter(([, sentence]) => sentence.trim() === '')
    .map(([key]) => `${where}: ${key} is empty`);
  const differing = [...own]
    .filter(
      ([key, sentence]) =>
        !pluralKey.test(key) &&
        english.has(key) &&
        variablesOf(sentence) !== variablesOf(english.get(key) ?? ''),
    )
    .map(([key]) => `${where}: ${key} has other variables than English`);
  return [...missing, ...surplus, ...empty, ...differing];
}

const files = readdirSync(join(folder, 'en'));
const findings = languages.flatMap((language) => {
  const own = new Set(readdirSync(join(folder, language)));
  const absent = files.filter((file) => !own.has(file)).map((file) => `${language}/${file} is missing`);
  const strange = [...own]
    .filter((file) => !files.includes(file))
    .map((file) => `${language}/${file} is not in English`);
  return [
    ...absent,
    ...strange,
    ...files.filter((file) => own.has(file)).flatMap((file) => findingsOf(language, file)),
  ];
});
const spoken = read('en', 'errors.json');
const mute = errorCodes.filter(
  (code) => ![...spoken.keys()].some((key) => key === code || key.startsWith(`${code}.`)),
);
findings.push(...mute.map((code) => `en/errors.json says nothing for ${code}`));

for (const finding of findings) process.stdout.write(`${finding}\n`);
process.stdout.write(`${files.length} files in ${languages.length} languages, ${findings.length} findings\n`);
process.exitCode = findings.length === 0 ? 0 : 1;
