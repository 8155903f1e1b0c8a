import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actionIds, bindingsOf } from './key-sets.ts';

const source = join(import.meta.dirname, '../..');

/** What a component registers: its action (else its id) and the keys it names. */
function registered(): { action: string; keys: string[]; file: string }[] {
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter(
    (file) => !/\.test\.|app\/commands\//u.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    // From one `id:` to its keys, with no other `id:` between.
    const found = text.matchAll(
      /\bid: ['`]([^'`]+)['`],((?:(?!\bid:)[\s\S])*?)keys: \[((?:'[^']+'(?:, )?)+)\]/gu,
    );
    return [...found].map(([, id = '', between = '', keys = '']) => ({
      action: /action: '([^']+)'/u.exec(between)?.[1] ?? id,
      keys: keys.split(', ').map((each) => each.slice(1, -1)),
      file,
    }));
  });
}

/** Keys that mean something on one screen only, and stay where they are. */
const ofOneScreen = /^quality\./u;

test('every action with keys can be put on others, and its keys are the same wherever they are written', () => {
  const liaison: Readonly<Record<string, readonly string[]>> = bindingsOf('liaison', {});
  const all = registered().filter(({ action }) => !ofOneScreen.test(action));
  expect(all.length).toBeGreaterThan(20);
  for (const { action, keys, file } of all) {
    // One that is not there yet: add it to `key-sets.ts`, and its name to `locales/<language>/keys.json`.
    expect({ action, keys: liaison[action], file }).toEqual({ action, keys, file });
  }
});

test.each(['en', 'es', 'ar'])('every action has a name: %s', (language) => {
  const file = join(source, `../locales/${language}/keys.json`);
  const { actions } = JSON.parse(readFileSync(file, 'utf8')) as { actions: Record<string, string> };
  expect(Object.keys(actions).toSorted()).toEqual([...actionIds].toSorted());
});
