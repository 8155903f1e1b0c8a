import type { Edit } from './edits.ts';
import { guessCharset, type CharsetHints } from './guess-charset.ts';
import type { Range } from './message-layout.ts';
import { knownNameOf, oldDecoderOf } from './old-charsets.ts';

const encodedWord = /=\?[^?\s]{1,100}\?[bq]\?[^?\s]*\?=/gi;
/** `name*=charset'language'text` (RFC 2231, 4) in a Japanese charset. */
const japaneseParameter = /\*=(?:iso-2022-jp[^'\s]{0,10}|euc-?jp)'[^'\s]{0,40}'[^\s;']*/gi;

/**
 * One header as mailparser reads it:
 * - encoded words (RFC 2047) in a charset of old are written in UTF-8;
 * - bytes above 127 that are no UTF-8 (RFC 6532) become it, by the message's hints;
 * - parameters in a Japanese charset are decoded strictly: mailparser makes letters of bytes that stand for none.
 */
export function headerEdits(text: string, { start, end }: Range, hints: CharsetHints): Edit[] {
  const header = text.slice(start, end);
  const mended = asUtf8(header.replaceAll(encodedWord, mendWord), hints).replaceAll(
    japaneseParameter,
    mendParameter,
  );
  return mended === header ? [] : [{ start, end, text: mended }];
}

function mendWord(word: string): string {
  // Of its charset only the name: a language may follow it (RFC 2231, 5).
  const [, charset = '', encoding = '', content = ''] = word.split('?');
  const decode = oldDecoderOf(charset.replace(/\*.*$/, ''));
  if (decode) return `=?utf-8?B?${Buffer.from(decode(wordBytes(encoding, content))).toString('base64')}?=`;
  const known = knownNameOf(charset);
  if (known !== null) return `=?${known}?${encoding}?${content}?=`;
  if (encoding.toLowerCase() === 'b') return word;
  // Bytes have no place in an encoded word; those of its own charset are meant.
  return word.replaceAll(/[\x80-\xff]/g, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

const wordBytes = (encoding: string, content: string): Buffer =>
  encoding.toLowerCase() === 'b'
    ? Buffer.from(content, 'base64')
    : unescaped(content.replaceAll('_', ' '), '=');

/** Bytes of a text with hexadecimal escapes after that mark. */
const unescaped = (content: string, mark: '=' | '%'): Buffer =>
  Buffer.from(
    content.replaceAll(mark === '=' ? /=([0-9a-f]{2})/gi : /%([0-9a-f]{2})/gi, (_escape, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );

function asUtf8(header: string, hints: CharsetHints): string {
  if (!/[\x80-\xff]/.test(header)) return header;
  // Field by field: a header may carry lines of several programs.
  return header
    .split(/(?<=\n)(?![ \t])/)
    .map((field) => {
      if (!/[\x80-\xff]/.test(field)) return field;
      const bytes = Buffer.from(field, 'latin1');
      const decoded = new TextDecoder(guessCharset(bytes, hints), { ignoreBOM: true }).decode(bytes);
      return Buffer.from(decoded).toString('latin1');
    })
    .join('');
}

function mendParameter(parameter: string): string {
  const [named = '', , content = ''] = parameter.split("'");
  const charset = named.slice('*='.length).toLowerCase().startsWith('iso') ? 'iso-2022-jp' : 'euc-jp';
  const decoded = new TextDecoder(charset).decode(unescaped(content, '%'));
  return `*=utf-8''${encodeURIComponent(decoded)}`;
}
