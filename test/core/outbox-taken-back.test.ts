import { expect, test } from 'vitest';
import { claimMilliseconds } from '../../electron/core/features/claims/rules.ts';
import { createRandom } from '../../electron/shared/demo/random.ts';
import { standingOf } from '../../electron/shared/outbox-standing.ts';
import type { OperatorId, OutboxId } from '../../electron/shared/ids.ts';
import type { ClaimStanding } from '../../electron/shared/people.ts';
import { replyOf } from '../support/brand-desk.ts';
import type { Told } from '../support/a-window.ts';
import { codeOf, settled, startPeopleDesk } from '../support/people-desk.ts';

/** Two who answer one client, each in a window of their own. */
async function twoAtOne() {
  const people = await startPeopleDesk(['Quillmark']);
  const { callAs, clientId, window } = people;
  const at = people.at();
  const [ana, ben] = [people.hire('Ana Ruiz'), people.hire('Ben Ode')];
  const compose = (by: OperatorId) => callAs(by).outbox.compose(at);
  const open = async (by: OperatorId) => {
    const told = window(by).listen<ClaimStanding>('claims.hold', at);
    await settled();
    return told;
  };
  return {
    ...{ ...people, at, ana, ben, compose, open },
    attach: (by: OperatorId) =>
      callAs(by).outbox.attach({ ...at, name: 'map.txt', type: 'text/plain', base64: 'YQ==' }),
    async save(by: OperatorId, text: string, seen: number | null = null) {
      const { identity, recipients, subject } = await compose(by);
      const words = { ...at, identity, recipients, subject, text, templateId: null };
      return callAs(by).outbox.saveDraft({ ...words, seen });
    },
    async send(by: OperatorId, text: string, more: Parameters<typeof replyOf>[1] = {}) {
      return callAs(by).outbox.send(replyOf(await compose(by), { text, ...more }));
    },
    cancel: (by: OperatorId, outboxId: OutboxId) => callAs(by).outbox.cancel({ clientId, outboxId }),
    asDraft: (by: OperatorId, outboxId: OutboxId) =>
      callAs(by).outbox.decide({ clientId, outboxId, as: 'draft' }),
    /** Every text that a person finds: in the drafts, among what waits to leave, or among what waits for its draft. */
    async found(by: OperatorId) {
      const drafts = await callAs(by).outbox.drafts(at);
      const lines = await callAs(by).outbox.overview({ clientId });
      return [...drafts, ...lines].map(({ text }) => text);
    },
    waiting: async (by: OperatorId) =>
      (await callAs(by).outbox.list(at)).filter(({ wordsWait }) => wordsWait).map(({ text }) => text),
  };
}

test('taken back under a colleague’s composer, the words wait in the outbox with their files, and come back when it closes', async () => {
  const { ana, ben, at, callAs, clientId, clock, ...desk } = await twoAtOne();
  const { open, attach, send, cancel, asDraft, save, compose, waiting } = desk;
  const { id: file } = await attach(ana);
  const { id } = await send(ana, 'What Ana wrote', { attachmentIds: [file] });
  const bens = await open(ben);
  expect(await cancel(ana, id)).toMatchObject({ state: 'cancelled', wordsWait: true });
  expect((await compose(ben)).draft).toBeNull();
  expect(await waiting(ana)).toEqual(['What Ana wrote']);
  const attention = async () => (await callAs(ana).outbox.counts())[0]?.attention;
  expect(await attention()).toBe(1);

  expect(await codeOf(asDraft(ana, id))).toBe('claimed');
  await save(ben, 'What Ben writes');
  expect((await compose(ben)).draft?.text).toBe('What Ben writes');
  await callAs(ben).outbox.discardDraft(at);
  bens.stop();
  await settled();
  // However long ago it was: nobody's words go out of sight.
  clock.advance(72 * 3_600_000);
  const [line] = await callAs(ana).outbox.overview({ clientId });
  expect(line && [line.text, standingOf(line)]).toEqual(['What Ana wrote', 'taken-back']);

  expect(await asDraft(ana, id)).toMatchObject({ state: 'cancelled', wordsWait: false });
  const { draft, attachments } = await compose(ana);
  expect(draft).toMatchObject({ text: 'What Ana wrote', attachmentIds: [file] });
  expect(attachments).toMatchObject([{ id: file, name: 'map.txt' }]);
  expect(await callAs(ana).outbox.overview({ clientId })).toEqual([]);
  expect(await attention()).toBe(0);
});

test('one’s own open composer, or nobody’s, gets them back at once; said again by hand they wait no longer', async () => {
  const { ana, ben, open, send, cancel, compose, waiting } = await twoAtOne();
  const first = await send(ana, 'First');
  const anas = await open(ana);
  expect(await cancel(ana, first.id)).toMatchObject({ wordsWait: false });
  expect((await compose(ana)).draft?.text).toBe('First');
  const again = await send(ana, 'First');
  anas.stop();
  await settled();
  const bens = await open(ben);
  await cancel(ana, again.id);
  expect(await waiting(ana)).toEqual(['First']);
  bens.stop();
  await settled();
  await send(ana, 'First');
  expect(await waiting(ana)).toEqual([]);
});

