import { unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { decodeText } from '../../decode-text.ts';
import { wordsOfHtml, wordsOfWordXml } from './extract-markup.ts';
import { magicOf, type TextKind } from './kind-rules.ts';
import { readingLimits } from './reading-limits.ts';

/** The words of a file as one plain text, cut at the limit. Rejects for what is not what it is called. */
export async function extractText(bytes: Uint8Array, as: TextKind): Promise<string> {
  return tidy(await wordsOf(bytes, as));
}

async function wordsOf(bytes: Uint8Array, as: TextKind): Promise<string> {
  const magic = magicOf(bytes);
  switch (as) {
    case 'pdf':
      if (magic !== 'pdf') throw new Error('not a PDF');
      return wordsOfPdf(bytes);
    case 'docx':
      if (magic !== 'zip') throw new Error('not a document');
      return wordsOfDocument(bytes);
    case 'html':
      return wordsOfHtml(decoded(bytes));
    case 'plain':
      return decoded(bytes);
  }
}

async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(bytes, {
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  const pages: string[] = [];
  let length = 0;
  const last = Math.min(document.numPages, readingLimits.pages);
  for (let number = 1; number <= last && length < readingLimits.text; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    pages.push(words);
    length += words.length;
    page.cleanup();
  }
  // Letters joined for print (ﬁ, and every letter of Arabic) as the ones that people type.
  return pages.join('\n').normalize('NFKC');
}

/** The body, and what stands in headers, footers and notes (ECMA-376, 11.3). */
const wordParts = /^word\/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/;

function wordsOfDocument(bytes: Uint8Array): string {
  let room: number = readingLimits.documentXml;
  const parts = unzipSync(bytes, {
    filter(file) {
      if (!wordParts.test(file.name) || file.originalSize > room) return false;
      room -= file.originalSize;
      return true;
    },
  });
  const names = Object.keys(parts).toSorted(
    (a, b) => Number(b.includes('document')) - Number(a.includes('document')),
  );
  return names.map((name) => wordsOfWordXml(decoded(parts[name] ?? new Uint8Array()))).join('\n');
}

/** @throws what is no text */
export function decoded(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  // Words have no NULs: what has many of them is no text.
  if (text.includes('\u0000')) throw new Error('not a text');
  return text;
}

/** One space or one line end between words, no controls, cut at the limit. */
const tidy = (text: string): string =>
  text
    .slice(0, readingLimits.text * 2)
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n[ \n]*/gu, '\n')
    .replaceAll(/[[\p{Cc}\u{fffd}]--[\n]]/gv, '')
    .slice(0, readingLimits.text)
    .toWellFormed()
    .trim();
