import type { Edit } from './edits.ts';
import { guessCharset, isNoCharset, type CharsetHints } from './guess-charset.ts';
import type { Part } from './message-layout.ts';
import { knownNameOf, oldDecoderOf } from './old-charsets.ts';
import { transferDecoded } from './transfer-encoding.ts';

const typeField = /^content-type[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*/im;
const encodingField = /^content-transfer-encoding[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*\n?/im;
const charsetParameter = /(;\s*charset\s*=\s*)(?:"([^"\n]*)"|([^\s;"]*))/i;
const isText = /^content-type[ \t]*:\s*text\/(?:plain|html)\b/i;
const isFile = /^content-disposition[ \t]*:\s*(?!inline\b)\S/im;

/**
 * The words of a message in a charset that mailparser reads: those in a charset of old are written in UTF-8, and those
 * without a charset that are no UTF-8 get the one that the message hints at. Files are left as they are.
 */
export function textEdits(text: string, part: Part, hints: CharsetHints): Edit[] {
  const header = text.slice(part.header.start, part.header.end);
  const type = typeField.exec(header)?.[0] ?? '';
  if (part.body.end <= part.body.start || isFile.test(header) || (type !== '' && !isText.test(type)))
    return [];
  const charset = charsetOf(type);
  const known = knownNameOf(charset);
  if (known !== null) return [{ ...part.header, text: withType(header, { type, charset: known }) }];
  const decode = oldDecoderOf(charset);
  if (!decode && !isNoCharset(charset)) return [];
  const encoding = /:\s*([\w-]+)/.exec(encodingField.exec(header)?.[0] ?? '')?.[1] ?? '';
  const bytes = transferDecoded(text.slice(part.body.start, part.body.end), encoding);
  if (decode) return inUtf8({ header, type, part, words: decode(bytes) });
  if (isSevenBit(bytes)) return [];
  const guessed = guessCharset(bytes, hints);
  if (guessed === 'utf-8') return [];
  return [{ ...part.header, text: withType(header, { type, charset: guessed }) }];
}

export const charsetOf = (type: string): string => {
  const [, , quoted, plain] = charsetParameter.exec(type) ?? [];
  return quoted ?? plain ?? '';
};

const isSevenBit = (bytes: Buffer): boolean => !/[\x80-\xff]/.test(bytes.toString('latin1'));

function inUtf8(to: { header: string; type: string; part: Part; words: string }): Edit[] {
  const header = withType(to.header.replace(encodingField, ''), { type: to.type, charset: 'utf-8' });
  const bodyText = Buffer.from(to.words).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  return [
    { ...to.part.header, text: `Content-Transfer-Encoding: base64\r\n${header}` },
    { ...to.part.body, text: bodyText },
  ];
}

function withType(header: string, { type, charset }: { type: string; charset: string }): string {
  if (type === '') return `Content-Type: text/plain; charset=${charset}\r\n${header}`;
  const declared = charsetParameter.test(type)
    ? type.replace(charsetParameter, (_whole, start: string) => `${start}${charset}`)
    : `${type.trimEnd()}; charset=${charset}${type.slice(type.trimEnd().length)}`;
  return header.replace(type, () => declared);
}
