/** Text inside an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** Markup that is already safe. */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[];

/** A template whose values are escaped unless they are markup themselves. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  const html = strings.map(
    (text, index) => text + (index < parts.length ? partHtml(parts[index] ?? '') : ''),
  );
  return { html: html.join('') };
}

function partHtml(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'html' in part ? part.html : part.map((each) => each.html).join('');
}
