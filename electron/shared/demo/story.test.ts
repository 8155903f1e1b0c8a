import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { brands, Script } from './script.ts';
import { spin } from './spin.ts';
import { composeStory } from './story.ts';

const resources = join(import.meta.dirname, '../../../resources/demo');
const readScript = (brand: string) =>
  Script.parse(JSON.parse(readFileSync(join(resources, `${brand}.json`), 'utf8')));

/** The names of all slots in a text, whichever alternative chance would take. */
function slotsIn(text: string): string[] {
  const names: string[] = [];
  let rest = text;
  for (;;) {
    const inner = /\{([^{}]*)\}/.exec(rest);
    if (!inner) return names;
    if (!inner[1]?.includes('|')) names.push(inner[1] ?? '');
    rest = rest.replace(inner[0], '');
  }
}

describe.each(brands)('the script of %s', (brand) => {
  const script = readScript(brand);
  const own = ['first', 'name', 'agent', 'order', 'tracking', 'amount', 'small', 'days'];

  it('fills every slot that any telling could meet', () => {
    for (const { locale, subject, turns, id } of script.scenarios) {
      const known = new Set([...own, ...Object.keys(script.slots[locale] ?? {})]);
      const texts = [subject, ...turns.flatMap((turn) => turn.text), ...(script.signOff[locale] ?? [])];
      const unknown = texts.flatMap(slotsIn).filter((name) => !known.has(name.replace(/\d$/, '')));
      expect({ id, unknown }).toEqual({ id, unknown: [] });
    }
  });

  it('has people, a sign-off, thanks and survey words in every language it is told in', () => {
    for (const { locale } of script.scenarios) {
      expect(script.people).toHaveProperty(locale);
      expect(script.signOff).toHaveProperty(locale);
      expect(script.thanks).toHaveProperty(locale);
      expect(script.surveyWords).toHaveProperty(locale);
      expect(script.quoteLine).toHaveProperty(locale);
    }
  });

  it('leaves no notation of its own in what is told', () => {
    for (let index = 0; index < 300; index += 1) {
      const story = composeStory(script, { random: createRandom(`${brand} ${index}`), agent: 'Ada' });
      for (const text of [story.subject, ...story.turns.map((turn) => turn.text)])
        expect(text).not.toMatch(/[{}|]/);
      for (const text of Object.values(story.fields)) expect(text).not.toMatch(/[{}|]/);
      expect(story.customer.address).toMatch(/^[a-z0-9._]+@[a-z]+\.example$/);
    }
  });

  it('runs no preposition into an article where Spanish has one word for both', () => {
    const spanish = script.scenarios.filter(({ locale }) => locale === 'es');
    for (const scenario of spanish)
      for (let index = 0; index < 100; index += 1) {
        const random = createRandom(`${brand} ${scenario.id} ${index}`);
        const story = composeStory(script, { random, agent: 'Ada', scenario });
        for (const text of [story.subject, ...story.turns.map((turn) => turn.text)])
          expect(text).not.toMatch(/(?<!\p{L})(?:de|a) el(?!\p{L})/iu);
      }
  });

  it('tells the same story for the same seed, and another for another', () => {
    const tell = (seed: string) =>
      JSON.stringify(composeStory(script, { random: createRandom(seed), agent: 'Ada' }));
    expect(tell('one')).toBe(tell('one'));
    expect(tell('one')).not.toBe(tell('two'));
  });
});

it('chooses among alternatives, nested ones too', () => {
  const told = Array.from({ length: 40 }, (_, seed) =>
    spin('{a|b{c|d}}-{x}', { random: createRandom(String(seed)), slot: (name) => name.toUpperCase() }),
  );
  expect([...new Set(told)].toSorted()).toEqual(['a-X', 'bc-X', 'bd-X']);
});

it('refuses a brace that never closes', () => {
  expect(() => spin('{a|b', { random: createRandom('1'), slot: String })).toThrow(SyntaxError);
});
