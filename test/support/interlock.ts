import { startDelivery } from '../../electron/core/sync/outbox-jobs.ts';
import type { Account, Delivery, Outgoing } from '../../electron/core/connectors/contract.ts';
import { createRandom, type Random } from '../../electron/shared/demo/random.ts';
import { asLiaisonError, LiaisonError } from '../../electron/shared/errors.ts';
import type { TemplateId } from '../../electron/shared/ids.ts';
import type { Composer, OutboxItem, SendReply } from '../../electron/shared/outbox.ts';
import { replyOf, type BrandDesk, type DeskBrand } from './brand-desk.ts';

/** What reached the sink: which client's account took it, and what it was. */
export interface Left {
  readonly brand: DeskBrand;
  readonly account: Account;
  readonly outgoing: Outgoing;
}

/** A composer in somebody's window, with what they typed and pasted into it. */
interface OpenComposer {
  readonly brand: DeskBrand;
  readonly composer: Composer;
  revision: number;
  text: string;
  readonly earlier: string[];
}

export interface InterlockCounts {
  /** Sends as the composer stood, and those that had something of another composer mixed in. */
  plain: number;
  mixed: number;
  /** Accepted by the outbox, of each. */
  plainTaken: number;
  mixedTaken: number;
  readonly refused: Map<string, number>;
}

/** Stands in every text typed for a conversation, so that it is known where it may go. */
export const tagOf = (brand: DeskBrand, conversation: number) =>
  `zq${brand.domain.slice(0, 4)}x${conversation}q`;

/** Something that only this client would write. */
const foreignTexts = (brand: DeskBrand) => [
  `We at ${brand.name} are glad to help.`,
  `Write to orders@${brand.domain} or see https://www.${brand.domain}/help`,
  `Greetings from ${brand.name.toLowerCase()}, as always.`,
  `${brand.name} sends parcels on Fridays, and somebody will ring before the van comes to the door.`,
];
const ownTexts = [
  'Thank you for waiting.',
  'It left this morning.',
  'We look into it.',
  'Sorry for the trouble.',
];

