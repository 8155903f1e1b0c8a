import type { OfferedTemplate } from '../../../../electron/shared/templates.ts';

const mostShown = 8;

/**
 * The templates that fit what was typed after the slash: by shortcut, by a word of the name, by a tag or folder, by the
 * text. Within each the core's order stays, which is by what the customer writes about; a bare slash shows that order.
 */
export function matchingTemplates(offered: readonly OfferedTemplate[], query: string): OfferedTemplate[] {
  const wanted = folded(query);
  return offered
    .map((template) => ({ template, nearness: nearnessOf(template, wanted) }))
    .filter(({ nearness }) => nearness < nowhere)
    .toSorted((a, b) => a.nearness - b.nearness)
    .slice(0, mostShown)
    .map(({ template }) => template);
}

const nowhere = 5;

function nearnessOf(template: OfferedTemplate, wanted: string): number {
  if (wanted === '') return 0;
  const shortcut = folded(template.shortcut);
  if (shortcut === wanted) return 0;
  if (shortcut.startsWith(wanted)) return 1;
  if (beginsWord(template.name, wanted)) return 2;
  if ([...template.tags, template.folder].some((word) => beginsWord(word, wanted))) return 3;
  return beginsWord(template.source, wanted) ? 4 : nowhere;
}

const beginsWord = (text: string, wanted: string): boolean =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.startsWith(wanted));

/** Case and accents don't matter while one types. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
