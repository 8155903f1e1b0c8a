/** Whether the markup says more than its words do: only then is it worth a frame of its own. */
export function isRich(whole: HTMLElement): boolean {
  // What is folded away says nothing at first sight; as text it is folded as well.
  const body = whole.cloneNode(true) as HTMLElement;
  for (const folded of body.querySelectorAll('details:not([open])')) folded.remove();
  const telling =
    'img, table, ul, ol, h1, h2, h3, h4, h5, h6, pre, hr, font[color], [bgcolor], b, strong, em, i, u';
  if (body.querySelector(telling)) return true;
  if (
    [...body.querySelectorAll('[style]')].some((element) =>
      tellingStyle.test(element.getAttribute('style') ?? ''),
    )
  )
    return true;
  return [...body.querySelectorAll('a[href]')].some((link) => !saysItsAddress(link));
}

const tellingStyle =
  /background|(^|; )color|font-(size|weight|style)|border|text-align: (center|right)|text-decoration/;

function saysItsAddress(link: Element): boolean {
  const address = (link.getAttribute('href') ?? '').replace(/^mailto:/i, '').replace(/\/$/, '');
  return address === (link.textContent ?? '').trim().replace(/\/$/, '');
}

/** Whether the mail paints its own paper, on which our dark theme's ink could not be read. */
export function hasOwnColours(body: HTMLElement): boolean {
  if (body.querySelector('[bgcolor], font[color]')) return true;
  return [...body.querySelectorAll('[style]')].some((element) =>
    /(^|; )(background-color|color):/.test(element.getAttribute('style') ?? ''),
  );
}

const lineHeight = 24;
/** Width of an average letter at our size, in pixels. */
const letterWidth = 7.5;
const block =
  /^(address|article|blockquote|center|div|dl|figure|footer|h[1-6]|header|hr|li|ol|p|pre|section|table|tr|ul)$/;
/** An image that does not say its height. */
const usualImageHeight = 80;

/**
 * About how tall the mail is, in pixels. A frame without scripts and with an origin of its own can't be measured, which
 * is the point of it; so its height is estimated from its lines, and where the estimate is short the frame scrolls.
 */
export function estimateHeight(body: HTMLElement, width: number): number {
  const perLine = Math.max(20, Math.floor(width / letterWidth));
  const linesOf = (letters: number) => Math.ceil(letters / perLine) * lineHeight;
  let height = 0;
  let letters = 0;
  const endLine = () => {
    height += linesOf(letters);
    letters = 0;
  };
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE)
      letters += (node.textContent ?? '').replaceAll(/\s+/g, ' ').trim().length;
    if (!(node instanceof Element) && node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    const tag = element.localName;
    if (/display: none/.test(element.getAttribute('style') ?? '')) return;
    if (tag === 'details' && !element.hasAttribute('open')) return void (height += lineHeight);
    if (tag === 'br') return letters === 0 ? void (height += lineHeight) : endLine();
    if (tag === 'img') return void (height += imageHeight(element, width));
    if (tag === 'tr') {
      endLine();
      height += tallestCell(element, width);
      return;
    }
    const isBlock = block.test(tag);
    if (isBlock) endLine();
    for (const child of element.childNodes) visit(child);
    if (isBlock) endLine();
    if (/^(p|ul|ol|table|h[1-6]|blockquote|pre)$/.test(tag)) height += lineHeight / 2;
  };
  for (const child of body.childNodes) visit(child);
  endLine();
  return Math.ceil(height);
}

/** Cells stand beside each other: the row is as tall as the tallest of them, each with its share of the width. */
function tallestCell(row: Element, width: number): number {
  const cells = [...row.children].filter((cell): cell is HTMLElement => /^t[dh]$/.test(cell.localName));
  const share = width / Math.max(1, cells.length);
  return Math.max(0, ...cells.map((cell) => estimateHeight(cell, share))) + 8;
}

function imageHeight(image: Element, width: number): number {
  const said = (name: string) => Number.parseInt(image.getAttribute(name) ?? '', 10);
  const [wide, tall] = [said('width'), said('height')];
  if (Number.isNaN(tall)) return image.hasAttribute('src') ? usualImageHeight : lineHeight;
  return wide > width ? (tall * width) / wide : tall;
}