/** Plays seeded sequences of switch, type, paste, undo, save and send on a real core, and lets the outbox drain. */
export function createInterlock(
  desk: BrandDesk,
  templates: ReadonlyMap<DeskBrand, TemplateId>,
  windows: 'one' | 'several',
) {
  const { call, core, clock } = desk.started;
  const { stores, outbox, channels } = core.services;
  const counts: InterlockCounts = { plain: 0, mixed: 0, plainTaken: 0, mixedTaken: 0, refused: new Map() };
  const left: Left[] = [];
  /** The composers of all windows, newest last. */
  const kept: OpenComposer[] = [];
  let files = 0;

  const refuse = (error: unknown) => {
    const { cause } = error as { cause?: unknown };
    const { code } = cause instanceof LiaisonError ? cause : asLiaisonError(error);
    counts.refused.set(code, (counts.refused.get(code) ?? 0) + 1);
    if (code === 'internal') throw error;
  };

  async function open(random: Random): Promise<OpenComposer> {
    const brand = random.pick(desk.brands);
    const conversationId = random.pick(brand.conversationIds);
    const composer = await call.outbox.compose({ clientId: brand.clientId, conversationId });
    return { brand, composer, revision: composer.revision, text: composer.draft?.text ?? '', earlier: [] };
  }

  /** Another composer, or one that has been open for a while: whatever happened to its conversation since. */
  async function turnTo(random: Random): Promise<OpenComposer> {
    if (kept.length >= mostKept && windows === 'several' && random.chance(0.7)) return random.pick(kept);
    const window = await open(random);
    kept.push(window);
    if (kept.length > mostKept) kept.shift();
    return window;
  }

  function write(window: OpenComposer, text: string): void {
    window.earlier.push(window.text);
    window.text = `${window.text} ${text}`.trim();
  }

  /** As the page pastes: the core is asked, unless something goes wrong in the page. */
  async function paste(window: OpenComposer, random: Random): Promise<void> {
    const from = random.pick(desk.brands);
    const text = random.pick(foreignTexts(from));
    const { clientId, conversationId } = window.composer;
    if (from === window.brand || random.chance(0.4)) return write(window, text);
    await call.brandSafety.weigh({ clientId, conversationId, text });
    const as = random.pick(['stripped', 'cancelled'] as const);
    const { text: cleaned } = await call.brandSafety.decide({ clientId, conversationId, text, as });
    if (cleaned !== '') write(window, cleaned);
  }

  async function save(window: OpenComposer): Promise<void> {
    const { clientId, conversationId, identity, recipients, subject } = window.composer;
    const words = { clientId, conversationId, identity, recipients, subject, text: window.text };
    const saved = await call.outbox.saveDraft({ ...words, templateId: null, attachmentIds: [] });
    window.revision = saved.revision;
  }

  /** A page that confuses two composers: one part of the reply is another's. */
  function mixUp(reply: SendReply, other: OpenComposer, random: Random): SendReply {
    const { composer, brand } = other;
    const parts: readonly Partial<SendReply>[] = [
      { clientId: composer.clientId },
      { conversationId: composer.conversationId },
      { channelId: composer.channelId },
      { identity: composer.identity },
      { recipients: composer.recipients },
      { binding: composer.binding },
      { templateId: templates.get(brand) ?? null },
      { clientId: composer.clientId, channelId: composer.channelId },
      { conversationId: composer.conversationId, binding: composer.binding },
      { identity: composer.identity, channelId: composer.channelId },
    ];
    return { ...reply, ...random.pick(parts) };
  }

  async function attachTo(window: OpenComposer, random: Random) {
    if (!random.chance(0.04)) return [];
    const { clientId, conversationId } = window.composer;
    files += 1;
    const file = { name: `note-${files}.txt`, type: 'text/plain', base64: 'bm90ZQ==' };
    return [(await call.outbox.attach({ clientId, conversationId, ...file })).id];
  }

  async function send(window: OpenComposer, others: readonly OpenComposer[], random: Random) {
    const mixed = others.length > 0 && random.chance(0.5);
    const attachmentIds = await attachTo(mixed ? random.pick(others) : window, random);
    const plain = replyOf(window.composer, {
      text: window.text === '' ? random.pick(ownTexts) : window.text,
      revision: window.revision,
      attachmentIds,
    });
    const reply = mixed ? mixUp(plain, random.pick(others), random) : plain;
    counts[mixed ? 'mixed' : 'plain'] += 1;
    try {
      const item = await call.outbox.send(reply);
      counts[mixed ? 'mixedTaken' : 'plainTaken'] += 1;
      return item;
    } catch (error) {
      refuse(error);
      return null;
    }
  }

  async function undo(window: OpenComposer, item: OutboxItem | null): Promise<void> {
    if (item) await call.outbox.cancel({ clientId: item.clientId, outboxId: item.id }).catch(refuse);
    else window.text = window.earlier.pop() ?? window.text;
  }

  return {
    counts,
    left,
    async play(seed: string): Promise<void> {
      const random = createRandom(seed);
      let window = await turnTo(random);
      let sent: OutboxItem | null = null;
      for (let step = random.between(2, 4); step > 0; step -= 1) {
        const what = random.weighted(
          ['switch', 'type', 'paste', 'undo', 'save', 'send'] as const,
          (each) => weights[each],
        );
        if (what === 'switch') window = await turnTo(random);
        else if (what === 'type') {
          const place = window.brand.conversationIds.indexOf(window.composer.conversationId);
          write(window, `${random.pick(ownTexts)} ${tagOf(window.brand, place)}`);
        } else if (what === 'paste') await paste(window, random);
        else if (what === 'undo') await undo(window, sent);
        else if (what === 'save') await save(window).catch(refuse);
        else
          sent = await send(
            window,
            kept.filter((each) => each !== window),
            random,
          );
      }
    },
    /** Everything whose undo window is over is delivered, into the sink. */
    async drain(): Promise<void> {
      clock.advance(60_000);
      for (const brand of desk.brands) {
        const store = stores.of(brand.clientId);
        const work = outbox.work(store);
        const sink = {
          deliver: async ({ account, outgoing, onData, onDot }: Delivery) => {
            onData();
            onDot();
            left.push({ brand, account, outgoing });
          },
          findSent: () => Promise.resolve(true),
          fileCopy: () => Promise.resolve('filed' as const),
        };
        const registry = { mail: sink, demo: sink, archive: sink };
        for (const item of work.open()) {
          if (item.task === 'deliver')
            await startDelivery({ store, work, channels, registry }, item, new AbortController().signal)
              .result;
          // A copy that waits to be filed would be read again at every turn.
          else if (item.task === 'file') work.filed(item.id, 'filed');
        }
      }
    },
  };
}

const mostKept = 6;
const weights = { switch: 3, type: 3, paste: 2, undo: 2, save: 0.6, send: 3 };
