/** Names that occur in replies; every other character comes as a number or as itself. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  deg: '°',
  times: '×',
  rarr: '→',
  eacute: 'é',
  egrave: 'è',
  aacute: 'á',
  agrave: 'à',
  acirc: 'â',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  ccedil: 'ç',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  iexcl: '¡',
  iquest: '¿',
  zwnj: '',
  zwj: '',
  shy: '',
};

const blocks = new Set(['p', 'ul', 'ol', 'table', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre']);
const lines = new Set(['div', 'tr', 'section', 'article', 'header', 'footer']);
/** What stands inside is not said to anybody. */
const unsaid = /<(script|style|head|title|template)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;

/** Whether a text is markup: an element that replies are written with, closed as one. */
export const looksLikeMarkup = (text: string): boolean =>
  /<\/?(?:p|div|br|span|a|ul|ol|li|b|strong|i|em|u|table|img|h[1-6])(?:\s[^<>]*)?\/?>/i.test(text);

/**
 * What a reply's markup says, as text: paragraphs apart, list items behind hyphens, addresses of links behind their
 * words. Not a sanitiser: the result is plain text and is only ever used as such.
 */
export function textOfMarkup(markup: string): string {
  const parts = markup.replace(unsaid, '').split(/(<[a-z/!][^<>]*>)/i);
  let href = '';
  let linkStart = 0;
  let said = '';
  for (const part of parts) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>$/i.exec(part);
    if (!tag) {
      said += decoded(part.replace(/[ \t\r\n\f]+/g, ' '));
      continue;
    }
    const [, closing = '', name = '', attributes = ''] = tag;
    const element = name.toLowerCase();
    if (element === 'br') said += '\n';
    else if (element === 'li') said += closing ? '' : '\n- ';
    else if (blocks.has(element)) said += '\n\n';
    else if (lines.has(element)) said += '\n';
    else if (element === 'img' && !closing) said += decoded(attributeOf(attributes, 'alt'));
    else if (element === 'a' && !closing)
      [href, linkStart] = [decoded(attributeOf(attributes, 'href')), said.length];
    else if (element === 'a') {
      said += addressBehind(said.slice(linkStart), href);
      href = '';
    }
  }
  return tidy(said);
}

/** A link's address is said where its words are something else. */
function addressBehind(words: string, href: string): string {
  const address = href.replace(/^mailto:/i, '');
  if (!/^(?:https?:|mailto:)|\{\{/i.test(href) || words.includes(address)) return '';
  return words.trim() === '' ? address : ` (${address})`;
}

function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi,
    (whole, ...[decimal, hexadecimal, name]: string[]) => {
      if (name) return entities[name] ?? entities[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : '';
    },
  );

const tidy = (text: string): string =>
  text
    .replaceAll('\u00A0', ' ')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ {2,}/g, ' ')
    .replace(/\n\n- /g, '\n- ')
    .trim();
