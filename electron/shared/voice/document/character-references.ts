/** From U+00A0 on, in their order (https://html.spec.whatwg.org/multipage/named-characters.html). */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave ' +
  'Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc ' +
  'Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc ' +
  'iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const firstLatin = 0xa0;

const others: readonly (readonly [string, string])[] = [
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['bull', '•'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['lsaquo', '‹'],
  ['rsaquo', '›'],
  ['euro', '€'],
  ['trade', '™'],
  ['permil', '‰'],
  ['minus', '−'],
  ['larr', '←'],
  ['rarr', '→'],
  ['dagger', '†'],
  ['OElig', 'Œ'],
  ['oelig', 'œ'],
  ['Scaron', 'Š'],
  ['scaron', 'š'],
  ['Yuml', 'Ÿ'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
];

const named: ReadonlyMap<string, string> = new Map([
  ...latin.split(' ').map((name, index) => [name, String.fromCodePoint(firstLatin + index)] as const),
  ...others,
]);

const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]+));/gi;
const lastCodePoint = 0x10ffff;

/** The letters of a text that are written as references (`&amp;`, `&#38;`): those by number, and by a name of everyday prose. */
export function* characterReferences(
  text: string,
): Generator<{ start: number; end: number; letter: string }> {
  for (const { index, 0: whole, 1: decimal, 2: hex, 3: name = '' } of text.matchAll(reference)) {
    const number = decimal ?? (hex === undefined ? undefined : `0x${hex}`);
    const letter = number === undefined ? named.get(name) : letterOf(Number(number));
    if (letter !== undefined) yield { start: index, end: index + whole.length, letter };
  }
}

/** What stands for no letter is shown as a question mark in a box (CommonMark 0.31, 6.2). */
const letterOf = (codePoint: number): string =>
  codePoint === 0 || codePoint > lastCodePoint ? '\ufffd' : String.fromCodePoint(codePoint);
