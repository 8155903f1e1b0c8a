const endingOf = (name: string): string =>
  /\.([\p{L}\p{N}]{1,8})[\s.]*$/u.exec(name.normalize('NFKC'))?.[1]?.toLowerCase() ?? '';
const bareType = (type: string): string => type.split(';')[0]?.trim().toLowerCase() ?? '';

export interface NamedFile {
  readonly name: string;
  readonly type: string;
}

/** How words are got out of a file. */
export type TextKind = 'pdf' | 'docx' | 'html' | 'plain';

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Types and endings of files whose words are searched. `text-queries.ts` chooses the files by the same lists. */
export const readableTypes: Readonly<Record<string, TextKind>> = {
  'application/pdf': 'pdf',
  'application/x-pdf': 'pdf',
  [wordDocument]: 'docx',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'plain',
  'text/csv': 'plain',
  'text/tab-separated-values': 'plain',
  'text/markdown': 'plain',
};
export const readableEndings: Readonly<Record<string, TextKind>> = {
  pdf: 'pdf',
  docx: 'docx',
  htm: 'html',
  html: 'html',
  txt: 'plain',
  csv: 'plain',
  tsv: 'plain',
  log: 'plain',
  md: 'plain',
};

/** How the words of a file are read, by its type or else its name; null: it is none that is searched. */
export const textKindOf = ({ name, type }: NamedFile): TextKind | null =>
  readableTypes[bareType(type)] ?? readableEndings[endingOf(name)] ?? null;

/** What the bytes themselves say they are; null: nothing that we show or run after. */
export type Magic =
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/webp'
  | 'pdf'
  | 'zip'
  | 'ole'
  | 'rar'
  | '7z'
  | 'program';

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Reads the first kilobyte: a PDF may begin late (ISO 32000, annex H), everything else begins at once. */
export function magicOf(bytes: Uint8Array): Magic | null {
  const start = ascii(bytes, 0, 16);
  if (start.startsWith('\u0089PNG\r\n\u001a\n')) return 'image/png';
  if (start.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  if (start.startsWith('RIFF') && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return 'zip';
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return 'ole';
  if (start.startsWith('Rar!\u001a\u0007')) return 'rar';
  if (start.startsWith('7z\u00bc\u00af\u0027\u001c')) return '7z';
  if (isProgram(start)) return 'program';
  return ascii(bytes, 0, 1024).includes('%PDF-') ? 'pdf' : null;
}

/** Windows, Linux, macOS (thin and fat, both byte orders), and scripts that name what runs them. */
function isProgram(start: string): boolean {
  if (/^MZ[^\p{L}\p{N}\s]/u.test(start) || start.startsWith('MZ\u0090')) return true;
  if (start.startsWith('\u007fELF') || start.startsWith('#!/')) return true;
  const four = start.slice(0, 4);
  return [
    '\u00fe\u00ed\u00fa\u00ce',
    '\u00fe\u00ed\u00fa\u00cf',
    '\u00ce\u00fa\u00ed\u00fe',
    '\u00cf\u00fa\u00ed\u00fe',
  ].includes(four);
}
