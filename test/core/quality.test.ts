import { describe, expect, it } from 'vitest';
import { receivedLetter } from '../../electron/shared/demo/letter.ts';
import type { ConversationId, OperatorId } from '../../electron/shared/ids.ts';
import type { ScorecardForm } from '../../electron/shared/quality.ts';
import { aClient } from '../support/a-client.ts';
import { startCore, type TestCore } from '../support/start-core.ts';

const day = 86_400_000;
const seed = '314159';
const ours = { name: 'Northwind', address: 'help@northwind.example' };

const form: ScorecardForm = {
  weighting: 'normalised',
  notApplicable: 'excluded',
  passAt: 0.75,
  sections: [
    {
      id: 'all',
      title: 'All',
      weight: 1,
      questions: [
        aQuestion('kind', { weight: 3 }),
        aQuestion('right', { weight: 1 }),
        aQuestion('private', { weight: 1, critical: 'score-zero', mayBeNotApplicable: true }),
      ],
    },
  ],
};

function aQuestion(id: string, rest: Partial<ScorecardForm['sections'][number]['questions'][number]>) {
  const scale = { kind: 'binary' } as const;
  return {
    id,
    text: id,
    guidance: '',
    scale,
    weight: 1,
    mayBeNotApplicable: false,
    critical: 'none' as const,
    ...rest,
  };
}

const all = (kind: number, right: number, priv: number | 'not-applicable') => [
  { questionId: 'kind', selected: kind },
  { questionId: 'right', selected: right },
  { questionId: 'private', selected: priv },
];

/** A client whose operator Ben has answered and resolved conversations, one a day from 2026-03-01. */
async function aWorkedClient(core: TestCore, { timeZone = 'Europe/London', count = 6 } = {}) {
  const { services } = core.core;
  const { id: clientId } = await core.call.clients.add(aClient({ timeZone }));
  const add = (name: string, role: 'agent' | 'quality-lead') =>
    services.operators.add({ name, email: null, grants: [{ clientId, role }] }).id;
  const [ben, quinn] = [add('Ben', 'agent'), add('Quinn', 'quality-lead')];
  const store = services.stores.of(clientId);
  const settings = { kind: 'demo' } as const;
  const channel = services.channels.add(store, { name: 'Mail', identities: [ours], settings, secret: null });

  function converse(index: number, writer: OperatorId = ben): ConversationId {
    const at = Date.UTC(2026, 2, 1 + index, 9);
    const customer = { name: `Customer ${index}`, address: `c${index}@mail.example` };
    const letter = {
      key: `in-${index}`,
      from: customer,
      to: ours,
      subject: `Question ${index}`,
      text: `Hello ${index}`,
    };
    const messages = [
      receivedLetter({ ...letter, at, messageId: `in-${index}@mail.example`, references: [] }),
    ];
    const progress = { done: 1, total: 1 };
    const batch = { messages, removed: [], cursor: '0', progress };
    const id = services.conversations.ingest(store, channel.id, batch).conversationIds[0];
    if (!id) throw new Error('not ingested');
    write(id, { index, writer, at: at + 3_600_000, key: 'out' });
    return id;
  }
  function write(
    id: ConversationId,
    reply: { index: number; writer: OperatorId; at: number; key: string },
  ): void {
    const { index, writer, at, key } = reply;
    services.conversations.recordSent(store, {
      conversationId: id,
      channelId: channel.id,
      operatorId: writer,
      internetMessageId: `${key}-${index}@northwind.example`,
      from: ours,
      to: [{ name: `Customer ${index}`, address: `c${index}@mail.example` }],
      cc: [],
      subject: `Re: Question ${index}`,
      bytes: Buffer.from('x'),
      sha256: 'x',
      text: `Answer ${index}`,
      attachments: [],
      templateId: null,
      thenStatus: 'resolved',
      at,
    });
  }
  const conversationIds = Array.from({ length: count }, (_, index) => converse(index));
  core.clock.set(Date.UTC(2026, 3, 1, 10));
  const call = core.callAs(quinn);
  await call.quality.saveScorecard({ clientId, name: 'Card', form });
  return { clientId, store, call, ben, quinn, channel, conversationIds, converse, write };
}

const period = { from: '2026-03-01', to: '2026-03-31' };

