import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readScripts } from '../../electron/core/features/demo/scripts.ts';
import { traitsOf, type BrandFacts } from '../../electron/core/features/brand-safety/traits-rules.ts';
import { newId } from '../../electron/core/ids.ts';
import { createRandom, type Random } from '../../electron/shared/demo/random.ts';
import { composeStory } from '../../electron/shared/demo/story.ts';
import type { ClientId } from '../../electron/shared/ids.ts';

/** A client with replies of its own, and what a person of it would sign, link to and number its orders with. */
export interface CorpusBrand {
  readonly clientId: ClientId;
  readonly facts: BrandFacts;
  /** Replies that this client's operators wrote: not one word in them is another client's. */
  readonly replies: readonly string[];
  readonly names: readonly string[];
  /** The name is an ordinary word. */
  readonly everyday: boolean;
  readonly domain: string;
  readonly address: string;
  readonly phone: string;
  readonly signature: readonly string[];
  readonly link: string;
  readonly voucher: string;
  order(random: Random): string;
}

const repliesOfEach = 260;
const people = ['Nina Hartmann', 'Marta Ruiz', 'Omar Haddad', 'Ben Carter'];

/** Invented brands: three with names of their own, six that are called like things of every day. */
const invented = [
  { name: 'Northwind', domain: 'northwind.example', phone: '+44 20 7946 0018', prefix: 'NWD' },
  { name: 'Bellweather & Sons', domain: 'bellweather.example', phone: '+1 (212) 555-0147', prefix: 'BWS' },
  { name: 'Österlund Möbel', domain: 'osterlund-moebel.example', phone: '+49 30 2233 4455', prefix: 'OM' },
  { name: 'Next', domain: 'next.example', phone: '+44 116 496 0123', prefix: 'NXT', everyday: true },
  { name: 'Apple', domain: 'apple.example', phone: '+1 408 555 0199', prefix: 'APL', everyday: true },
  { name: 'Orange', domain: 'orange.example', phone: '+33 1 99 00 12 34', prefix: 'ORG', everyday: true },
  {
    name: 'Target',
    domain: 'target-stores.example',
    phone: '+1 612 555 0166',
    prefix: 'TGT',
    everyday: true,
  },
  { name: 'First Bank', domain: 'firstbank.example', phone: '+1 303 555 0112', prefix: 'FB', everyday: true },
  { name: 'Monday', domain: 'monday.example', phone: '+972 3 555 0188', prefix: 'MON', everyday: true },
] as const;

/** The demo's three and the invented nine, from one seed. */
export function brandsOfCorpus(seed: string): CorpusBrand[] {
  const scripts = readScripts(join(import.meta.dirname, '../../resources')).map(({ script }) => script);
  const told = scripts.map((script, index) => {
    const random = createRandom(`${seed} demo ${index}`);
    const { name } = script.details;
    const address = script.mailbox[0]?.address ?? '';
    const domain = address.slice(address.indexOf('@') + 1);
    const stories = Array.from({ length: repliesOfEach }, () =>
      composeStory(script, { random, agent: random.pick(people).split(' ')[0] ?? '' }),
    );
    const replies = stories.flatMap(({ turns }) =>
      turns.filter(({ by }) => by === 'agent').map(({ text }) => text),
    );
    return brandOf({
      name,
      domain,
      replies,
      subjects: stories.map(({ subject }) => `Re: ${subject}`),
      identities: script.mailbox,
      phone: `+34 9${index}1 55 0${index} 77`,
      street: `${index + 3} Harbour Lane, Valencia`,
      everyday: false,
      signOffs: Object.values(script.signOff).flat(),
      orderOf: (chance) => script.orderPattern.replaceAll('#', () => String(chance.between(0, 9))),
    });
  });
  const made = invented.map((brand, index) => {
    const random = createRandom(`${seed} made ${brand.name}`);
    const orderOf = (chance: Random) => `${brand.prefix}-${chance.between(100_000, 999_999)}`;
    const replies = Array.from({ length: repliesOfEach }, () =>
      plainReply(random, { brand, order: orderOf(random) }),
    );
    return brandOf({
      ...brand,
      everyday: 'everyday' in brand,
      replies,
      subjects: [],
      street: `Floor ${index + 1}, ${index + 20} Mill Road`,
      identities: [{ name: brand.name, address: `help@${brand.domain}` }],
      signOffs: [],
      orderOf,
    });
  });
  return [...told, ...made];
}

