import type { PreflightFinding, PreflightKind } from '../../../shared/template-preflight.ts';

/**
 * What looks wrong in a rendered text. A gap shows in what stands around it: a space before a comma, brackets or
 * quotation marks with nothing inside, a line that is punctuation alone.
 */
const patterns: readonly (readonly [PreflightKind, RegExp])[] = [
  ['blank', /[^\S\n]+[,.](?=\s|$)|\(\s*\)|"\s*"|“\s*”|«\s*»|^[^\S\n]*[,;:.!?]+[^\S\n]*$/gmu],
  [
    'doubled-punctuation',
    /([,;:!?،؛؟])\1|(?<!\.)\.\.(?!\.)|[,;:،؛][.!?;:,؟]|[!?؟][.,;:]|(?<!\b\p{L}{1,4})\.[,;:]/gu,
  ],
  ['double-space', /(?<=\S)[^\S\n]{2,}(?=\S)/gu],
  ['markup', /\{\{|\}\}|\{%|%\}|<\/?[a-z][^<>\n]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});/giu],
];

/** French sets a space before these. */
const spacedMark: (typeof patterns)[number] = ['blank', /[^\S\n]+[;!?؟؛](?=\s|$)/gu];

/** Around a finding, so that one sees where it is. */
const around = 24;

/** Everything that is wrong with a rendered text, in the order of `preflightKinds`. */
export function findingsOf(rendered: {
  readonly text: string;
  readonly unfilled: readonly string[];
  readonly locale: string;
}): PreflightFinding[] {
  const { text, unfilled, locale } = rendered;
  const looked = /^fr\b/i.test(locale) ? patterns : [spacedMark, ...patterns];
  if (text.trim() === '') return [{ kind: 'empty', excerpt: '' }];
  const found = looked.flatMap(([kind, pattern]) =>
    [...withoutAddresses(text).matchAll(pattern)].map((match) => ({
      kind,
      excerpt: excerptOf(text, { start: match.index, end: match.index + match[0].length }),
    })),
  );
  const open = unfilled.map((name) => ({ kind: 'placeholder' as const, excerpt: `[${name}]` }));
  return [...found, ...open];
}

/** Addresses have their own punctuation; blanked out, places in the text stay where they are. */
const withoutAddresses = (text: string): string =>
  text.replace(/https?:\/\/[^\s<>{}]+/gu, (address) => 'x'.repeat(address.length));

function excerptOf(text: string, { start, end }: { start: number; end: number }): string {
  const from = Math.max(0, start - around, text.lastIndexOf('\n', start - 1) + 1);
  const line = text.indexOf('\n', end);
  const to = Math.min(end + around, line === -1 ? text.length : line);
  return text.slice(from, to);
}
