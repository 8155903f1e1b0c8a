import type { ClientId } from '../../../shared/ids.ts';
import type { Dictionary, NameEntry } from './dictionary-rules.ts';
import { fold, tokensOf, withoutDigitLetters, type Token } from './folding-rules.ts';
import { isMeantAsName } from './name-context-rules.ts';

export interface NameHit {
  readonly start: number;
  readonly end: number;
  readonly clientId: ClientId;
}

/** What may stand between the words of a name; the end of a sentence may not. */
const gap = /^(?:[ \u00a0\t]{0,2}[-–_'’·&+.|/*]?[ \u00a0\t]{0,2}|[ \t]*\r?\n[ \t]*)$/u;
const sentenceEnd = /\.\s/;
/** Small words that Arabic writes in front of another without a space: and, so, with, like, for, the. */
const arabicPrefix = /^(?:[وف]?(?:[بك]?ال|لل|[بكل])|[وف])(?=\p{Script=Arabic}{3})/u;
const shortestWord = 4;

/** Every name of another client in a text, in whatever case, letters or spelling by parts. */
export function namesIn(text: string, { names, joined }: Pick<Dictionary, 'names' | 'joined'>): NameHit[] {
  const tokens = tokensOf(fold(text));
  return tokens.flatMap((token, index) => {
    const forms = formsOf(token.word);
    const whole = forms.map((form) => joined.get(form)).find((clientId) => clientId !== undefined);
    const hits = forms
      .flatMap((form) => names.get(form) ?? [])
      .flatMap((entry) => matchAt({ text, tokens, index, entry }));
    return whole ? [...hits, { start: token.start, end: token.end, clientId: whole }] : hits;
  });
}

function matchAt(place: {
  text: string;
  tokens: readonly Token[];
  index: number;
  entry: NameEntry;
}): NameHit[] {
  const { text, tokens, index, entry } = place;
  const found = tokens.slice(index, index + entry.words.length);
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last || found.length < entry.words.length) return [];
  const isSame = entry.words.every((word, at) => at === 0 || formsOf(found[at]?.word ?? '').includes(word));
  const isClose = found.every((token, at) => {
    const between = at === 0 ? '' : text.slice(found[at - 1]?.end, token.start);
    return gap.test(between) && !sentenceEnd.test(between);
  });
  if (!isSame || !isClose || !isName(place, found)) return [];
  return [{ start: first.start, end: last.end, clientId: entry.clientId }];
}

function isName(
  { text, tokens, index, entry }: { text: string; tokens: readonly Token[]; index: number; entry: NameEntry },
  found: readonly Token[],
): boolean {
  const raw = found.map(({ start, end }) => text.slice(start, end));
  if (entry.words.length > 1) return !entry.everyday || raw.every(isCapital);
  const [here] = found;
  if (!here) return false;
  if (!entry.everyday) return here.word.length >= shortestWord || raw.every(isCapital);
  return isMeantAsName({
    text,
    before: tokens[index - 1],
    beforeThat: tokens[index - 2],
    here,
    after: tokens[index + 1],
  });
}

const isCapital = (raw: string): boolean => /^[\p{Lu}\p{N}]/u.test(raw) || !/[\p{Ll}\p{Lu}]/u.test(raw);

/** The word, the word without figures for letters, without a genitive s, and without Arabic's small words. */
function formsOf(word: string): string[] {
  const forms = new Set([word, withoutDigitLetters(word)]);
  if (word.length > shortestWord && word.endsWith('s')) forms.add(word.slice(0, -1));
  const bare = word.replace(arabicPrefix, '');
  if (bare !== word) forms.add(bare);
  return [...forms];
}
