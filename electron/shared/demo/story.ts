import type { Participant } from '../conversations.ts';
import type { Random } from './random.ts';
import type { Scenario, ScenarioTurn, Script } from './script.ts';
import { spin } from './spin.ts';

export interface StoryTurn extends Omit<ScenarioTurn, 'text' | 'chance'> {
  readonly text: string;
}
/** One conversation, told from beginning to end; when things happen is decided elsewhere. */
export interface Story {
  readonly scenario: Scenario;
  readonly customer: Participant;
  readonly subject: string;
  /** What an operator writes into the client's fields, by their names. */
  readonly fields: Readonly<Record<string, string>>;
  readonly turns: readonly StoryTurn[];
}

interface Cast {
  readonly random: Random;
  /** The given name of the operator who answers. */
  readonly agent: string;
  readonly scenario?: Scenario;
  /** A customer who has written before. */
  readonly customer?: Participant;
}

/** Composes a story that no other seed tells with the same words. */
export function composeStory(script: Script, cast: Cast): Story {
  const { random } = cast;
  const scenario = cast.scenario ?? random.weighted(script.scenarios, (one) => one.weight);
  const customer = cast.customer ?? inventCustomer(script, { locale: scenario.locale, random });
  const slot = createSlots(script, { ...cast, locale: scenario.locale, customer });
  const tell = (text: string) => spin(text, { random, slot });

  const turns: StoryTurn[] = [];
  for (const { chance, text, ...turn } of scenario.turns) {
    const answered = turns.some((told) => told.by === 'agent');
    if (!random.chance(chance)) {
      if (turn.by === 'note' || turn.automatic || !answered) continue;
      break;
    }
    const signed = turn.by === 'agent' ? [...text, ...(script.signOff[scenario.locale] ?? [])] : text;
    turns.push({ ...turn, text: signed.map(tell).join('\n\n') });
  }
  const subject = tell(scenario.subject);
  const fields = Object.fromEntries(
    Object.entries(scenario.fields).map(([name, text]) => [name, tell(text)]),
  );
  return { scenario, customer, subject, fields, turns };
}

export function inventCustomer(
  script: Script,
  { locale, random }: { locale: string; random: Random },
): Participant {
  const people = script.people[locale];
  if (!people) throw new RangeError(`no people for ${locale}`);
  const [given, family] = [random.pick(people.given), random.pick(people.family)];
  const [first, last] = [given, family].map((name) => latinOf(script, name));
  const digits = random.chance(0.4) ? String(random.between(2, 98)) : '';
  const separator = random.pick(['.', '', '_']);
  return {
    name: `${given} ${family}`,
    address: `${first}${separator}${last}${digits}@${random.pick(people.hosts)}`,
  };
}

function latinOf(script: Script, name: string): string {
  const written = script.latin[name] ?? name;
  const bare = written.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return bare.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/** What a slot holds stays the same within a story; `product2` is another of `product`. */
function createSlots(
  script: Script,
  cast: Cast & { locale: string; customer: Participant },
): (name: string) => string {
  const { random, locale, customer, agent } = cast;
  const lists = script.slots[locale] ?? {};
  const filled = new Map<string, string>([
    ['first', customer.name.split(' ')[0] ?? customer.name],
    ['name', customer.name],
    ['agent', agent],
    ['order', digitsInto(script.orderPattern, random)],
    ['tracking', digitsInto('##########', random)],
    ['amount', `${random.between(9, 189)},${random.pick(['00', '50', '90', '95'])}`],
    ['small', String(random.between(2, 6))],
    ['days', String(random.between(4, 13))],
  ]);
  filled.set('amount', money(filled.get('amount') ?? '', { locale, currency: script.currency }));

  return function slot(name) {
    const known = filled.get(name);
    if (known !== undefined) return known;
    const list = lists[name.replace(/\d$/, '')];
    if (!list) throw new RangeError(`no slot ${name} in ${locale}`);
    const taken = new Set(filled.values());
    const free = list.filter((item) => !taken.has(item));
    const value = spin(random.pick(free.length > 0 ? free : list), { random, slot });
    filled.set(name, value);
    return value;
  };
}

const digitsInto = (pattern: string, random: Random): string =>
  pattern.replaceAll('#', () => String(random.between(0, 9)));

/** Kept: making one takes longer than telling a story. */
const moneyFormats = new Map<string, Intl.NumberFormat>();

function money(amount: string, { locale, currency }: { locale: string; currency: string }): string {
  const tag = locale.startsWith('ar') ? 'ar-u-nu-latn' : locale;
  const key = `${tag} ${currency}`;
  const format = moneyFormats.get(key) ?? new Intl.NumberFormat(tag, { style: 'currency', currency });
  moneyFormats.set(key, format);
  return format.format(Number(amount.replace(',', '.')));
}
