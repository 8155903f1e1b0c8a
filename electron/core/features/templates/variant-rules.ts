import type { ChannelKind } from '../../../shared/channels.ts';
import type { TemplateVariant, VariantReason } from '../../../shared/templates.ts';

interface Texts {
  /** Its own language, and the text that stands in where nothing fits. */
  readonly locale: string;
  readonly source: string;
  readonly variants: readonly TemplateVariant[];
}

interface Wanted {
  /** The customer's language, where it is known. */
  readonly locale: string | null;
  readonly channel: ChannelKind;
  /** The client's default language. */
  readonly clientLocale: string | null;
}

interface ChosenVariant {
  readonly variant: TemplateVariant;
  readonly reason: VariantReason;
}

/** The main text and the variants beside it. */
export const textsOf = ({ locale, source, variants }: Texts): readonly TemplateVariant[] => [
  { locale, channel: null, source },
  ...variants,
];

/**
 * The text for a customer: in their language and for the channel, else in their language, else in the client's own
 * language (for the channel first), else the main text. A regional language is followed by its plain one (`pt-BR`, `pt`)
 * and then by another region of it; a text for another channel is never taken.
 */
export function chooseVariant(template: Texts, wanted: Wanted): ChosenVariant {
  const texts = textsOf(template);
  const steps = [
    { locale: wanted.locale, withChannel: 'channel', without: 'locale' },
    { locale: wanted.clientLocale, withChannel: 'client-locale', without: 'client-locale' },
  ] as const;
  for (const { locale, withChannel, without } of steps) {
    const special = textIn(texts, { locale, channel: wanted.channel });
    const plain = textIn(texts, { locale, channel: null });
    if (special && (!plain || nearness(special.locale, locale) <= nearness(plain.locale, locale)))
      return { variant: special, reason: withChannel };
    if (plain) return { variant: plain, reason: without };
  }
  return { variant: { locale: template.locale, channel: null, source: template.source }, reason: 'main' };
}

/** The first two texts for the same language and channel, or null: which of them is meant, nobody could say. */
export function twinTexts(template: Texts): TemplateVariant | null {
  const seen = new Set<string>();
  for (const text of textsOf(template)) {
    const key = `${text.locale.toLowerCase()} ${text.channel ?? ''}`;
    if (seen.has(key)) return text;
    seen.add(key);
  }
  return null;
}

function textIn(
  texts: readonly TemplateVariant[],
  wanted: { locale: string | null; channel: ChannelKind | null },
): TemplateVariant | undefined {
  return texts
    .filter((text) => text.channel === wanted.channel && nearness(text.locale, wanted.locale) < far)
    .toSorted((a, b) => nearness(a.locale, wanted.locale) - nearness(b.locale, wanted.locale))[0];
}

const far = 3;

/** 0: the same; 1: the plain language of a regional one; 2: the same language, elsewhere; 3: another language. */
function nearness(locale: string, wanted: string | null): number {
  const [has, wants] = [locale.toLowerCase(), wanted?.toLowerCase() ?? ''];
  if (has === wants) return 0;
  if (languageOf(has) !== languageOf(wants)) return far;
  return has === languageOf(wants) ? 1 : 2;
}

const languageOf = (locale: string): string => locale.split('-')[0] ?? locale;
