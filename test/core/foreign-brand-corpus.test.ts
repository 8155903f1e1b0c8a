import { expect, test } from 'vitest';
import { dictionaryOf } from '../../electron/core/features/brand-safety/dictionary-rules.ts';
import { foreignIn } from '../../electron/core/features/brand-safety/match-rules.ts';
import { traitsOf } from '../../electron/core/features/brand-safety/traits-rules.ts';
import { createRandom } from '../../electron/shared/demo/random.ts';
import {
  brandsOfCorpus,
  conversationsAreAbsent,
  hasConversations,
  realUtterances,
  traitsOfCorpus,
  type CorpusBrand,
} from '../support/brand-corpus.ts';
import { plantInto, plantsFor } from '../support/planted-brands.ts';

const brands = brandsOfCorpus('brands');
const known = traitsOfCorpus(brands);
const nothing = traitsOf({
  ...{ clientId: brands[0]?.clientId ?? ('' as never), name: '', identities: [], templates: [] },
  ...{ sent: [], operatorNames: [] },
});

/** The check as it stands before every send of this client, against all the others. */
function checkOf({ clientId }: CorpusBrand) {
  const own = known.find((brand) => brand.clientId === clientId);
  const others = known.filter((brand) => brand.clientId !== clientId);
  if (!own) throw new Error('no such brand');
  const isSpoken = () => false;
  const foreign = dictionaryOf({ others, own: own.traits, isSpoken });
  const mine = dictionaryOf({ others: [own], own: nothing, isSpoken });
  return (text: string) => foreignIn(text, { foreign, own: mine, allowed: [], besides: [] });
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;

test('what is planted of another client is found: at least 99 in 100, in every kind', () => {
  const random = createRandom('planted');
  const missed = new Map<string, number>();
  const planted = new Map<string, number>();
  const misses: string[] = [];
  for (const brand of brands) {
    const check = checkOf(brand);
    for (const other of brands.filter((one) => one !== brand))
      for (let round = 0; round < 2; round += 1)
        for (const plant of plantsFor(other, random)) {
          const text = plantInto(random.pick(brand.replies), plant, random);
          planted.set(plant.kind, (planted.get(plant.kind) ?? 0) + 1);
          if (check(text).some(({ clientId }) => clientId === other.clientId)) continue;
          missed.set(plant.kind, (missed.get(plant.kind) ?? 0) + 1);
          misses.push(`${plant.variant}: ${JSON.stringify(plant.words)}`);
        }
  }
  const sum = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((all, one) => all + one, 0);
  const lines = [...planted].map(
    ([kind, count]) => `${kind} ${percent(count - (missed.get(kind) ?? 0), count)}`,
  );
  console.log(
    `foreign brands: ${sum(planted)} planted, recall ${percent(sum(planted) - sum(missed), sum(planted))} (${lines.join(', ')})`,
  );
  for (const [kind, count] of planted)
    expect([kind, (missed.get(kind) ?? 0) / count < 0.01, [...new Set(misses)].slice(0, 12)]).toEqual([
      kind,
      true,
      expect.anything(),
    ]);
});

test('replies without a foreign word are left alone: at most 1 alarm in 100', () => {
  const alarms: string[] = [];
  let looked = 0;
  for (const brand of brands) {
    const check = checkOf(brand);
    for (const reply of new Set(brand.replies)) {
      looked += 1;
      const [hit] = check(reply);
      if (hit)
        alarms.push(
          `${brand.names[0]}: ${hit.kind} ${JSON.stringify(reply.slice(Math.max(0, hit.start - 30), hit.end + 30))}`,
        );
    }
  }
  console.log(
    `foreign brands: ${looked} clean replies, ${alarms.length} false alarms, ${percent(alarms.length, looked)}`,
  );
  expect([alarms.length / looked <= 0.01, alarms.slice(0, 10)]).toEqual([true, expect.anything()]);
});

test.skipIf(!hasConversations)(
  `what people really write is left alone: at most 1 alarm in 100${hasConversations ? '' : ` (${conversationsAreAbsent})`}`,
  () => {
    const texts = realUtterances();
    const [brand] = brands;
    if (!brand) throw new Error('no brand');
    const check = checkOf(brand);
    const alarms = texts.flatMap((text) => {
      const [hit] = check(text);
      return hit
        ? [`${hit.kind} ${JSON.stringify(text.slice(Math.max(0, hit.start - 40), hit.end + 30))}`]
        : [];
    });
    console.log(
      `foreign brands: ${texts.length} real utterances, ${alarms.length} false alarms, ${percent(alarms.length, texts.length)}`,
    );
    expect(texts.length).toBeGreaterThan(50_000);
    expect([alarms.length / texts.length <= 0.01, alarms.slice(0, 10)]).toEqual([true, expect.anything()]);
  },
);
