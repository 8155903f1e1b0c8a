/**
 * What a mail's `style` attribute may say: how words and boxes look, never where else something is fetched from, and
 * never where on the page something stands. Names ending in `-` stand for all that begin so.
 */
const allowed: readonly string[] = [
  ...['color', 'background-color', 'opacity', 'display', 'float', 'clear', 'direction', 'table-layout'],
  ...[
    'font',
    'font-',
    'line-height',
    'letter-spacing',
    'word-spacing',
    'white-space',
    'word-break',
    'word-wrap',
  ],
  ...['text-align', 'text-decoration', 'text-transform', 'text-indent', 'vertical-align', 'overflow-wrap'],
  ...['border', 'border-', 'padding', 'padding-', 'margin', 'margin-', 'list-style-type'],
  ...['width', 'height', 'min-width', 'max-width', 'min-height', 'max-height'],
];
const refused: ReadonlySet<string> = new Set(['border-image', 'border-image-source']);

/** No backslash, no comment, no `@`, no `:`: nothing that could be read in two ways. */
const plainValue = /^[\w\s#%.,()'"/+!-]*$/;
const call = /([\w-]*)\(/g;
const harmlessFunctions: ReadonlySet<string> = new Set(['rgb', 'rgba', 'hsl', 'hsla', 'calc']);
const colour = /^(#[\da-f]{3,8}|[a-z]+|(rgb|hsl)a?\([\d\s.,%/]+\))$/i;

/** The declarations that may stay, in their order; empty where none may. Cleaning it again changes nothing. */
export function cleanStyle(style: string): string {
  const kept = style
    .split(';')
    .map(cleanDeclaration)
    .filter((declaration) => declaration !== null);
  const paints = kept.some((declaration) => declaration.startsWith('background-color:'));
  return kept.filter((declaration) => paints || !isUsualInk(declaration)).join('; ');
}

/** Channels up to this are the black that every mail program writes with; without it our own ink is used. */
const darkest = 0x45;

function isUsualInk(declaration: string): boolean {
  const value = /^color: (.*)$/i.exec(declaration)?.[1]?.toLowerCase();
  if (value === undefined) return false;
  if (value === 'black') return true;
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/.exec(value)?.[1];
  if (hex === undefined) return false;
  const size = hex.length / 3;
  const channels = [0, 1, 2].map((index) =>
    Number.parseInt(hex.slice(index * size, (index + 1) * size).repeat(2 / size), 16),
  );
  return channels.every((channel) => channel <= darkest);
}

function cleanDeclaration(declaration: string): string | null {
  const colon = declaration.indexOf(':');
  const name = declaration.slice(0, colon).trim().toLowerCase();
  const value = declaration.slice(colon + 1).trim();
  if (colon < 0 || value === '' || !isHarmless(value)) return null;
  if (name === 'background') return colour.test(value) ? `background-color: ${value}` : null;
  if (refused.has(name) || !isAllowed(name)) return null;
  if (name.startsWith('margin') && value.includes('-')) return null;
  return `${name}: ${value}`;
}

const isAllowed = (name: string): boolean =>
  allowed.some((each) => (each.endsWith('-') ? name.startsWith(each) : name === each));

function isHarmless(value: string): boolean {
  const called = [...value.toLowerCase().matchAll(call)].map(([, name]) => name ?? '');
  return plainValue.test(value) && called.every((name) => harmlessFunctions.has(name));
}
