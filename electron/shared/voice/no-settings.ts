import type { GuideSettings } from './settings.ts';

/** Of a guide that has none. Apart from the schema, so that the page needs no zod for it. */
export const noSettings: GuideSettings = { accept: [], tokenIgnores: [], blockIgnores: [] };
