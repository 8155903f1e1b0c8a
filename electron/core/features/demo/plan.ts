import type { Identity } from '../../../shared/channels.ts';
import type { OperatorId } from '../../../shared/ids.ts';
import { htmlOf, quoteOf } from '../../../shared/demo/letter.ts';
import { createRandom, type Random } from '../../../shared/demo/random.ts';
import type { Scenario, Script } from '../../../shared/demo/script.ts';
import { composeStory, type Story, type StoryTurn } from '../../../shared/demo/story.ts';
import { makeFile, type DemoFile } from './files.ts';
import { lastDays, momentsOf, openingMoment } from './timeline.ts';

/** An operator who may answer, and in which languages. */
export interface Hand {
  readonly id: OperatorId;
  readonly name: string;
  readonly email: string;
  readonly locales: readonly string[];
}

export interface PlannedTurn extends StoryTurn {
  readonly at: number;
  readonly messageId: string;
  readonly references: readonly string[];
  readonly subject: string;
  readonly quoted: string;
  readonly markup: string | null;
  readonly files: readonly DemoFile[];
}

/** One conversation with everything that is to be written down about it, oldest turn first. */
export interface Plan {
  readonly key: string;
  readonly scenario: Scenario;
  readonly customer: Story['customer'];
  readonly ours: Identity;
  readonly hand: Hand;
  /** What the operator writes into the client's fields, by their names. */
  readonly fields: Story['fields'];
  readonly turns: readonly PlannedTurn[];
  /** True where nobody has got to it yet. */
  readonly fresh: boolean;
  readonly random: Random;
}

const hour = 3_600_000;
/** Per client. */
const settled = 94;
const fresh = 8;
/** Customers who write more than once in eight weeks. */
const returning = 0.18;
const secondMatter = 0.2;
const oldestFresh = 26 * hour;
const youngestFresh = hour / 3;

/** Eight weeks of one client's conversations up to `now`. The same seed and moment give the same. */
export function planConversations(
  script: Script,
  options: { seed: string; now: number; hands: readonly Hand[] },
): Plan[] {
  const { seed, now, hands } = options;
  const known: Story['customer'][] = [];
  const days = lastDays(scheduleOf(script), now - hour);
  return Array.from({ length: settled + fresh }, (_, index) => {
    const random = createRandom(`${seed} ${index}`);
    const isFresh = index >= settled;
    const start = isFresh
      ? now - Math.round(youngestFresh + random.next() ** 2 * (oldestFresh - youngestFresh))
      : openingMoment(days, { random, until: now - hour });
    const scenario = chooseScenario(script, { random, isFresh });
    const again = known.length > 0 && random.chance(returning) ? random.pick(known) : null;
    const hand = handFor(hands, { locale: scenario.locale, random });
    const fits = again && sameScript(again.name, scenario.locale) ? { customer: again } : {};
    const story = composeLong(script, { random, scenario, agent: firstName(hand.name), ...fits });
    known.push(story.customer);
    return plan(script, { key: `${seed}.${index}`, story, hand, start, now, random, isFresh });
  });
}

/** Some customers come back to the same thread with another matter. */
function composeLong(
  script: Script,
  cast: Parameters<typeof composeStory>[1] & { scenario: Scenario },
): Story {
  const story = composeStory(script, cast);
  const { scenario, random } = cast;
  if (scenario.mood === 'spam' || !random.chance(secondMatter)) return story;
  const others = script.scenarios.filter(
    (other) => other.locale === scenario.locale && other.mood === 'calm' && other.id !== scenario.id,
  );
  if (others.length === 0) return story;
  const next = composeStory(script, { ...cast, scenario: random.pick(others), customer: story.customer });
  return { ...story, turns: [...story.turns, ...next.turns] };
}

export const scheduleOf = ({ details }: Script) => ({
  timeZone: details.timeZone,
  weeklyHours: details.workingHours,
});

const firstName = (name: string) => name.split(' ')[0] ?? name;
const sameScript = (name: string, locale: string) => /\p{Script=Arabic}/u.test(name) === (locale === 'ar');

function chooseScenario(script: Script, { random, isFresh }: { random: Random; isFresh: boolean }): Scenario {
  const wanted = script.scenarios.filter((scenario) => !isFresh || scenario.mood !== 'spam');
  return random.weighted(wanted, (scenario) => scenario.weight);
}

function handFor(hands: readonly Hand[], { locale, random }: { locale: string; random: Random }): Hand {
  const able = hands.filter((hand) => hand.locales.includes(locale));
  return random.pick(able.length > 0 ? able : hands);
}

interface Telling {
  readonly key: string;
  readonly story: Story;
  readonly hand: Hand;
  readonly start: number;
  readonly now: number;
  readonly random: Random;
  readonly isFresh: boolean;
}

function plan(script: Script, telling: Telling): Plan {
  const { key, story, hand, now, random, isFresh } = telling;
  const ours = random.chance(0.15) ? script.mailbox.at(-1) : script.mailbox[0];
  if (!ours) throw new RangeError('a script has a mailbox');
  const moments = momentsOf(story, { schedule: scheduleOf(script), random, start: telling.start });
  const said: PlannedTurn[] = [];
  story.turns.forEach((turn, index) => {
    const at = moments[index] ?? now;
    if (at >= now || (isFresh && turn.by !== 'customer')) return;
    if (isFresh && said.length < index) return;
    said.push(writeTurn(script, { ...telling, ours, turn, at, before: said }));
  });
  return {
    key,
    scenario: story.scenario,
    customer: story.customer,
    ours,
    hand,
    fields: story.fields,
    turns: said,
    fresh: isFresh,
    random,
  };
}

function writeTurn(
  script: Script,
  scene: Telling & { ours: Identity; turn: StoryTurn; at: number; before: readonly PlannedTurn[] },
): PlannedTurn {
  const { key, story, turn, at, before, ours, random } = scene;
  const { locale } = story.scenario;
  const mail = before.filter((one) => one.by !== 'note');
  const last = mail.at(-1);
  const writer = turn.by === 'agent' ? ours : story.customer;
  const messageId = `${key}.${before.length}@${writer.address.slice(writer.address.indexOf('@') + 1)}`;
  const quoted = last && !turn.automatic ? quote(script, { locale, last, scene }) : '';
  const file = turn.attach ? [makeFile(turn.attach, { random, words: script.details.name })] : [];
  return {
    ...turn,
    at,
    messageId,
    references: mail.map((one) => one.messageId),
    subject: mail.length === 0 ? story.subject : `${turn.automatic ? 'Auto: ' : 'Re: '}${story.subject}`,
    quoted,
    markup: turn.html ? htmlOf(turn.text, { key: messageId, rightToLeft: locale === 'ar' }) : null,
    files: file,
  };
}

function quote(
  script: Script,
  { locale, last, scene }: { locale: string; last: PlannedTurn; scene: { story: Story; ours: Identity } },
): string {
  const who = last.by === 'agent' ? scene.ours.name : scene.story.customer.name;
  const tag = locale === 'ar' ? 'ar-AE-u-nu-latn' : locale;
  const when = timeFormat(tag, script.details.timeZone).format(last.at);
  const line = script.quoteLine[locale] ?? '{who}, {when}:';
  return quoteOf(line.replace('{when}', when).replace('{who}', who), last.text);
}

/** Kept: making one takes longer than writing a mail. */
const timeFormats = new Map<string, Intl.DateTimeFormat>();

function timeFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  const known = timeFormats.get(`${locale} ${timeZone}`);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  timeFormats.set(`${locale} ${timeZone}`, made);
  return made;
}
