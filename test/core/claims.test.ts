import { expect, test } from 'vitest';
import { claimMilliseconds } from '../../electron/core/features/claims/rules.ts';
import { createRandom } from '../../electron/shared/demo/random.ts';
import type { OperatorId } from '../../electron/shared/ids.ts';
import type { ClaimStanding } from '../../electron/shared/people.ts';
import type { Composer } from '../../electron/shared/outbox.ts';
import { replyOf } from '../support/brand-desk.ts';
import type { TestWindow, Told } from '../support/a-window.ts';
import { codeOf, settled, startPeopleDesk } from '../support/people-desk.ts';

async function twoAtOne() {
  const people = await startPeopleDesk(['Quillmark']);
  const [ana, ben] = [people.hire('Ana Ruiz'), people.hire('Ben Ode')];
  const at = people.at();
  const hold = (window: TestWindow) => window.listen<ClaimStanding>('claims.hold', at);
  const compose = async (operatorId: OperatorId) => people.callAs(operatorId).outbox.compose(at);
  const draftOf = ({ identity, recipients, subject }: Composer, text: string) => ({
    ...at,
    ...{ identity, recipients, subject, text, templateId: null },
  });
  const save = async (operatorId: OperatorId, text = 'Half a sentence') =>
    people.callAs(operatorId).outbox.saveDraft(draftOf(await compose(operatorId), text));
  const send = async (operatorId: OperatorId, text = 'It left our house this morning.') =>
    people.callAs(operatorId).outbox.send(replyOf(await compose(operatorId), { text }));
  const takenOver = async () => (await people.read()).events.filter(({ body }) => body.type === 'taken-over');
  const outbox = () => people.call.outbox.list(at);
  return { ...people, ana, ben, at, hold, save, send, takenOver, outbox };
}
const last = (told: Told<ClaimStanding>) => told.said.at(-1);

test('whoever opens the composer has it; another is told who and since when, and can neither write nor send', async () => {
  const { ana, ben, at, hold, save, send, window, callAs, clock, outbox } = await twoAtOne();
  const since = new Date(clock.now()).toISOString();
  const anas = hold(window(ana));
  await settled();
  clock.advance(60_000);
  const bens = hold(window(ben));
  await settled();
  expect(anas.said).toEqual([{ state: 'mine', since }]);
  expect(bens.said).toEqual([{ state: 'taken', operatorId: ana, name: 'Ana Ruiz', since }]);
  const file = { ...at, name: 'a.txt', type: 'text/plain', base64: 'YQ==' };
  expect(await codeOf(save(ben))).toBe('claimed');
  expect(await codeOf(callAs(ben).outbox.attach(file))).toBe('claimed');
  expect(await codeOf(callAs(ben).outbox.discardDraft(at))).toBe('claimed');
  expect(await codeOf(send(ben))).toBe('claimed');
  expect(await outbox()).toEqual([]);
  await save(ana);
  await send(ana);
  await settled();
  expect(last(bens)).toEqual({ state: 'free' });
  expect(await outbox()).toHaveLength(1);
});

test('taking over is a step of its own, told in the history, and turns both windows round', async () => {
  const { ana, ben, at, hold, save, send, window, callAs, takenOver } = await twoAtOne();
  const [anas, bens] = [hold(window(ana)), hold(window(ben))];
  await settled();
  await save(ana, 'What Ana began');
  await callAs(ben).claims.take({ ...at, from: ana });
  await settled();
  expect(last(anas)).toMatchObject({ state: 'taken', operatorId: ben, name: 'Ben Ode' });
  expect(last(bens)).toMatchObject({ state: 'mine' });
  expect(await takenOver()).toMatchObject([
    { actor: { kind: 'operator', id: ben }, body: { type: 'taken-over', from: ana } },
  ]);
  expect(await codeOf(save(ana))).toBe('claimed');
  expect(await codeOf(send(ana))).toBe('claimed');
  const { draft } = await callAs(ben).outbox.compose(at);
  expect(draft?.text).toBe('What Ana began');
  await send(ben);
});

test('a reply that is being rendered while somebody takes over does not leave', async () => {
  const { ana, ben, at, hold, send, window, callAs, outbox } = await twoAtOne();
  hold(window(ana));
  await settled();
  const sending = codeOf(send(ana));
  await callAs(ben).claims.take({ ...at, from: ana });
  expect(await sending).toBe('claimed');
  expect(await outbox()).toEqual([]);
});

