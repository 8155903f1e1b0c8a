import type { Participant } from '../../../shared/conversations.ts';
import { receivedLetter, htmlOf } from '../../../shared/demo/letter.ts';
import { createRandom, type Random } from '../../../shared/demo/random.ts';
import type { Script } from '../../../shared/demo/script.ts';
import { composeStory } from '../../../shared/demo/story.ts';
import type { ReceivedMessage } from '../../../shared/received.ts';

/** Milliseconds, shortest and longest. */
export interface Pace {
  readonly first: readonly [number, number];
  readonly between: readonly [number, number];
  readonly answer: readonly [number, number];
}

/** Three mailboxes together bring something every minute or so: lively, but a reader keeps up. */
export const usualPace: Pace = {
  first: [4_000, 18_000],
  between: [135_000, 270_000],
  answer: [25_000, 70_000],
};

/** How many replies a customer answers. */
const answeringShare = 0.6;

/** A reply of ours that a customer may answer. */
export interface Delivered {
  readonly to: Participant;
  readonly subject: string;
  readonly text: string;
  readonly internetMessageId: string;
}

/** A mailbox that exists only here: its customers write when their time has come. */
export interface DemoMailbox {
  /** What has come since the last call, numbered on from `count`. */
  take(count: number): ReceivedMessage[];
  hasMail(): boolean;
  /** Calls back when something comes; gives the function that stops listening. */
  listen(listener: () => void): () => void;
  open(): void;
  close(): void;
  delivered(reply: Delivered): void;
  hasSent(internetMessageId: string): boolean;
}

export function createDemoMailbox(options: {
  script: Script;
  now: () => number;
  pace: Pace;
  random: Random;
}): DemoMailbox {
  const { script, now, pace, random } = options;
  type Arrival = (count: number) => ReceivedMessage;
  const waiting: Arrival[] = [];
  const listeners = new Set<() => void>();
  const timers = new Set<NodeJS.Timeout>();
  const sent = new Set<string>();
  let isOpen = false;

  function later([shortest, longest]: readonly [number, number], work: () => void): void {
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        work();
      },
      random.between(shortest, longest),
    );
    timer.unref();
    timers.add(timer);
  }
  function arrive(arrival: Arrival): void {
    waiting.push(arrival);
    for (const listener of listeners) listener();
  }
  function expectNext(): void {
    later(pace.between, () => {
      arrive((count) => newLetter(script, { count, at: now() }));
      expectNext();
    });
  }

  return {
    take: (count) => waiting.splice(0).map((arrival, index) => arrival(count + index)),
    hasMail: () => waiting.length > 0,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open() {
      if (isOpen) return;
      isOpen = true;
      later(pace.first, () => arrive((count) => newLetter(script, { count, at: now() })));
      expectNext();
    },
    close() {
      isOpen = false;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
    delivered(reply) {
      sent.add(reply.internetMessageId);
      if (!isOpen || !random.chance(answeringShare)) return;
      later(pace.answer, () => arrive((count) => answerTo(script, { reply, count, at: now() })));
    },
    hasSent: (internetMessageId) => sent.has(internetMessageId),
  };
}

function mailboxOf(script: Script): Participant {
  const identity = script.mailbox[0];
  if (!identity) throw new RangeError('a script has a mailbox');
  return identity;
}

const hostOf = (address: string): string => address.slice(address.indexOf('@') + 1);

function newLetter(script: Script, { count, at }: { count: number; at: number }): ReceivedMessage {
  const to = mailboxOf(script);
  const random = createRandom(`${to.address} ${count} ${at}`);
  const real = script.scenarios.filter((scenario) => scenario.mood !== 'spam');
  const scenario = random.weighted(real, (one) => one.weight);
  const story = composeStory(script, { random, agent: to.name, scenario });
  const { text = '', html = false } = story.turns[0] ?? {};
  const key = `demo:${count}:${at}`;
  return receivedLetter({
    key,
    from: story.customer,
    to,
    subject: story.subject,
    text,
    html: html ? htmlOf(text, { key, rightToLeft: scenario.locale === 'ar' }) : null,
    at,
    messageId: `new.${count}.${at}@${hostOf(story.customer.address)}`,
    references: [],
  });
}

function answerTo(
  script: Script,
  { reply, count, at }: { reply: Delivered; count: number; at: number },
): ReceivedMessage {
  const random = createRandom(reply.internetMessageId);
  const words = script.thanks[localeOf(reply.text, Object.keys(script.thanks))] ?? [];
  return receivedLetter({
    key: `demo:${count}:${at}`,
    from: reply.to,
    to: mailboxOf(script),
    subject: /^re:/i.test(reply.subject) ? reply.subject : `Re: ${reply.subject}`,
    text: random.pick(words),
    at,
    messageId: `answer.${count}.${at}@${hostOf(reply.to.address)}`,
    references: [reply.internetMessageId],
  });
}

/** Good enough for three languages: the script's letters, then the commonest little words. */
function localeOf(text: string, locales: readonly string[]): string {
  const marks: Readonly<Record<string, RegExp>> = {
    ar: /\p{Script=Arabic}/u,
    es: /[¿¡ñ]|\b(?:el|la|que|gracias|hola|tu)\b/iu,
    en: /\b(?:the|you|thanks|your|is)\b/iu,
  };
  return locales.find((locale) => marks[locale]?.test(text)) ?? locales[0] ?? 'en';
}
