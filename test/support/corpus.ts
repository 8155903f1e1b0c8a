import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../shared/corpus');

/** Whether the collection of hostile input stands beside this checkout. */
export const hasCorpus = existsSync(folder);

/** Said by suites that need the collection, in the name of the test they skip. */
export const corpusIsAbsent = 'needs ../shared/corpus, which is not beside this checkout';

export const corpusPath = (...parts: readonly string[]): string => join(folder, ...parts);

export const readCorpus = <Content>(...parts: readonly string[]): Content =>
  JSON.parse(readFileSync(corpusPath(...parts), 'utf8')) as Content;