test('what came back while a composer stood open unseen is not lost below what is saved from there', async () => {
  const { ana, ben, open, send, cancel, save, compose, waiting, asDraft, clock } = await twoAtOne();
  const { id } = await send(ana, 'What Ana wrote');
  await open(ben);
  const seen = (await compose(ben)).revision;
  // Ben went away with his composer open: it is nobody's, and Ana takes her words back.
  clock.advance(claimMilliseconds);
  const cancelled = await cancel(ana, id);
  expect(cancelled).toMatchObject({ wordsWait: false });
  const saved = await save(ben, 'B', seen);
  expect(await waiting(ana)).toEqual(['What Ana wrote']);
  await save(ben, 'Be', saved.revision);
  expect((await compose(ben)).draft?.text).toBe('Be');
  expect(await codeOf(asDraft(ana, id))).toBe('claimed');
});

test('what came back while a composer stood open unseen is not discarded with what is written there', async () => {
  const { at, ana, ben, open, send, cancel, compose, waiting, callAs, clock } = await twoAtOne();
  const { id } = await send(ana, 'What Ana wrote');
  await open(ben);
  const { revision: seen } = await compose(ben);
  clock.advance(claimMilliseconds);
  await cancel(ana, id);
  await callAs(ben).outbox.discardDraft({ ...at, seen });
  expect(await waiting(ana)).toEqual(['What Ana wrote']);
  expect((await compose(ana)).draft).toBeNull();
});

test('a message that began a conversation is taken back under a colleague: discarding theirs leaves it and its words', async () => {
  const { ana, ben, call, callAs, clientId, brand, window, compose } = await twoAtOne();
  const { identity } = await compose(ana);
  const { conversationId } = await callAs(ana).outbox.begin({
    ...{ clientId, channelId: brand.channelId, identity, subject: 'News', text: 'Hello' },
    recipients: { to: [{ name: 'New', address: 'new@customer.example' }] },
  });
  const at = { clientId, conversationId };
  const { id } = await callAs(ana).outbox.send(
    replyOf(await callAs(ana).outbox.compose(at), { text: 'Hello' }),
  );
  const bens = window(ben).listen<ClaimStanding>('claims.hold', at);
  await settled();
  await callAs(ana).outbox.cancel({ clientId, outboxId: id });
  await callAs(ben).outbox.discardDraft(at);
  bens.stop();
  await settled();
  await callAs(ana).outbox.decide({ clientId, outboxId: id, as: 'draft' });
  expect((await callAs(ana).outbox.compose(at)).draft?.text).toBe('Hello');
  await callAs(ana).outbox.discardDraft(at);
  expect(await codeOf(call.conversations.read(at))).toBe('not-found');
});

test('in no order of sending, taking back, writing, leaving and discarding are words of somebody lost', async () => {
  const desk = await twoAtOne();
  const { ana, ben, compose, cancel, asDraft, found, callAs, at, clock, read } = desk;
  const random = createRandom('taken back');
  const windows = new Map<OperatorId, { told: Told<ClaimStanding>; seen: number }>();
  const kept = new Set<string>();
  let turn = 0;
  let waited = 0;
  async function leave(by: OperatorId) {
    windows.get(by)?.told.stop();
    windows.delete(by);
    await settled();
  }
  const each: readonly [weight: number, act: (by: OperatorId) => Promise<unknown>][] = [
    [
      2,
      async (by) => {
        if (windows.has(by)) return;
        const told = await desk.open(by);
        windows.set(by, { told, seen: (await compose(by)).revision });
      },
    ],
    [
      4,
      async (by) => {
        const open = windows.get(by);
        if (!open) return;
        const draft = (await compose(by)).draft;
        // Only what its writer has seen may be written over.
        const isSeen = draft === null || draft.revision <= open.seen;
        const text = `words ${(turn += 1)}`;
        const { revision } = await desk.save(by, text, open.seen);
        if (isSeen && draft) kept.delete(draft.text);
        kept.add(text);
        open.seen = revision;
      },
    ],
    [
      3,
      async (by) => {
        const { draft } = await compose(by);
        if (draft) await desk.send(by, draft.text);
      },
    ],
    [
      3,
      async (by) => {
        const queued = (await callAs(by).outbox.list(at)).filter(({ state }) => state === 'queued');
        if (queued.length > 0) await cancel(by, random.pick(queued).id);
      },
    ],
    [
      3,
      async (by) => {
        const waits = (await callAs(by).outbox.list(at)).filter(({ wordsWait }) => wordsWait);
        waited += waits.length;
        if (waits.length > 0) await asDraft(by, random.pick(waits).id);
      },
    ],
    [
      1,
      async (by) => {
        const { draft } = await compose(by);
        const { seen = null } = windows.get(by) ?? {};
        await callAs(by).outbox.discardDraft({ ...at, seen });
        if (draft && draft.revision <= (seen ?? draft.revision)) kept.delete(draft.text);
      },
    ],
    [2, leave],
    [1, async () => clock.advance(claimMilliseconds / 2)],
  ];
  const refused = new Set<string>();
  for (let step = 0; step < 500; step += 1) {
    const code = await codeOf(random.weighted(each, ([weight]) => weight)[1](random.pick([ana, ben])));
    if (code !== null) refused.add(code);
    // Whose composer a colleague has taken sees it close.
    for (const [who, { told }] of windows) if (told.said.at(-1)?.state === 'taken') await leave(who);
    const there = await found(ana);
    for (const text of kept) expect(there, `step ${step}`).toContain(text);
  }
  // Only what was to be refused was.
  expect(['claimed', 'conflict']).toEqual(expect.arrayContaining([...refused]));
  expect(waited).toBeGreaterThan(10);
  expect(turn).toBeGreaterThan(20);
  expect((await read()).id).toBe(at.conversationId);
});