test('a claim ends when its last window closes, leaves or lets go; another window of the same person keeps it', async () => {
  const { ana, ben, at, hold, window, callAs } = await twoAtOne();
  const [first, second] = [window(ana), window(ana)];
  const held = hold(first);
  hold(second);
  const bens = hold(window(ben));
  await settled();
  held.stop();
  await settled();
  expect(last(bens)).toMatchObject({ state: 'taken', operatorId: ana });
  second.close();
  await settled();
  expect(last(bens)).toEqual({ state: 'free' });
  await callAs(ben).claims.take({ ...at, from: null });
  await settled();
  expect(last(bens)).toMatchObject({ state: 'mine' });
  await callAs(ben).claims.release(at);
  await settled();
  expect(last(bens)).toEqual({ state: 'free' });
});

test('it times out when nobody was seen at it; reading and writing keep it, and what nobody took is theirs again', async () => {
  const { ana, ben, at, hold, save, window, callAs, clock, core } = await twoAtOne();
  const { claims } = core.services;
  const anas = hold(window(ana));
  await settled();
  clock.advance(claimMilliseconds - 1);
  await callAs(ana).conversations.handled({ ...at, milliseconds: 5_000 });
  clock.advance(claimMilliseconds - 1);
  await save(ana);
  clock.advance(claimMilliseconds - 1);
  expect(claims.expire()).toBe(0);
  clock.advance(1);
  expect(claims.expire()).toBe(1);
  await settled();
  expect(last(anas)).toEqual({ state: 'free' });
  await save(ana);
  await settled();
  expect(last(anas)).toMatchObject({ state: 'mine' });
  clock.advance(claimMilliseconds);
  // Nobody looked in between: what timed out is free for whoever asks.
  const bens = hold(window(ben));
  await settled();
  expect(last(bens)).toMatchObject({ state: 'mine' });
  expect(await codeOf(save(ana))).toBe('claimed');
});

test('who only reads is told who writes, and keeps nobody from writing', async () => {
  const { ana, ben, at, hold, save, window } = await twoAtOne();
  const reading = window(ben).listen<ClaimStanding>('claims.watch', at);
  await settled();
  expect(reading.said).toEqual([{ state: 'free' }]);
  const writing = hold(window(ana));
  await settled();
  expect(last(reading)).toMatchObject({ state: 'taken', operatorId: ana, name: 'Ana Ruiz' });
  await save(ana);
  const own = window(ana).listen<ClaimStanding>('claims.watch', at);
  await settled();
  own.stop();
  writing.stop();
  await settled();
  expect(last(reading)).toEqual({ state: 'free' });
  await save(ben);
});

test('of two who take over at once one does, and the other is told who', async () => {
  const { ana, ben, at, hold, window, hire, takenOver } = await twoAtOne();
  const cleo = hire('Cleo Fry');
  hold(window(ana));
  await settled();
  const [bens, cleos] = [window(ben), window(cleo)];
  const take = (one: TestWindow) => codeOf(one.call('mutation', 'claims.take', { ...at, from: ana }));
  const codes = await Promise.all([take(bens), take(cleos)]);
  expect(codes.toSorted()).toEqual([null, 'claimed'].toSorted());
  expect(await takenOver()).toHaveLength(1);
});

test('who may not send, is not certified or works elsewhere claims nothing', async () => {
  const { ana, at, hold, window, hire, call, clientId, core, store } = await twoAtOne();
  const lead = hire('Lea', { role: 'quality-lead' });
  const stranger = hire('Sid', { at: [] });
  const rules = await call.people.rules({ clientId });
  await call.people.setRules({ clientId, rules: { ...rules, certifiedOnly: true } });
  const held = [lead, stranger, ana].map((each) => hold(window(each)));
  await settled();
  expect(held.map(({ failed }) => failed)).toEqual(['forbidden', 'forbidden', 'not-certified']);
  expect(core.services.claims.holderOf(store, at.conversationId)).toBeNull();
  await expect(window(ana).call('mutation', 'claims.take', { ...at, from: null })).rejects.toThrow(
    'not-certified',
  );
});

