/** Common short words by language: enough of them and a text is in it. */
const commonWords: Readonly<Record<string, string>> = {
  en: 'the and is you for my not have with this that was are it but can please thanks order i',
  es: 'el la los las que de no mi por para con una un es está pedido gracias hola pero muy no he',
  de: 'der die das und ist nicht ich sie mit ein eine für meine bitte danke aber wie auch noch habe',
  fr: 'le la les et est pas je vous avec un une pour mon ma merci bonjour mais que des ne',
  pt: 'o os as que não meu minha por para com uma um é está obrigado olá mas muito pedido eu',
  it: 'il lo gli che non mio mia per con una un è sono grazie buongiorno ma ho della di ordine',
  nl: 'de het een en is niet ik u met voor mijn maar dank graag kan van dat heb wat bestelling',
};

/** Fewer known words than this say nothing. */
const fewestWords = 4;

/**
 * The language that texts seem to be written in, or null where they say too little. By script for Arabic, by common words
 * for some languages in Latin letters.
 */
export function guessLanguage(texts: readonly string[]): string | null {
  const text = texts.join('\n');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  if (letters > 0 && arabic * 2 > letters && arabic >= 10) return 'ar';
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counted = Object.entries(commonWords)
    .map(([language, list]) => {
      const known = new Set(list.split(' '));
      return { language, count: words.filter((word) => known.has(word)).length };
    })
    .toSorted((a, b) => b.count - a.count);
  const [best, second] = counted;
  if (!best || best.count < fewestWords) return null;
  // Neighbouring languages share their short words: the first must lead clearly.
  return best.count >= (second?.count ?? 0) * 1.3 ? best.language : null;
}

/**
 * The offset of the writer's clock in a mail's Date header (RFC 5322, 3.3), as `+02:00`; null where it says nothing: no
 * header, `-0000` and zero, which servers write whatever the writer's clock shows.
 */
export function dateOffset(head: string): string | null {
  const line = /^date:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/imu.exec(head)?.[0] ?? '';
  const [, sign, hours, minutes] = /([+-])(\d{2})(\d{2})\s*(?:\([^)]*\)\s*)?$/u.exec(line) ?? [];
  if (!sign || !hours || !minutes || hours + minutes === '0000') return null;
  return Number(hours) <= 14 && Number(minutes) < 60 ? `${sign}${hours}:${minutes}` : null;
}

/** What most of them say, the newest where as many say something else; the newest come first. */
export function mostSaid(said: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const each of said) if (each !== null) counts.set(each, (counts.get(each) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}
