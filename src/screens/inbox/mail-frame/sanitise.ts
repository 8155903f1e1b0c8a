import createPurifier, { type Config } from 'dompurify';
import { allowedAttributes, allowedTags, imageData, linkAddress, remoteAddress } from './mail-profile.ts';
import { foldQuote } from './fold-quote.ts';
import { quoteMarkOf, type QuoteMark } from './quote-marks.ts';
import { cleanStyle } from './style-rules.ts';

/** A mail's raw markup, and the pictures that may be shown in it. */
export interface RawMail {
  readonly html: string;
  /** Content-ID to `data:` address. */
  readonly inlineImages: Readonly<Record<string, string>>;
  /** Address to `data:` address, of the remote images that the reader has asked for. */
  readonly remoteImages: Readonly<Record<string, string>>;
  /** The line under which earlier mails are folded; absent: nothing is. */
  readonly foldUnder?: string;
}

export interface CleanMail {
  readonly html: string;
  /** The same as elements of a document that nothing renders, for measuring. */
  readonly body: HTMLElement;
  /** Addresses of images that were left out until the reader asks for them. */
  readonly withheld: readonly string[];
}

const config = {
  ALLOWED_TAGS: [...allowedTags],
  ALLOWED_ATTR: [...allowedAttributes],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_SELF_CLOSE_IN_ATTR: false,
  RETURN_DOM: true,
} satisfies Config;

/** An instance of our own: its hooks are nobody else's. */
const purifier = createPurifier(window);

/**
 * Takes everything out of a mail's markup that could run, load, submit, cover or name anything (SECURITY.md, 5). What is
 * left asks nothing of any network: remote images lose their address and are listed.
 */
export function sanitise(mail: RawMail): CleanMail {
  const withheld = new Set<string>();
  const marks = new Map<Element, QuoteMark>();
  purifier.removeAllHooks();
  purifier.addHook('beforeSanitizeAttributes', (element) => {
    // Called for texts as well, whatever its type says.
    const isAsked = mail.foldUnder !== undefined && element.nodeType === Node.ELEMENT_NODE;
    const mark = isAsked ? quoteMarkOf(element) : null;
    if (mark) marks.set(element, mark);
  });
  purifier.addHook('uponSanitizeAttribute', (element, attribute) => {
    if (attribute.attrName === 'style') attribute.attrValue = cleanStyle(attribute.attrValue);
    if (attribute.attrName === 'href') attribute.keepAttr = isLink(element, attribute.attrValue);
    if (attribute.attrName === 'src') {
      const data = element.nodeName === 'IMG' ? imageOf(attribute.attrValue, mail) : null;
      if (data === null && isWithheld(element, attribute.attrValue))
        withheld.add(absolute(attribute.attrValue.trim()));
      if (data === null) attribute.keepAttr = false;
      else attribute.attrValue = data;
    }
  });
  purifier.addHook('afterSanitizeAttributes', (element) => {
    if (element.getAttribute('style') === '') element.removeAttribute('style');
    if (element.nodeName !== 'A' || !element.hasAttribute('href')) {
      element.removeAttribute('target');
      element.removeAttribute('rel');
      return;
    }
    element.setAttribute('target', '_blank');
    element.setAttribute('rel', 'noopener noreferrer');
  });
  // RETURN_DOM gives the body of a document of its own, or null where nothing at all was left.
  const kept = purifier.sanitize(mail.html, config) as HTMLElement | null;
  const body = kept ?? document.implementation.createHTMLDocument().body;
  if (mail.foldUnder !== undefined) foldQuote(body, { marks, label: mail.foldUnder });
  return { html: body.innerHTML, body, withheld: [...withheld] };
}

const isLink = (element: Element, address: string): boolean =>
  element.nodeName === 'A' && linkAddress.test(address.trim());

/** The picture's own bytes, or null where it has none here. */
function imageOf(address: string, mail: RawMail): string | null {
  const trimmed = address.trim();
  const data = trimmed.toLowerCase().startsWith('cid:')
    ? mail.inlineImages[decoded(trimmed.slice(4))]
    : (mail.remoteImages[absolute(trimmed)] ?? trimmed);
  return data !== undefined && imageData.test(data) ? data : null;
}

/** Whether the reader should be asked for it: a picture of a pixel or two is there to be counted, not to be seen. */
function isWithheld(element: Element, address: string): boolean {
  const sides = ['width', 'height'].map((side) => Number.parseInt(element.getAttribute(side) ?? '', 10));
  return element.nodeName === 'IMG' && remoteAddress.test(address.trim()) && !sides.some((side) => side <= 2);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address without a scheme means the secure one. */
const absolute = (address: string): string => (address.startsWith('//') ? `https:${address}` : address);
