import type { QuoteMark } from './quote-marks.ts';

/**
 * Folds what a mail repeats of earlier ones, under a line that opens it without any script. Folded is only what stands at
 * the end, below words of the writer's own: answers between quotations stay where they are, and so does a forwarded mail.
 */
export function foldQuote(
  body: HTMLElement,
  { marks, label }: { marks: ReadonlyMap<Element, QuoteMark>; label: string },
): void {
  const found = [...marks].find(
    ([element, mark]) => body.contains(element) && isFoldable(body, { element, mark }),
  );
  if (!found) return;
  const paper = body.ownerDocument;
  const range = paper.createRange();
  range.setStartBefore(found[0]);
  range.setEnd(body, body.childNodes.length);
  const details = paper.createElement('details');
  const summary = paper.createElement('summary');
  summary.textContent = label;
  details.append(summary, range.extractContents());
  body.append(details);
}

function isFoldable(body: HTMLElement, { element, mark }: { element: Element; mark: QuoteMark }): boolean {
  if (!saysSomething(before(body, element))) return false;
  return mark === 'beginning' || !saysSomething(after(body, lastOf(element)));
}

/** A line that introduces a quotation and the quotation belong together. */
function lastOf(element: Element): Element {
  const next = element.nextElementSibling;
  return element.localName === 'div' && next?.localName === 'blockquote' ? next : element;
}

function before(body: HTMLElement, element: Element): DocumentFragment {
  const range = body.ownerDocument.createRange();
  range.setStart(body, 0);
  range.setEndBefore(element);
  return range.cloneContents();
}

function after(body: HTMLElement, element: Element): DocumentFragment {
  const range = body.ownerDocument.createRange();
  range.setStartAfter(element);
  range.setEnd(body, body.childNodes.length);
  return range.cloneContents();
}

const saysSomething = (part: DocumentFragment): boolean =>
  /[\p{L}\p{N}]/u.test(part.textContent ?? '') || part.querySelector('img[src]') !== null;