describe('samples', () => {
  it('come out the same from the same seed, whatever happened since', async () => {
    const core = await startCore();
    const { clientId, call, converse } = await aWorkedClient(core);
    const draw = () => call.quality.sample({ clientId, sample: { ...period, size: 3, seed } });
    const first = await draw();
    const items = (id: typeof first.id) => call.quality.items({ clientId, sampleId: id });
    const second = await draw();
    expect(first).toMatchObject({ seed, size: 3, populationSize: 6, period, timeZone: 'Europe/London' });
    expect(second.populationHash).toBe(first.populationHash);
    expect((await items(second.id)).map((item) => item.conversationId)).toEqual(
      (await items(first.id)).map((item) => item.conversationId),
    );
    expect(await call.quality.prove({ clientId, sampleId: first.id })).toEqual({
      same: true,
      populationUnchanged: true,
    });

    converse(20);
    const late = await call.quality.prove({ clientId, sampleId: first.id });
    expect(late.populationUnchanged).toBe(false);
    expect(await items(first.id)).toHaveLength(3);
  });

  it('count what was resolved on the days of the client', async () => {
    const core = await startCore();
    const { clientId, call } = await aWorkedClient(core, { timeZone: 'Pacific/Auckland' });
    /** Ten in the morning UTC on the 3rd is eleven at night there. */
    const plan = await call.quality.plan({ clientId, period: { from: '2026-03-03', to: '2026-03-03' } });
    expect(plan).toMatchObject({ populationSize: 1, timeZone: 'Pacific/Auckland' });
    expect(plan.sizes.find((size) => size.within === 0.05)?.size).toBe(1);
  });

  it('freeze what was said: later words and tags do not reach the reviewer', async () => {
    const core = await startCore();
    const { clientId, store, call, ben, conversationIds } = await aWorkedClient(core, { count: 1 });
    const sample = await call.quality.sample({ clientId, sample: { ...period, size: 1, seed } });
    const before = await call.quality.task({ clientId, sampleId: sample.id, position: 0 });
    const [id] = conversationIds;
    if (!id) throw new Error('none');
    core.core.services.conversations.note(store, { kind: 'operator', id: ben }, { id, text: 'Too late' });
    core.core.services.conversations.tag(store, { kind: 'operator', id: ben }, { id, tag: 'late', on: true });
    const after = await call.quality.task({ clientId, sampleId: sample.id, position: 0 });
    expect(after.snapshot).toEqual(before.snapshot);
    expect(before.snapshot.messages.map((message) => [message.kind, message.text])).toEqual([
      ['inbound', 'Hello 0'],
      ['outbound', 'Answer 0'],
    ]);
    expect(before.writers).toEqual([ben]);
  });

  it('leave out thanks, and show what was said before a conversation was opened again', async () => {
    const core = await startCore();
    const worked = await aWorkedClient(core, { count: 1 });
    const { clientId, store, call, quinn, channel, conversationIds, write } = worked;
    const { conversations } = core.core.services;
    const [id] = conversationIds;
    if (!id) throw new Error('none');
    const at = Date.UTC(2026, 2, 20, 9);
    const again = { from: '2026-03-20', to: '2026-03-20', size: 5, seed };
    const say = (text: string, when: number) => {
      const letter = {
        from: { name: 'Customer 0', address: 'c0@mail.example' },
        to: ours,
        subject: 'Re: Question 0',
      };
      const thread = {
        key: text,
        messageId: `${when}@mail.example`,
        references: ['out-0@northwind.example'],
      };
      const messages = [receivedLetter({ ...letter, ...thread, text, at: when })];
      conversations.ingest(store, channel.id, {
        messages,
        removed: [],
        cursor: '1',
        progress: { done: 1, total: 1 },
      });
    };
    say('Thanks', at);
    const actor = { kind: 'operator', id: quinn } as const;
    conversations.setStatus(store, actor, { id, status: 'resolved', at: at + 1000 });
    expect(await call.quality.plan({ clientId, period: again })).toMatchObject({ populationSize: 0 });

    say('Once more', at + 2000);
    write(id, { index: 0, writer: quinn, at: at + 3000, key: 'again' });
    const sample = await call.quality.sample({ clientId, sample: again });
    const task = await call.quality.task({ clientId, sampleId: sample.id, position: 0 });
    expect(sample.populationSize).toBe(1);
    expect(task.snapshot.messages.map(({ text, earlier }) => [text, earlier])).toEqual([
      ['Hello 0', true],
      ['Answer 0', true],
      ['Thanks', true],
      ['Once more', false],
      ['Answer 0', false],
    ]);
    expect(task.writers).toEqual([quinn]);
  });

  it('say so where nothing was resolved', async () => {
    const core = await startCore();
    const { clientId, call } = await aWorkedClient(core);
    const sample = { from: '2025-01-01', to: '2025-01-31', size: 3, seed };
    await expect(call.quality.sample({ clientId, sample })).rejects.toMatchObject({
      cause: { code: 'not-found', detail: { what: 'resolved-conversations' } },
    });
  });
});

