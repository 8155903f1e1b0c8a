import nspell from 'nspell';
import { compileGuide } from '../../../electron/shared/voice/guide.ts';
import { noSettings } from '../../../electron/shared/voice/no-settings.ts';
import type { SpellingLanguage } from '../../../electron/shared/voice/spelling/languages.ts';
import type { Speller } from '../../../electron/shared/voice/spelling/speller.ts';
import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import { answerChecks, say } from './answer-checks.ts';

/**
 * Looks words up, in a thread of its own: reading a dictionary takes up to 1.5 s and 50 MB, and no other rule waits for
 * it. A dictionary that can't be read finds nothing.
 */
const addresses = import.meta.glob<string>('../../../node_modules/dictionary-*/index.{aff,dic}', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

async function loadText(language: SpellingLanguage, part: 'aff' | 'dic'): Promise<string> {
  const address = addresses[`../../../node_modules/dictionary-${language}/index.${part}`] ?? '';
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`no dictionary: ${language}`);
  return answer.text();
}

let dictionary: ReturnType<typeof nspell> | null = null;
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
    const [aff, dic] = await Promise.all([loadText(language, 'aff'), loadText(language, 'dic')]);
    const loaded = nspell(aff, dic);
    dictionary = loaded;
    const speller: Speller = { correct: (word) => loaded.correct(word), suggest: () => [] };
    return compileGuide(definitions, { settings, speller });
  } catch {
    return compileGuide([], { settings: noSettings });
  }
}, plan);
