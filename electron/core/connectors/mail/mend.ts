import { withEdits, type Edit } from './edits.ts';
import type { CharsetHints } from './guess-charset.ts';
import { headerEdits } from './mend-headers.ts';
import { structureEdits } from './mend-structure.ts';
import { charsetOf, textEdits } from './mend-text.ts';
import { layoutOf, type Layout } from './message-layout.ts';

/**
 * A message as mailparser reads it rightly: shapes that the standards allow or that common programs write, and that it
 * misreads, are written in another way (each kind of edit says which). The same bytes where there is nothing to mend.
 * Never changes the content of a file inside, nor what is stored.
 */
export function mended(bytes: Uint8Array): Buffer {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // One character a byte, so that places in the text are places in the bytes.
  const before = whole.toString('latin1');
  let text = before;
  let layout = layoutOf(text);
  for (const editsOf of [structureEdits, wordEdits, nameEdits]) {
    const edits = editsOf(text, layout);
    if (edits.length === 0) continue;
    text = withEdits(text, edits);
    layout = layoutOf(text);
  }
  return text === before ? whole : Buffer.from(text, 'latin1');
}

function wordEdits(text: string, layout: Layout): Edit[] {
  const hints = hintsOf(text, layout);
  return layout.parts.flatMap((part) => textEdits(text, part, hints));
}

function nameEdits(text: string, layout: Layout): Edit[] {
  const hints = hintsOf(text, layout);
  return layout.parts.flatMap((part) => headerEdits(text, part.header, hints));
}

const typeField = /^content-type[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*/im;
const wordCharset = /=\?([^?\s*]{1,60})(?:\*[^?\s]{0,40})?\?[bq]\?/gi;
const languageField =
  /^(?:content-language|x-accept-language|accept-language)[ \t]*:\s*([a-z]{2,3}(?:-[a-z]+)?)/im;
/** More different charsets than any honest message names. */
const mostDeclared = 20;

/** What a message says of its charsets and languages, in its headers and those of its parts. */
function hintsOf(text: string, { parts }: Layout): CharsetHints {
  const headers = parts.map(({ header }) => text.slice(header.start, header.end));
  const named = headers.flatMap((header) => [
    charsetOf(typeField.exec(header)?.[0] ?? ''),
    ...[...header.matchAll(wordCharset)].map(([, name]) => name ?? ''),
  ]);
  const language = headers.map((header) => languageField.exec(header)?.[1] ?? '').find((tag) => tag !== '');
  const declared = [...new Set(named)].filter((name) => name !== '').slice(0, mostDeclared);
  return { declared, language: language ?? '' };
}
