import { wordsOf } from './folding-rules.ts';
import { linesIn } from './patterns-rules.ts';

/** How many of the last lines of a reply may be its signature. */
const mostLines = 7;
/** Seen under fewer conversations, a line is what somebody said once. */
const fewestConversations = 3;

/** The end of a reply: what stands behind a delimiter, else the short lines at the foot that are no sentences. */
export function signatureOf(text: string): string[] {
  const lines = linesIn(text).map(({ value }) => value);
  const delimiter = lines.findLastIndex((line) => /^(?:--|__|—)$/.test(line));
  const foot =
    delimiter >= 0 && lines.length - delimiter <= mostLines * 2
      ? lines.slice(delimiter + 1)
      : lines.slice(-mostLines);
  const sentence = foot.findLastIndex((line) => isSentence(line));
  return foot.slice(sentence + 1);
}

/** Said in one breath and ended: prose, or a salutation with its comma. */
const isSentence = (line: string): boolean => line.length > 90 || /[.!?…؟،,;:]$/u.test(line);

interface Signed {
  readonly sent: readonly { readonly conversationId: string; readonly text: string }[];
  /** Plain texts of the templates: the foot of one is a signature, however seldom it was sent. */
  readonly sources: readonly string[];
  readonly operatorNames: readonly string[];
}

/** Lines that stand at the foot of many replies, as keys; not those that anybody would write. */
export function signatureLines({ sent, sources, operatorNames }: Signed): string[] {
  const people = new Set(operatorNames.flatMap((name) => [keyOf(name), wordsOf(name)[0] ?? '']));
  const seen = new Map<string, Set<string>>();
  const see = (key: string, where: string) => {
    const places = seen.get(key) ?? new Set();
    seen.set(key, places.add(where));
  };
  for (const { conversationId, text } of sent)
    for (const line of signatureOf(text)) see(keyOf(line), conversationId);
  const ofTemplates = sources.flatMap((source) => signatureOf(source).map(keyOf));
  const often = [...seen].filter(([, places]) => places.size >= fewestConversations).map(([key]) => key);
  return [...new Set([...often, ...ofTemplates])].filter(
    (key) => isTelling(key) && !people.has(key) && !closings.has(key),
  );
}

/** Two words at least: one alone is a name, a greeting or a figure. */
const isTelling = (key: string): boolean => key.length >= 8 && key.includes(' ') && /\p{L}{3}/u.test(key);

const keyOf = (text: string): string => wordsOf(text).join(' ');

/** How letters end everywhere. */
const closings = new Set(
  [
    ...[
      'kind regards',
      'best regards',
      'warm regards',
      'with kind regards',
      'with best wishes',
      'best wishes',
    ],
    ...['many thanks', 'thank you', 'thanks again', 'yours sincerely', 'yours faithfully', 'all the best'],
    ...['take care', 'see you soon', 'customer support', 'customer service', 'customer care', 'support team'],
    ...['the support team', 'your support team', 'customer service team', 'sent from my iphone', 'the team'],
    ...['un saludo', 'un abrazo', 'saludos cordiales', 'un cordial saludo', 'hasta pronto', 'muchas gracias'],
    ...['atención al cliente', 'servicio de atención al cliente', 'el equipo', 'mit freundlichen grüßen'],
    ...['viele grüße', 'ihr team', 'cordialement', 'service client', 'enviado desde mi iphone'],
    ...[
      'مع أطيب التحيات',
      'مع خالص التقدير',
      'دمتم بخير',
      'خدمة العملاء',
      'فريق الدعم',
      'مع الشكر',
      'شكرا جزيلا',
    ],
  ].map(keyOf),
);
