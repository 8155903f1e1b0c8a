import { Parser } from 'htmlparser2';
import { readingLimits } from './reading-limits.ts';

/** Elements that end a line of text. */
const blocks = new Set(
  'address article aside blockquote br dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
/** Elements whose content nobody reads. */
const unread = new Set(['script', 'style', 'head', 'noscript', 'template', 'svg', 'iframe', 'object']);

/** The words of an HTML page, without its scripts and styles. Nothing that it names is fetched. */
export function wordsOfHtml(html: string): string {
  const text = gather();
  let hidden = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (unread.has(name)) hidden += 1;
      if (blocks.has(name)) text.add('\n');
    },
    onclosetag(name) {
      if (unread.has(name)) hidden = Math.max(0, hidden - 1);
      if (blocks.has(name)) text.add('\n');
    },
    ontext(words) {
      if (hidden === 0) text.add(words);
    },
  });
  feed(parser, html, text.isFull);
  return text.value();
}

/** The words of WordprocessingML (ECMA-376, 17.3.3): runs of `w:t`, paragraphs, tabs and breaks. */
export function wordsOfWordXml(xml: string): string {
  const text = gather();
  let inRun = 0;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (name === 'w:t') inRun += 1;
        if (name === 'w:tab') text.add('\t');
        if (name === 'w:br') text.add('\n');
      },
      onclosetag(name) {
        if (name === 'w:t') inRun = Math.max(0, inRun - 1);
        if (name === 'w:p') text.add('\n');
      },
      ontext(words) {
        if (inRun > 0) text.add(words);
      },
    },
    // Entities beyond XML's own five are left as they stand: no definition is ever read.
    { xmlMode: true, decodeEntities: true },
  );
  feed(parser, xml, text.isFull);
  return text.value();
}

const slice = 64 * 1024;

function feed(parser: Parser, markup: string, isFull: () => boolean): void {
  for (let at = 0; at < markup.length && !isFull(); at += slice) parser.write(markup.slice(at, at + slice));
  parser.end();
}

function gather() {
  const parts: string[] = [];
  let length = 0;
  return {
    add(words: string) {
      if (length >= readingLimits.text) return;
      parts.push(words);
      length += words.length;
    },
    isFull: () => length >= readingLimits.text,
    value: () => parts.join(''),
  };
}