interface Made {
  readonly name: string;
  readonly domain: string;
  readonly phone: string;
  /** The second line of its signature. */
  readonly street: string;
  readonly everyday: boolean;
  readonly replies: readonly string[];
  readonly subjects: readonly string[];
  readonly identities: BrandFacts['identities'];
  readonly signOffs: readonly string[];
  readonly orderOf: (random: Random) => string;
}

function brandOf(made: Made): CorpusBrand {
  const { name, domain, phone, identities, replies } = made;
  const clientId = newId<ClientId>(0);
  const link = `https://help.${domain.split('.')[0]}-answers.example/articles/returns`;
  const voucher = `${made
    .orderOf(createRandom(name))
    .slice(0, 3)
    .replace(/[^A-Z]/g, 'X')}WELCOME15`;
  const signature = [`The ${name} people`, made.street, phone];
  const templates = [
    {
      id: newId<ClientId>(1),
      source: `Hi {{ customer.first_name }},\n\nRead ${link} first. Your code is ${voucher}.`,
    },
    { id: newId<ClientId>(2), source: `Hello,\n\nall done.\n\n${signature.join('\n')}` },
  ];
  const sent = replies.map((text, index) => ({
    conversationId: `conversation ${index}`,
    subject: made.subjects[index] ?? '',
    text,
  }));
  return {
    clientId,
    facts: { clientId, name, identities, templates, sent, operatorNames: people },
    replies,
    names: [name],
    everyday: made.everyday,
    domain,
    address: identities[0]?.address ?? '',
    phone,
    signature,
    link,
    voucher,
    order: made.orderOf,
  };
}

const openings = [
  'Thanks for writing to us.',
  'Thank you for your patience.',
  'Good news about your request.',
  'I had a look at once.',
];
/** Full of ordinary words that happen to be somebody's name. */
const bodies = [
  'The next step is simple: print the label. Next, drop the parcel at any point.',
  'Next time the order arrives late, write to us on Monday and we will refund the delivery.',
  'We pack apple juice and orange marmalade apart. Apple and orange crates leave on Monday.',
  'Our target is three working days. Target dates are on the first page of the letter.',
  'Please ask your bank; the first bank statement after the refund shows it.',
  'Click Next, then Orange, then the Target button. Monday is a holiday.',
  'The orange jacket comes in May; the next one is green. First come, first served.',
  'On Monday the courier tries again. The first attempt was on Friday.',
];

const plainReply = (random: Random, { brand, order }: { brand: { name: string }; order: string }): string =>
  [
    `Hello ${random.pick(['Ana', 'Tom', 'Leila', 'José', 'Mia'])},`,
    random.pick(openings),
    `${random.pick(bodies)} ${random.pick(['', `The number is ${order}.`, `Order ${order} is on its way.`])}`.trim(),
    `${random.pick(['Kind regards', 'All the best', 'Best'])},\n${random.pick(people).split(' ')[0]}\n${brand.name}`,
  ].join('\n\n');

const conversationsFolder = join(import.meta.dirname, '../../../shared/conversations');
export const hasConversations =
  existsSync(conversationsFolder) && spawnSync('xz', ['--version']).status === 0;
export const conversationsAreAbsent =
  'needs xz, and ../shared/conversations, which is not beside this checkout';

/** What people really wrote to one another about services: nothing in it is about any of these brands. */
export function realUtterances(): string[] {
  const read = (path: string) =>
    execFileSync('xz', ['-dc', join(conversationsFolder, path)], {
      encoding: 'utf8',
      maxBuffer: 512 * 1024 * 1024,
    });
  const star = read('star/dialogues.jsonl.xz')
    .trim()
    .split('\n')
    .flatMap((line) => (JSON.parse(line) as { turns: { who: string; text: string }[] }).turns)
    .filter(({ who }) => who === 'agent')
    .map(({ text }) => text);
  const natcs = read('natcs-dstc11/development-utterances.jsonl.xz')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { utterance: string }).utterance);
  const dogo = read('multidogo/customer_turns.jsonl.xz')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
  return [...new Set([...star, ...natcs, ...dogo])];
}

export const traitsOfCorpus = (brands: readonly CorpusBrand[]) =>
  brands.map(({ clientId, facts }) => ({ clientId, traits: traitsOf(facts) }));
