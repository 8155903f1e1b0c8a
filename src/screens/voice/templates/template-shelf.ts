import type { Template } from '../../../../electron/shared/templates.ts';

export interface FolderOfTemplates {
  /** Empty: in no folder. */
  readonly folder: string;
  readonly templates: readonly Template[];
}

/** The templates that fit what is searched for, by folder; those in no folder come last. */
export function shelved(
  templates: readonly Template[],
  { query, onlyFavourites }: { query: string; onlyFavourites: boolean },
): FolderOfTemplates[] {
  const wanted = query.trim().toLowerCase().replace(/^\//, '');
  const fits = (template: Template) =>
    (!onlyFavourites || template.favourite) &&
    [template.name, template.shortcut, template.folder, ...template.tags, template.source].some((text) =>
      text.toLowerCase().includes(wanted),
    );
  const groups = Map.groupBy(templates.filter(fits), ({ folder }) => folder);
  return [...groups]
    .map(([folder, own]) => ({ folder, templates: own }))
    .toSorted(
      (a, b) => Number(a.folder === '') - Number(b.folder === '') || a.folder.localeCompare(b.folder),
    );
}

export const templateMarks = ['draft', 'submitted', 'published', 'expired', 'changed'] as const;
export type TemplateMark = (typeof templateMarks)[number];

/** What a list says about a template in a word. */
export function markOf({ state, expired, publishedVersion }: Template): TemplateMark {
  if (state === 'submitted') return 'submitted';
  if (state === 'draft') return publishedVersion === null ? 'draft' : 'changed';
  return expired ? 'expired' : 'published';
}
