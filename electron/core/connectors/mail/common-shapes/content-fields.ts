import { charsetOf } from './charsets.ts';
import { decodeEncodedWords } from './encoded-words.ts';
import { onlyValueOf, type HeaderLine } from './header-block.ts';
import { extendedParameter, readStructured, type Structured } from './parameters.ts';

/** How the bytes of a body stand in the message (RFC 2045, 6). */
export type TransferEncoding = 'none' | 'base64' | 'quoted-printable';

/** What the header of a message or part says of its body (RFC 2045 and 2183). */
export interface ContentFields {
  /** Lower case, such as `text/plain`. */
  readonly type: string;
  /** One that `decodeCharset` reads. */
  readonly charset: string;
  /** Of a multipart; '' for any other body. */
  readonly boundary: string;
  readonly flowed: boolean;
  /** Spaces before soft line breaks of flowed text are none (RFC 3676, 4.1). */
  readonly deletesSpace: boolean;
  readonly encoding: TransferEncoding;
  readonly disposition: 'inline' | 'attachment' | null;
  /** File name, '' where there is none. */
  readonly name: string;
  /** Without its angle brackets; null where the field is absent or empty. */
  readonly contentId: string | null;
}

const encodings: ReadonlyMap<string, TransferEncoding> = new Map([
  ['', 'none'],
  ['7bit', 'none'],
  ['8bit', 'none'],
  ['binary', 'none'],
  ['base64', 'base64'],
  ['quoted-printable', 'quoted-printable'],
]);

const plainText: Structured = { value: 'text/plain', parameters: new Map() };
const absent: Structured = { value: '', parameters: new Map() };

/** Null where a field is repeated, unknown or not wholly as the RFCs want it. */
export function readContentFields(lines: readonly HeaderLine[]): ContentFields | null {
  const type = structuredOf(lines, { key: 'content-type', otherwise: plainText });
  const disposition = structuredOf(lines, { key: 'content-disposition', otherwise: absent });
  const encoding = encodings.get(
    onlyValueOf(lines, 'content-transfer-encoding')?.toLowerCase() ?? 'repeated',
  );
  const contentId = onlyValueOf(lines, 'content-id');
  if (!type || !disposition || encoding === undefined || contentId === null) return null;
  // Without a type, the file's name would have to tell it.
  if (type === plainText && disposition !== absent) return null;
  if (!/^[^/]+\/[^/]+$/.test(type.value)) return null;
  const charset = charsetOf(type.parameters.get('charset') ?? 'utf-8');
  const boundary = boundaryOf(type, encoding);
  const name = nameOf(type, disposition);
  const shown = dispositionOf(disposition);
  if (charset === null || boundary === null || name === null || shown === undefined) return null;
  return {
    type: type.value,
    charset,
    boundary,
    flowed: type.parameters.get('format')?.trim().toLowerCase() === 'flowed',
    deletesSpace: type.parameters.get('delsp')?.trim().toLowerCase() === 'yes',
    encoding,
    disposition: shown,
    name,
    contentId: contentId === '' ? null : contentId.replaceAll(/^<|>$/g, '').trim(),
  };
}

function structuredOf(
  lines: readonly HeaderLine[],
  { key, otherwise }: { key: string; otherwise: Structured },
): Structured | null {
  if (!lines.some((line) => line.key === key)) return otherwise;
  const value = onlyValueOf(lines, key);
  return value === null ? null : readStructured(value);
}

/** What a delimiter may be made of (RFC 2046, 5.1.1), without the spaces that readers treat differently. */
const wholeBoundary = /^[\w'()+,./:=?-]{1,70}$/;

/** A multipart has one, and stands as it is; nothing else has one. The parts of a digest have another type by default. */
function boundaryOf({ value, parameters }: Structured, encoding: TransferEncoding): string | null {
  const boundary = parameters.get('boundary') ?? '';
  const isMultipart = value.startsWith('multipart/');
  if (isMultipart !== parameters.has('boundary') || (isMultipart && !wholeBoundary.test(boundary)))
    return null;
  if (isMultipart && (encoding !== 'none' || value === 'multipart/digest')) return null;
  return [...parameters.keys()].some((name) => /^(?:boundary|charset|format|delsp)\*/.test(name))
    ? null
    : boundary;
}

/** What both fields call the file: they may repeat but not contradict each other. */
function nameOf(type: Structured, disposition: Structured): string | null {
  const names = [readName(disposition, 'filename'), readName(type, 'name')];
  if (names.includes(null)) return null;
  const [first = '', second = first] = names.filter((name) => name !== '');
  return first === second ? first : null;
}

function readName(field: Structured, parameter: string): string | null {
  const extendedName = extendedParameter(field, parameter);
  if (extendedName === undefined) return decodeEncodedWords(field.parameters.get(parameter) ?? '');
  return extendedName?.includes('=?') === true ? null : extendedName;
}

function dispositionOf({ value }: Structured): ContentFields['disposition'] | undefined {
  if (value === '') return null;
  return value === 'inline' || value === 'attachment' ? value : undefined;
}
