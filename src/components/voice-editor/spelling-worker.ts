import nspell from 'nspell';
import { compileGuide } from '../../../electron/shared/voice/guide.ts';
import { noSettings } from '../../../electron/shared/voice/no-settings.ts';
import { createArabicSpeller } from '../../../electron/shared/voice/spelling/arabic-speller.ts';
import type { HunspellLanguage } from '../../../electron/shared/voice/spelling/languages.ts';
import type { Speller } from '../../../electron/shared/voice/spelling/speller.ts';
import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import { answerChecks, say } from './answer-checks.ts';

/**
 * Looks words up, in a thread of its own: reading a dictionary takes up to 1.5 s and 56 MB, and no other rule waits for
 * it. A dictionary that can't be read finds nothing.
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

let dictionary: Speller | null = null;
/** Words that have been told already. */
const told = new Set<string>();
const waiting: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Looking for what was meant takes up to half a second for a long word: one at a time, while nobody types. */
const pauseMilliseconds = 250;
const longestWord = 18;
const mostSuggestions = 5;

function suggestNext(): void {
  const word = waiting.shift();
  if (word === undefined) return;
  const fixes = dictionary?.suggest(word.replaceAll('\u2019', "'")).slice(0, mostSuggestions) ?? [];
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

answerChecks(async ({ definitions, settings, language }) => {
  if (language === null) return compileGuide([], { settings: noSettings });
  try {
    const loaded = language === 'ar' ? await loadArabic() : await loadHunspell(language);
    dictionary = loaded;
    const speller: Speller = { correct: (word) => loaded.correct(word), suggest: () => [] };
    return compileGuide(definitions, { settings, speller });
  } catch {
    return compileGuide([], { settings: noSettings });
  }
}, plan);
