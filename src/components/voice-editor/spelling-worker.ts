import nspell from 'nspell';
import { compileGuide } from '../../../electron/shared/voice/guide.ts';
import { createArabicSpeller } from '../../../electron/shared/voice/spelling/arabic-speller.ts';
import type {
  HunspellLanguage,
  SpellingLanguage,
} from '../../../electron/shared/voice/spelling/languages.ts';
import { ownSpeller } from '../../../electron/shared/voice/spelling/own-speller.ts';
import { suggestedBy, type Speller } from '../../../electron/shared/voice/spelling/speller.ts';
import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import { answerChecks, say } from './answer-checks.ts';

/**
 * Looks words up, in a thread of its own: reading a dictionary takes up to 1.5 s and 56 MB, and no other rule waits for
 * it. A dictionary of ours that can't be read finds nothing; those of a package come with its rules.
 */
const addresses = import.meta.glob<string>(
  ['../../../node_modules/dictionary-*/index.{aff,dic}', '../../../node_modules/@cspell/dict-ar/ar.trie.gz'],
  { query: '?url&no-inline', import: 'default', eager: true },
);

async function read(file: string): Promise<Response> {
  const answer = await fetch(addresses[`../../../node_modules/${file}`] ?? '');
  if (!answer.ok) throw new Error(`no dictionary: ${file}`);
  return answer;
}

async function loadHunspell(language: HunspellLanguage): Promise<Speller> {
  const parts = ['aff', 'dic'].map((part) => read(`dictionary-${language}/index.${part}`));
  const [aff = '', dic = ''] = await Promise.all(parts.map(async (part) => (await part).text()));
  return nspell(aff, dic);
}

async function loadArabic(): Promise<Speller> {
  const { body } = await read('@cspell/dict-ar/ar.trie.gz');
  return createArabicSpeller(
    await new Response(body?.pipeThrough(new DecompressionStream('gzip')) ?? null).text(),
  );
}

let dictionaries: readonly Speller[] = [];
/** Words that have been told already. */
const told = new Set<string>();
const waiting: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Looking for what was meant takes some 10 ms of the processor, and up to 0.6 s for letters that are near no word: one at a
 * time, while nobody types.
 */
const pauseMilliseconds = 250;
const longestWord = 18;

function suggestNext(): void {
  const word = waiting.shift();
  if (word === undefined) return;
  const fixes = suggestedBy(dictionaries, word.replaceAll('\u2019', "'"));
  told.add(word);
  say({ kind: 'suggested', word, fixes });
  timer = setTimeout(suggestNext, 0);
}

function plan(findings: readonly VoiceFinding[]): void {
  clearTimeout(timer);
  waiting.length = 0;
  for (const { match } of findings) {
    if (told.has(match) || match.length > longestWord) continue;
    waiting.push(match);
  }
  timer = setTimeout(suggestNext, pauseMilliseconds);
}

async function load(language: SpellingLanguage | null): Promise<Speller | null> {
  if (language === null) return null;
  try {
    return language === 'ar' ? await loadArabic() : await loadHunspell(language);
  } catch {
    return null;
  }
}

/** What may have been meant comes later, one word at a time. */
const withoutSuggestions = (speller: Speller): Speller => ({
  correct: (word) => speller.correct(word),
  suggest: () => [],
});

answerChecks(async ({ definitions, settings, language }) => {
  const loaded = await load(language);
  const own = definitions.flatMap((rule) => (rule.extends === 'spelling' ? rule.own : [])).map(ownSpeller);
  dictionaries = [...(loaded ? [loaded] : []), ...own];
  return compileGuide(definitions, {
    settings,
    speller: loaded && withoutSuggestions(loaded),
    readOwn: (dictionary) => withoutSuggestions(ownSpeller(dictionary)),
  });
}, plan);
