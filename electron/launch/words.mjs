import { existsSync, readFileSync } from 'node:fs';
import { at } from './tree.mjs';

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'en';
const file = at('locales', locale.slice(0, 2).toLowerCase(), 'launch.json');

/** @type {Record<string, string>} */
const sentences = JSON.parse(
  readFileSync(existsSync(file) ? file : at('locales', 'en', 'launch.json'), 'utf8'),
);

/**
 * A sentence of `locales/<language>/launch.json`, before anything is installed.
 *
 * @param {string} key
 */
export const say = (key) => sentences[key] ?? key;
