/*
 * Where programs say that a quotation begins, in names that the sanitiser takes away: so it is noted while they are there.
 */

/** What holds a quotation whole: Gmail, Yahoo, Proton, and whoever follows Apple Mail and Thunderbird. */
const holder =
  'div.gmail_quote, div.gmail_quote_container, div.yahoo_quoted, div.protonmail_quote, blockquote.gmail_quote, blockquote.protonmail_quote, blockquote[type="cite"], div.moz-cite-prefix, div.zmail_extra, div.tutanota_quote, blockquote.tutanota_quote';
/** What stands before one that runs to the end: Outlook on the web, on the phone and on the desk. */
const beginning =
  '#divRplyFwdMsg, #appendonsend, #x_divRplyFwdMsg, #mail-editor-reference-message-container, hr#stopSpelling, div.OutlookMessageHeader';
/** Outlook on the desk draws a line above the header of what it quotes, in one of these ways. */
const outlookLine = /border-top:\s*solid\s+#(?:e1e1e1|b5c4df)/i;
const outlookHeader = /^\s*\*?(?:from|von|de|da|van|من)\s*:/iu;

export type QuoteMark = 'holder' | 'beginning';

/** Whether a quotation stands in or begins at this element; asked before its names are taken away. */
export function quoteMarkOf(element: Element): QuoteMark | null {
  if (element.matches(holder)) return 'holder';
  if (element.matches(beginning)) return 'beginning';
  const isLine = element.localName === 'div' && outlookLine.test(element.getAttribute('style') ?? '');
  return isLine && outlookHeader.test(element.textContent ?? '') ? 'beginning' : null;
}
