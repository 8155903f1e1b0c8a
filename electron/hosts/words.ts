import { join } from 'node:path';
import { createWords } from '../core/words.ts';
import { applicationRoot } from './application-root.ts';

/** The sentences that a host says itself, from `locales/`. */
export const words = createWords(join(applicationRoot, 'locales'));
export { languageOfLocale } from '../core/words.ts';