/** What windows of three people do in an order that a seed decides, each step looked at from every side. */
async function interleave(
  desk: Awaited<ReturnType<typeof twoAtOne>>,
  operators: readonly OperatorId[],
  seed: string,
) {
  const { at, hold, window, clock, core, store, callAs } = desk;
  const { claims } = core.services;
  const random = createRandom(seed);
  const open: { operatorId: OperatorId; window: TestWindow; told: Told<ClaimStanding> }[] = [];
  const holder = () => claims.holderOf(store, at.conversationId);
  let wins = 0;
  for (let step = 0; step < 12; step += 1) {
    // Several at once, so that they meet in the core in whatever order the wire brings them.
    const acts = Array.from({ length: random.between(1, 3) }, async () => {
      const operatorId = random.pick(operators);
      const each = open.length > 0 ? random.pick(open) : null;
      const what = random.pick([
        'open',
        'open',
        'stop',
        'close',
        'take',
        'release',
        'late',
        'write',
      ] as const);
      if (what === 'open') {
        const opened = window(operatorId);
        open.push({ operatorId, window: opened, told: hold(opened) });
      } else if (what === 'late') {
        clock.advance(claimMilliseconds);
        claims.expire();
      } else if (what === 'write') {
        const before = holder();
        const refused = codeOfSync(() =>
          claims.write(store, { operatorId, conversationId: at.conversationId }),
        );
        expect(refused).toBe(before === null || before === operatorId ? null : 'claimed');
      } else if (what === 'take') {
        if ((await codeOf(callAs(operatorId).claims.take({ ...at, from: holder() }))) === null) wins += 1;
      } else if (what === 'release') await callAs(operatorId).claims.release(at);
      else if (each) {
        if (what === 'stop') each.told.stop();
        else each.window.close();
        open.splice(open.indexOf(each), 1);
      }
    });
    await Promise.all(acts);
    await settled();
    const owner = holder();
    const mine = open.filter(({ told }) => last(told)?.state === 'mine');
    expect(new Set(mine.map(({ operatorId }) => operatorId)).size).toBeLessThanOrEqual(1);
    for (const { operatorId, told } of open) {
      const standing = last(told);
      const said =
        standing?.state === 'taken' ? standing.operatorId : standing?.state === 'mine' ? operatorId : null;
      expect(said).toBe(owner);
    }
    for (const operatorId of operators) {
      const mayWrite =
        codeOfSync(() => claims.guard(store, { operatorId, conversationId: at.conversationId })) === null;
      expect(mayWrite).toBe(owner === null || owner === operatorId);
    }
  }
  for (const each of open) each.window.close();
  await settled();
  for (const operatorId of operators)
    claims.release(store, { operatorId, conversationId: at.conversationId });
  return wins;
}

function codeOfSync(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

test('2,000 interleavings of three people at one conversation: never two writers, and every window knows whose it is', async () => {
  const desk = await twoAtOne();
  const operators = [desk.ana, desk.ben, desk.hire('Cleo Fry')];
  let wins = 0;
  for (let round = 0; round < 2_000; round += 1) wins += await interleave(desk, operators, `round ${round}`);
  expect(wins).toBeGreaterThan(1_000);
}, 120_000);

test('of three who send at once only the reply of whoever has the conversation leaves', async () => {
  const { ana, ben, hire, at, hold, window, callAs, outbox, core, store } = await twoAtOne();
  const operators = [ana, ben, hire('Cleo Fry')];
  const random = createRandom('sending');
  for (let round = 1; round <= 25; round += 1) {
    const windows = operators.map((each) => window(each));
    const composer = await callAs(ana).outbox.compose(at);
    const order = operators.map((_, index) => index).toSorted(() => random.next() - 0.5);
    for (const index of order) hold(windows[index]!);
    const codes = await Promise.all(
      order.map((index) => {
        const reply = replyOf(composer, { text: `Round ${round} by ${index}` });
        return codeOf(windows[index]!.call('mutation', 'outbox.send', reply));
      }),
    );
    // Whoever has it comes first in the list; the others come too early, or too late.
    expect(codes[0]).toBeNull();
    for (const code of codes.slice(1)) expect(['claimed', 'conflict']).toContain(code);
    const texts = (await outbox()).map(({ text }) => text);
    expect(texts).toHaveLength(round);
    expect(texts).toContain(`Round ${round} by ${order[0]}`);
    for (const each of windows) each.close();
    await settled();
    expect(core.services.claims.holderOf(store, at.conversationId)).toBeNull();
  }
}, 60_000);
