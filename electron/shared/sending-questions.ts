import type { SendingQuestion } from './composing.ts';

/**
 * Words that promise a file: the attaching itself, or a pointer to something enclosed. Not "attachment" alone, which one
 * asks a customer for as often; nor a verb that is denied or asked of the other side, as far as its neighbours say so.
 */
const promises = [
  /\b(?:i|we|i've|we've|i'm|we're|please|is|are|have|has|here is|find|see|the|as|am)\s+(?:\w+\s+){0,3}?(?:attached|attaching|enclosed|enclosing)\b/iu,
  /\battached\s+(?:is|are|you|please|find|to this|herewith|here|file|document|invoice|label|form|photo|picture|pdf)\b/iu,
  /\b(?:see|find|in|with)\s+(?:the|this|my|our)\s+(?:attachment|enclosure)s?\b/iu,
  /(?<!\p{L})(?:te|le|os|les|se)?\s?(?:lo|la|los|las)?\s?(?:adjunto|adjuntamos|adjuntado|adjuntada|anexo|anexamos)\s+(?:a|al|el|la|los|las|un|una|te|le|os|les|en|encontrar|va|tu|su|mi|este|esta|aquí)(?!\p{L})/iu,
  /(?<!\p{L})(?:va|van|está|están|hemos|he|archivo|documento|factura|etiqueta|formulario|fichero)\s+(?:\p{L}+\s+){0,2}?(?:adjunt[oa]s?|adjuntad[oa]s?|anex[oa]s?)(?!\p{L})/iu,
  /(?<!\p{L})(?:en|ver|véase|mira|consulta)\s+(?:el|los)\s+(?:archivos?\s+)?adjuntos?(?!\p{L})/iu,
  /(?<!\p{L})(?:ال)?مرفق(?:ة|ات|اً|ا)?(?!\p{L})/u,
  /(?<!\p{L})(?:أرفق|ارفق|نرفق|أرفقت|ارفقت|أرفقنا|ارفقنا|تجد|تجدون|ستجد)\s(?:\p{L}+\s){0,3}?(?:لك|لكم|لكِ|طي|طيه|مرفقا|مرفقاً|مع|ملف|الملف|الفاتورة|صورة)/u,
  /(?<!\p{L})في المرفقات?(?!\p{L})/u,
] as const;

/** The customer is asked for a file: nothing of ours is missing. */
const requests = [
  /\b(?:could|can|would|will) you\b[^.?!\n]*\battach/iu,
  /\bplease (?:attach|send us|reply with)\b/iu,
  /\b(?:you|your)\b[^.?!\n]{0,40}\b(?:attached|attachment)\b/iu,
  /\bnot? (?:file|document|photo|picture)?\s?(?:was |were |is |are )?attached\b/iu,
  /(?<!\p{L})(?:puedes|podrías|podría|puede|pueden|por favor,?)\s[^.?!\n]*adjunt/iu,
  /(?<!\p{L})(?:que|has|ha|habéis)\s(?:nos\s|me\s)?(?:adjuntaste|adjuntó|adjuntado|adjuntasteis)/iu,
  /(?:هل يمكنك|يرجى|من فضلك|الرجاء)[^.؟!\n]*(?:إرفاق|ارفاق|ترفق)/u,
  /(?:أرفقته|أرفقتها|ارفقته|ارفقتها|الذي أرفقت|التي أرفقت)/u,
] as const;

/** Lines that repeat somebody else's words. */
const isOwn = (line: string): boolean => !/^\s*>/.test(line);

/** Sentence by sentence, without what is quoted: whether the writer says that a file goes with the message. */
export function promisesFile(text: string): boolean {
  const own = text.split('\n').filter(isOwn).join('\n');
  return own
    .split(/(?<=[.!?؟])\s+|\n+/u)
    .some(
      (sentence) =>
        promises.some((pattern) => pattern.test(sentence)) &&
        !requests.some((pattern) => pattern.test(sentence)),
    );
}

interface AboutToLeave {
  /** Without signature and quotation. */
  readonly text: string;
  readonly files: readonly { readonly dangerous: boolean }[];
}

/** What should be asked before a message leaves, in the order of asking. */
export function questionsBefore({ text, files }: AboutToLeave): SendingQuestion[] {
  const questions: SendingQuestion[] = [];
  if (files.length === 0 && promisesFile(text)) questions.push('no-file');
  if (files.some(({ dangerous }) => dangerous)) questions.push('dangerous-file');
  return questions;
}
