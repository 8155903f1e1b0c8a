import { apparentOwnWords } from '../../../shared/voice/apparent-own-words.ts';
import { formsOfAddress } from '../../../shared/voice/formality-words.ts';
import { GuideLine } from '../../../shared/voice/guide-lines.ts';
import { emoji } from '../../../shared/voice/line-patterns.ts';
import { compilePattern } from '../../../shared/voice/pattern.ts';
import { meanGrade } from '../../../shared/voice/reading-grades.ts';
import { paragraphsIn, sentencesIn } from '../../../shared/voice/sentences.ts';
import { languageOf } from '../../../shared/voice/spelling/language-of.ts';
import type { SuggestedGuide, SuggestedLine } from '../../../shared/voice/suggested-guide.ts';
import { measureText, wordsIn } from '../../../shared/voice/text-measures.ts';
import { closingOf, openingOf } from './suggest-frame-rules.ts';
import { apologies, suggestDate, suggestNumber, suggestProducts } from './suggest-word-rules.ts';

const everywhere = { channels: [], locales: [] };

/**
 * A first guide from good replies, by counting: how they begin and end, how the customer is addressed, how long they
 * and their sentences are, and what they never do. Nothing leaves the machine and nothing is guessed that was not seen.
 */
export function suggestGuide(given: readonly string[], locale: string | null): SuggestedGuide {
  const replies = given.map((text) => apparentOwnWords(text).trim()).filter((text) => text !== '');
  const language = languageOf(replies.join('\n'), locale);
  if (replies.length === 0) return { replies: 0, language, lines: [] };
  const lines: SuggestedLine[] = [
    ...suggestFrame(replies),
    ...suggestFormality(replies, language),
    ...suggestExpression(replies, language),
    ...suggestLengths(replies, language),
    ...suggestProducts(replies),
    ...suggestDate(replies),
    ...suggestNumber(replies),
    ...suggestExample(replies),
    { ...everywhere, kind: 'left-over', seen: replies.length },
  ];
  return { replies: replies.length, language, lines: lines.filter(canBeSaved) };
}

/** A limit that no guide may name, because replies went far beyond it, is no policy of theirs. */
const canBeSaved = (line: SuggestedLine): boolean =>
  GuideLine.safeParse({ ...line, id: 1, prose: line.kind, level: 'warning' }).success;

/** Openings and closings that more than one reply has, the most frequent first. */
function suggestFrame(replies: readonly string[]): SuggestedLine[] {
  const greetings = frequent(replies.map(openingOf));
  const signOffs = frequent(replies.map(closingOf));
  const lines: SuggestedLine[] = [];
  if (greetings.texts.length > 0)
    lines.push({
      ...everywhere,
      kind: 'greeting',
      texts: greetings.texts,
      from: null,
      to: null,
      seen: greetings.seen,
    });
  if (signOffs.texts.length > 0)
    lines.push({
      ...everywhere,
      kind: 'sign-off',
      texts: signOffs.texts,
      from: null,
      to: null,
      seen: signOffs.seen,
    });
  return lines;
}

const mostTexts = 5;

function frequent(found: readonly (string | null)[]): { texts: string[]; seen: number } {
  const counts = new Map<string, number>();
  for (const text of found) if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  const kept = [...counts]
    .filter(([, count]) => count > 1)
    .toSorted(([a, most], [b, count]) => count - most || (a < b ? -1 : 1))
    .slice(0, mostTexts);
  return { texts: kept.map(([text]) => text), seen: kept.reduce((total, [, count]) => total + count, 0) };
}

/** Four of five words of address say what a brand says. */
const clearShare = 0.8;

function suggestFormality(replies: readonly string[], language: string): SuggestedLine[] {
  const forms = formsOfAddress[language];
  if (!forms) return [];
  const repliesWith = (words: readonly string[]) => {
    const pattern = compilePattern(`\\b(?:${words.join('|')})(?![\\p{L}\\p{N}])`);
    return replies.filter((text) => pattern.test(text)).length;
  };
  const [formal, informal] = [repliesWith(forms.formal), repliesWith(forms.informal)];
  const seen = Math.max(formal, informal);
  if (seen < 2 || seen / (formal + informal) < clearShare) return [];
  const address = formal > informal ? 'formal' : 'informal';
  return [{ channels: [], locales: [language], kind: 'formality', address, seen }];
}

function suggestExpression(replies: readonly string[], language: string): SuggestedLine[] {
  const emojis = compilePattern(emoji);
  const counts = (count: (text: string) => number) => replies.map(count);
  const emojiCounts = counts((text) => emojis.all(text).length);
  const exclamations = counts((text) => text.split('!').length - 1);
  const texts = apologies[language] ?? [];
  const sorry = texts.length > 0 ? compilePattern(`(?i)\\b(?:${texts.join('|')})`) : null;
  const sorryCounts = counts((text) => sorry?.all(text).length ?? 0);
  const most = (numbers: readonly number[]) => Math.max(...numbers);
  const seen = (numbers: readonly number[]) => numbers.filter((number) => number > 0).length;
  return [
    { ...everywhere, kind: 'emoji', most: most(emojiCounts), seen: seen(emojiCounts) },
    { ...everywhere, kind: 'exclamation', most: most(exclamations), seen: seen(exclamations) },
    ...(seen(sorryCounts) === 0
      ? []
      : [
          {
            channels: [],
            locales: [language],
            kind: 'apology' as const,
            texts: [...texts],
            most: most(sorryCounts),
            seen: seen(sorryCounts),
          },
        ]),
  ];
}

const upTo = (number: number, step: number): number => Math.ceil(number / step) * step;
const sentenceStep = 5;
const messageStep = 25;

/** What nine of ten sentences, and every message, keep to. */
function suggestLengths(replies: readonly string[], language: string): SuggestedLine[] {
  const sentences = replies
    .flatMap((text) => paragraphsIn(text).flatMap(({ text: paragraph }) => sentencesIn(paragraph)))
    .map(({ text }) => wordsIn(text).length)
    .toSorted((a, b) => a - b);
  const messages = replies.map((text) => wordsIn(text).length);
  const long = sentences[Math.floor(sentences.length * 0.9)] ?? 0;
  const seen = replies.length;
  const grades = replies.map((text) => meanGrade(measureText(text), ['Flesch-Kincaid']) ?? 0);
  const grade = Math.max(1, Math.ceil(Math.max(...grades)));
  return [
    { ...everywhere, kind: 'sentence-length', most: Math.max(sentenceStep, upTo(long, sentenceStep)), seen },
    {
      ...everywhere,
      kind: 'message-length',
      least: null,
      most: Math.max(messageStep, upTo(Math.max(...messages), messageStep)),
      seen,
    },
    ...(language === 'en'
      ? [
          {
            channels: [],
            locales: [language],
            kind: 'reading-grade' as const,
            metric: 'Flesch-Kincaid' as const,
            most: grade,
            seen,
          },
        ]
      : []),
  ];
}

const longestExample = 600;

/** The reply that is of the most usual length, without its greeting and its end. */
function suggestExample(replies: readonly string[]): SuggestedLine[] {
  const ordered = replies.toSorted((a, b) => a.length - b.length);
  const middle = ordered[Math.floor((ordered.length - 1) / 2)] ?? '';
  const [body] = paragraphsIn(middle)
    .map(({ text }) => text.trim())
    .filter((text) => wordsIn(text).length >= 8)
    .toSorted((a, b) => b.length - a.length);
  return body === undefined
    ? []
    : [{ ...everywhere, kind: 'sounds', text: body.slice(0, longestExample), seen: 1 }];
}
