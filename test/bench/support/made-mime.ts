import { customer, paragraphs, sentence, subject, type Person } from './prose.ts';
import { createRandom, type Random } from './random.ts';

/** What is being written, and the message it answers. */
export interface Letter {
  readonly number: number;
  readonly from: Person;
  readonly to: Person;
  readonly subject: string;
  readonly at: number;
  /** Message-IDs of the thread before it, oldest first. */
  readonly earlier: readonly string[];
  readonly quoted: string;
}

export const desk: Person = { name: 'Northwind Care', address: 'help@northwind.example' };
export const writerOf = (thread: number): Person => customer(thread);
export const subjectOf = (thread: number): string => subject(createRandom(thread + 300_000_000));
export const bodyOf = (number: number): string => {
  const random = createRandom(number + 500_000_000);
  return `Hello,\n\n${paragraphs(random, 2 + random.whole(9))}\n\n${random.of(greetings)}`;
};
export const messageIdOf = (number: number): string => `letter.${number}@made.example`;

const greetings = [
  'Kind regards',
  'Mit freundlichen Grüßen, größere Verzögerungen bitte ankündigen',
  'Un saludo, espero su respuesta mañana',
  'Cordialement, à bientôt, très déçu',
  'с уважением',
  'مع خالص التحية',
  '返金をお願いします',
] as const;

/** A whole mail as bytes: plain, plain and HTML, or with files; 7bit, quoted-printable or base64 as programs choose. */
export function letterBytes(letter: Letter, size: 'usual' | 'small'): string {
  const random = createRandom(letter.number + 700_000_000);
  const text = `${bodyOf(letter.number)}\n${letter.quoted === '' ? '' : `\nOn Monday they wrote:\n${letter.quoted.replace(/^/gm, '> ')}\n`}`;
  const withMarkup = size === 'usual' && random.chance(0.55);
  const files = size === 'usual' && random.chance(0.14) ? 1 + random.whole(2) : 0;
  let content = withMarkup
    ? multipart('alternative', `alt${letter.number}`, [
        textPart('plain', text, random),
        textPart('html', markup(text), random),
      ])
    : textPart('plain', text, random);
  if (files > 0)
    content = multipart('mixed', `mix${letter.number}`, [
      content,
      ...Array.from({ length: files }, () => filePart(random)),
    ]);
  return `${headers(letter)}${content}`;
}

function headers(letter: Letter): string {
  const { from, to, at, earlier, number } = letter;
  const last = earlier.at(-1);
  return [
    `Return-Path: <${from.address}>`,
    `Received: from relay${number % 9}.carrier.example (relay${number % 9}.carrier.example [192.0.2.${number % 250}])`,
    `\tby mx.northwind.example with ESMTPS id ${number.toString(36)}; ${rfcDate(at + 4_000)}`,
    `Received: from device by relay${number % 9}.carrier.example with ESMTPA; ${rfcDate(at + 1_000)}`,
    `Message-ID: <${messageIdOf(number)}>`,
    ...(last ? [`In-Reply-To: <${last}>`, `References: ${earlier.map((id) => `<${id}>`).join('\n\t')}`] : []),
    `From: ${encodedWord(from.name)} <${from.address}>`,
    `To: ${encodedWord(to.name)} <${to.address}>`,
    `Subject: ${encodedWord(letter.subject)}`,
    `Date: ${rfcDate(at)}`,
    'User-Agent: Letterbox 4.2',
    'MIME-Version: 1.0',
    '',
  ].join('\n');
}

const rfcDate = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000');
const isPlain = (text: string): boolean => /^[\n\x20-\x7e]*$/.test(text);
const encodedWord = (text: string): string =>
  isPlain(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

function multipart(kind: string, boundary: string, parts: readonly string[]): string {
  const body = parts.map((part) => `--${boundary}\n${part}\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\n\n${body}--${boundary}--\n`;
}

function textPart(kind: string, text: string, random: Random): string {
  const type = `Content-Type: text/${kind}; charset=`;
  if (isPlain(text)) return `${type}us-ascii\nContent-Transfer-Encoding: 7bit\n\n${text}`;
  const fitsLatin = /^[\n\x20-\x7e\xa0-\xff]*$/.test(text);
  const charset = fitsLatin && random.chance(0.5) ? 'iso-8859-1' : 'utf-8';
  const bytes = Buffer.from(text, charset === 'utf-8' ? 'utf8' : 'latin1');
  if (random.chance(0.35))
    return `${type}${charset}\nContent-Transfer-Encoding: base64\n\n${base64Lines(bytes)}`;
  return `${type}${charset}\nContent-Transfer-Encoding: quoted-printable\n\n${quotedPrintable(bytes)}`;
}

const base64Lines = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\n');

/** RFC 2045, 6.7. */
function quotedPrintable(bytes: Buffer): string {
  const hex = (character: string) =>
    `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return bytes
    .toString('latin1')
    .replace(/[^\n\x20-\x3c\x3e-\x7e]| (?=\n|$)/g, hex)
    .replace(/(?!\n)(?:=[\dA-F]{2}|[^=\n]){70,73}(?!\n|$)/g, '$&=\n');
}

const style = 'font-family:Calibri,Arial,sans-serif;font-size:11pt;color:#222;margin:0 0 8px';
const markup = (text: string): string =>
  `<html><head><style>p{margin:0}a{color:#05c}@media(max-width:600px){td{width:100%}}</style></head><body><table><tr><td>\n${text
    .split('\n')
    .map((line) => `<p style="${style}">${line.replaceAll('>', '&gt;') || '&nbsp;'}</p>`)
    .join(
      '\n',
    )}\n<img src="https://pixel.carrier.example/o.gif" width="1" height="1" alt=""></td></tr></table></body></html>\n`;

const files = [
  ['photo.jpg', 'image/jpeg'],
  ['invoice.pdf', 'application/pdf'],
  ['screenshot.png', 'image/png'],
  ['statement.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
] as const;

const noise = makeNoise();
function makeNoise(): Buffer {
  const random = createRandom(17);
  return Buffer.from(Uint8Array.from({ length: 1 << 19 }, () => random.whole(256)));
}

/** From 5 to 200 kB, small ones as frequent as large ones; some are logs, which are text. */
function filePart(random: Random): string {
  const size = Math.round(5_000 * 40 ** random.next());
  if (random.chance(0.1)) {
    const lines = Array.from(
      { length: Math.ceil(size / 80) },
      () => `2026-01-01T00:00:00Z INFO ${sentence(random)}`,
    );
    return `Content-Type: text/plain; charset=us-ascii; name="app.log"\nContent-Disposition: attachment; filename="app.log"\n\n${lines.join('\n')}\n`;
  }
  const [name, type] = random.of(files);
  const start = random.whole(noise.length - size);
  return `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${base64Lines(noise.subarray(start, start + size))}\n`;
}
