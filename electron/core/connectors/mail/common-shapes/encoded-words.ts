import { charsetOf, decodeCharset } from './charsets.ts';

const encodedWord = /=\?([\w-]+)\?([BbQq])\?([^?\s]*)\?=/g;
const wholeBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const wholeQ = /^(?:[^=]|=[0-9A-Fa-f]{2})*$/;

/** Neighbours in one charset and encoding, whose bytes belong together: some programs cut within a character. */
interface Run {
  readonly charset: string;
  readonly encoding: string;
  readonly bytes: Buffer[];
}

/**
 * A header value with its encoded words decoded (RFC 2047): white space between two of them is none. Null where a word
 * is not wholly as the RFC wants it, or in a charset that is not read here.
 */
export function decodeEncodedWords(value: string): string | null {
  if (!value.includes('=?')) return value;
  let decoded = '';
  let end = 0;
  let run: Run | null = null;
  for (const word of value.matchAll(encodedWord)) {
    const between = value.slice(end, word.index);
    end = word.index + word[0].length;
    const next = runOf(word);
    if (next === null || between.includes('=?')) return null;
    const isNeighbour = run !== null && between.trim() === '';
    if (run && isNeighbour && run.charset === next.charset && run.encoding === next.encoding) {
      run.bytes.push(...next.bytes);
      continue;
    }
    const before = textOf(run);
    if (before === null) return null;
    decoded += before + (isNeighbour ? '' : between);
    run = next;
  }
  const [last, rest] = [textOf(run), value.slice(end)];
  return last === null || rest.includes('=?') ? null : decoded + last + rest;
}

function runOf([, name = '', letter = '', payload = '']: readonly string[]): Run | null {
  const charset = charsetOf(name);
  const encoding = letter.toUpperCase();
  const bytes = encoding === 'B' ? bytesOfBase64(payload) : bytesOfQ(payload);
  return charset === null || bytes === null ? null : { charset, encoding, bytes: [bytes] };
}

const bytesOfBase64 = (payload: string): Buffer | null =>
  wholeBase64.test(payload) ? Buffer.from(payload, 'base64') : null;

function bytesOfQ(payload: string): Buffer | null {
  if (!wholeQ.test(payload)) return null;
  return bytesOfHex(payload.replaceAll('_', ' '), '=');
}

/** Bytes of a text in which `mark` and two hexadecimal digits stand for one. */
export function bytesOfHex(text: string, mark: '=' | '%'): Buffer {
  const [first = '', ...rest] = text.split(mark);
  const characters = rest.map(
    (one) => String.fromCharCode(Number.parseInt(one.slice(0, 2), 16)) + one.slice(2),
  );
  return Buffer.from(first + characters.join(''), 'latin1');
}

function textOf(run: Run | null): string | null {
  if (run === null) return '';
  return decodeCharset(
    run.bytes.length === 1 ? (run.bytes[0] ?? Buffer.alloc(0)) : Buffer.concat(run.bytes),
    run.charset,
  );
}