describe('reviews', () => {
  async function aSample(core: TestCore) {
    const worked = await aWorkedClient(core);
    const sample = await worked.call.quality.sample({
      clientId: worked.clientId,
      sample: { ...period, size: 2, seed },
    });
    const review = {
      sampleId: sample.id,
      position: 0,
      reviewedOperatorId: worked.ben,
      comment: '',
      complete: true,
    };
    return { ...worked, sample, review };
  }

  it('begin as a draft without a score and are completed with one', async () => {
    const core = await startCore();
    const { clientId, call, review } = await aSample(core);
    const draft = { ...review, answers: all(1, 0, 1).slice(0, 1), comment: 'Half way', complete: false };
    expect(await call.quality.saveReview({ clientId, review: draft })).toMatchObject({
      score: null,
      completedAt: null,
    });
    const done = await call.quality.saveReview({ clientId, review: { ...review, answers: all(1, 0, 1) } });
    expect(done).toMatchObject({ score: 0.8, outcome: 'pass', completedAt: '2026-04-01T10:00:00.000Z' });
    const [item, other] = await call.quality.items({ clientId, sampleId: review.sampleId });
    expect(item).toMatchObject({ state: 'reviewed', score: 0.8, outcome: 'pass' });
    expect(other).toMatchObject({ state: 'open', score: null });
    expect((await call.quality.samples({ clientId }))[0]).toMatchObject({ reviewed: 1, size: 2 });
  });

  it('fail with 0 where a critical question fails', async () => {
    const core = await startCore();
    const { clientId, call, review } = await aSample(core);
    const kept = await call.quality.saveReview({ clientId, review: { ...review, answers: all(1, 1, 0) } });
    expect(kept).toMatchObject({ score: 0, outcome: 'fail' });
  });

  it('cannot be completed with a question open, nor changed afterwards', async () => {
    const core = await startCore();
    const { clientId, call, review } = await aSample(core);
    const save = (answers: ReturnType<typeof all>) =>
      call.quality.saveReview({ clientId, review: { ...review, answers } });
    await expect(save(all(1, 1, 1).slice(0, 2))).rejects.toMatchObject({ cause: { code: 'invalid-input' } });
    await expect(save(all(1, 7, 1))).rejects.toMatchObject({ cause: { code: 'invalid-input' } });
    await save(all(1, 1, 'not-applicable'));
    await expect(save(all(0, 0, 0))).rejects.toMatchObject({ cause: { code: 'conflict' } });
  });

  it('are not made by whoever wrote the messages', async () => {
    const core = await startCore();
    const { clientId, ben, review } = await aSample(core);
    core.core.services.operators.grant(ben, [
      { clientId, role: 'agent' },
      { clientId, role: 'quality-lead' },
    ]);
    const save = core
      .callAs(ben)
      .quality.saveReview({ clientId, review: { ...review, answers: all(1, 1, 1) } });
    await expect(save).rejects.toMatchObject({
      cause: { code: 'forbidden', detail: { what: 'own-messages' } },
    });
  });

  it('are credited only to somebody who wrote', async () => {
    const core = await startCore();
    const { clientId, call, quinn, review } = await aSample(core);
    const save = call.quality.saveReview({
      clientId,
      review: { ...review, reviewedOperatorId: quinn, answers: all(1, 1, 1) },
    });
    await expect(save).rejects.toMatchObject({ cause: { code: 'invalid-input' } });
  });

  it('keep the version of the scorecard that they were made with', async () => {
    const core = await startCore();
    const { clientId, call, review } = await aSample(core);
    const changed = { ...form, passAt: 0.9 };
    expect(await call.quality.saveScorecard({ clientId, name: 'Card', form: changed })).toMatchObject({
      version: 1,
    });
    await call.quality.saveReview({ clientId, review: { ...review, answers: all(1, 0, 1) } });
    expect(await call.quality.scorecard({ clientId })).toMatchObject({ version: 1, locked: true });

    const next = await call.quality.saveScorecard({ clientId, name: 'Card', form });
    expect(next).toMatchObject({ version: 2, locked: false });
    const task = await call.quality.task({ clientId, sampleId: review.sampleId, position: 0 });
    expect(task.scorecard).toMatchObject({ version: 1, form: { passAt: 0.9 } });
    expect(task.review).toMatchObject({ scorecardVersion: 1, score: 0.8, outcome: 'fail' });
    const untouched = await call.quality.task({ clientId, sampleId: review.sampleId, position: 1 });
    expect(untouched.scorecard).toMatchObject({ version: 2 });
  });
});

it('is for quality leads: agents and client managers may not look', async () => {
  const core = await startCore();
  const { clientId, ben } = await aWorkedClient(core, { count: 1 });
  await expect(core.callAs(ben).quality.samples({ clientId })).rejects.toMatchObject({
    cause: { code: 'forbidden' },
  });
});

it('tells a conversation what its customer answered to a survey', async () => {
  const core = await startCore();
  const { store, conversationIds } = await aWorkedClient(core, { count: 1 });
  const [conversationId] = conversationIds;
  if (!conversationId) throw new Error('none');
  const askedAt = Date.UTC(2026, 2, 2, 12);
  const survey = {
    conversationId,
    kind: 'csat' as const,
    score: 5,
    comment: 'Good',
    askedAt,
    answeredAt: askedAt + day,
  };
  core.core.services.quality.recordSurvey(store, survey);
  const event = store.first(
    store.sql.selectFrom('events').select(['at', 'actor_kind', 'data']).where('type', '=', 'survey-answered'),
  );
  expect(event).toMatchObject({ at: askedAt + day, actor_kind: 'customer' });
  expect(JSON.parse(event?.data ?? '{}')).toMatchObject({ kind: 'csat', score: 5 });
});
