import type { PageToPrint } from '../../../shared/copies.ts';

const look = `
  @page { margin: 18mm 16mm; }
  html { color-scheme: light; }
  body { margin: 0; background: #fff; color: #111; font: 11pt/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
    "Noto Sans Arabic", Arial, sans-serif; overflow-wrap: anywhere; }
  h1 { margin: 0 0 2pt; font-size: 15pt; line-height: 1.25; }
  .brand { margin: 0 0 10pt; color: #444; font-size: 10pt; }
  article { padding-block: 10pt; border-block-start: 1px solid #999; }
  article header { margin-block-end: 8pt; break-after: avoid; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 1pt 8pt; margin: 0; font-size: 9.5pt; }
  dt { color: #555; } dd { margin: 0; }
  .words { white-space: pre-wrap; }
  .quote { margin-block-start: 8pt; padding-inline-start: 8pt; border-inline-start: 2px solid #bbb; color: #444;
    white-space: pre-wrap; }
  .note { background: #f6f1df; padding: 8pt; }
  .files { margin: 8pt 0 0; padding: 6pt 0 0; border-block-start: 1px dotted #999; font-size: 9.5pt; list-style: none; }
  blockquote { margin: 6pt 0; padding-inline-start: 8pt; border-inline-start: 2px solid #bbb; }
  img { max-width: 100%; height: auto; } img:not([src]) { display: none; }
  table { max-width: 100%; } pre { white-space: pre-wrap; } a { color: inherit; }
`;

/** The same policy as the frame's header, for where a page is printed out of a file. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A whole page around markup that the page has sanitised. A frame has its policy from the host that answers with it. */
export const printDocument = (
  { title, language, direction, body }: PageToPrint,
  { withPolicy }: { withPolicy: boolean },
): string =>
  `<!doctype html><html lang="${escaped(language)}" dir="${direction}"><head><meta charset="utf-8">` +
  (withPolicy ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : '') +
  `<title>${escaped(title)}</title><style>${look}</style></head><body>${body}</body></html>`;
