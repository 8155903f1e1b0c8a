import { describe, expect, test } from 'vitest';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import { newId } from '../../electron/core/ids.ts';
import { LiaisonError } from '../../electron/shared/errors.ts';
import type { EventBody } from '../../electron/shared/events.ts';
import type { SignatureId } from '../../electron/shared/ids.ts';
import type { SendReply } from '../../electron/shared/outbox.ts';
import type { VoiceGuideInput } from '../../electron/shared/voice-guides.ts';
import { replyOf, startBrandDesk } from '../support/brand-desk.ts';

const existence = (word: string, level: string) =>
  `extends: existence\nmessage: "No %s."\nlevel: ${level}\ntokens: [${word}]\n`;
const rules = [
  { name: 'House.Very', yaml: existence('very', 'warning') },
  { name: 'House.Never', yaml: existence('never', 'error') },
];

async function guided(guide: Partial<VoiceGuideInput> = {}) {
  const text = 'It is very very late.\nYou never do that.';
  const desk = await startBrandDesk(['Northwind', 'Bluefinch Travel'], {
    ask: () => ({ subject: 'Never again', text }),
  });
  const [ours, theirs] = desk.brands;
  const [conversationId] = ours?.conversationIds ?? [];
  if (!ours || !theirs || !conversationId) throw new Error('no conversation');
  const { started } = desk;
  const { clientId } = ours;
  const briefing = { tone: '', dos: [], donts: [] };
  const usual = { clientId, briefing, rules, checklist: [], errorsBlockSending: true };
  await started.call.voice.save({ ...usual, ...guide });
  const at = { clientId, conversationId };
  const store = started.core.services.stores.of(clientId);
  const agent = started.callAs(desk.hire('agent', ['Northwind']));
  const reply = (details: Partial<SendReply>) => desk.reply(at, details);
  /** Hands all of it on; `write` gets what came and gives what leaves. */
  async function forward(details: Partial<SendReply>, write?: (came: string) => string) {
    const { outbox } = started.call;
    await outbox.forward({ ...at, messageId: null });
    const composer = await outbox.compose({ ...at, kind: 'forward' });
    const { draft } = composer;
    if (!draft) throw new Error('a forward has a draft');
    const came = await outbox.quotation({ ...at, kind: 'forward', manner: draft.manner });
    const to = [{ name: 'Dana', address: 'dana@carrier.example' }];
    const words = {
      ...replyOf({ ...composer, recipients: { to, cc: [], bcc: [] } }),
      ...{ kind: 'forward' as const, subject: draft.subject, text: '' },
      manner: write ? { ...draft.manner, original: write(came) } : draft.manner,
      ...details,
    };
    const { revision } = await outbox.saveDraft({ ...words, seen: null });
    return { ...words, revision };
  }
  return { ...desk, at, store, agent, reply, forward, theirs };
}

const blockedBy = (count: number) => ({ cause: { code: 'voice-blocked', detail: { count } } });

const scoresOf = (store: ClientStore) =>
  store.all(store.sql.selectFrom('voice_scores').selectAll().orderBy('at'));

test('how a reply stood to the guide is kept when it is sent: its own words, what was found, what was set aside and why', async () => {
  const { started, store, reply } = await guided();
  const text = 'It is very late and very far.\n\n> very very\n';
  const ignoredVoice = [
    { check: 'House.Very', match: 'very', reason: 'The customer’s own word' },
    { check: 'House.Other', match: 'far', reason: 'not found by anybody' },
  ];
  await started.call.outbox.send(await reply({ text, ignoredVoice }));
  expect(scoresOf(store)).toMatchObject([
    {
      guide_version: 1,
      words: 7,
      issues: 1,
      checks: JSON.stringify([{ check: 'House.Very', count: 1 }]),
      ignored: JSON.stringify([ignoredVoice[0]]),
      overridden: 0,
    },
  ]);
});

test('an error can not be set aside; who may not override is refused, who may leaves a record', async () => {
  const { started, store, reply, agent, at } = await guided();
  const text = 'We never do.';
  const ignoredVoice = [{ check: 'House.Never', match: 'never', reason: 'I think so' }];
  const blocked = blockedBy(1);
  const sent = await reply({ text, ignoredVoice });
  await expect(agent.outbox.send(sent)).rejects.toMatchObject(blocked);
  await expect(agent.outbox.send({ ...sent, overrideVoice: true })).rejects.toMatchObject({
    cause: { code: 'forbidden' },
  });
  expect(scoresOf(store)).toEqual([]);
  await started.call.outbox.send({ ...sent, overrideVoice: true });
  expect(scoresOf(store)).toMatchObject([{ issues: 1, ignored: '[]', overridden: 1 }]);
  const facts = store
    .all(store.sql.selectFrom('events').select('data').where('conversation_id', '=', at.conversationId))
    .map(({ data }) => JSON.parse(data) as EventBody);
  expect(facts.find(({ type }) => type === 'send-queued')).toMatchObject({ voiceOverridden: true });
});

test('what the mail would leave out or break into lines hides nothing from the checks', async () => {
  const { started, reply } = await guided();
  const blocked = { cause: { code: 'voice-blocked' } };
  for (const text of ['We ne\0ver do.', '> so\rWe never do.', '-\0- so\r\nWe never do.'])
    await expect(started.call.outbox.send(await reply({ text }))).rejects.toMatchObject(blocked);
  await expect(started.call.outbox.send(await reply({ text: 'By [order\0.date]' }))).rejects.toMatchObject({
    cause: { code: 'template-unfilled', detail: { placeholder: 'order.date' } },
  });
});

test('without a guide nothing is kept, and no client keeps what another sent', async () => {
  const { started, store, reply, theirs } = await guided();
  await started.call.outbox.send(await reply({ text: 'All good.' }));
  const [conversationId] = theirs.conversationIds;
  if (!conversationId) throw new Error('no conversation');
  const other = { clientId: theirs.clientId, conversationId };
  const composer = await started.call.outbox.compose(other);
  await started.call.outbox.send({
    ...(await reply({ text: 'All good here too.' })),
    ...other,
    channelId: composer.channelId,
    identity: composer.identity,
    recipients: composer.recipients,
    subject: composer.subject,
    revision: composer.revision,
    binding: composer.binding,
  });
  expect(scoresOf(store)).toHaveLength(1);
  expect(scoresOf(started.core.services.stores.of(theirs.clientId))).toEqual([]);
});

test('words that are sent again, as a new message or from another address, keep how they stood', async () => {
  const { started, store, reply, at } = await guided();
  const { call, clock, core } = started;
  const { clientId } = at;
  const work = core.services.outbox.work(store);
  const first = await call.outbox.send(await reply({ text: 'It is very late.' }));
  clock.advance(11_000);
  work.claim(first.id);
  for (const phase of ['data', 'dot'] as const) work.passed(first.id, phase);
  const silence = new LiaisonError('effect-unknown', { effect: 'unknown' });
  work.settle(first.id, { kind: 'failed', error: silence });
  const second = await call.outbox.decide({ clientId, outboxId: first.id, as: 'resend' });
  clock.advance(11_000);
  work.claim(second.id);
  work.settle(second.id, { kind: 'failed', error: new LiaisonError('sender-refused') });
  const address = 'orders@northwind.example';
  const third = await call.outbox.sendFrom({ clientId, outboxId: second.id, address });
  const scores = scoresOf(store);
  expect(scores.map(({ internet_message_id: id }) => id.split('.')[0])).toEqual([
    first.id,
    second.id,
    third.id,
  ]);
  const stood = { guide_version: 1, words: 4, issues: 1, overridden: 0 };
  expect(scores).toMatchObject([stood, stood, stood]);
});

test('a subject that its writer wrote is checked as the text is; one that comes back is not', async () => {
  const { started, store, reply } = await guided();
  const { send } = started.call.outbox;
  for (const [subject, count] of [
    ['We never do', 1],
    ['Re: Never again, never', 1],
  ] as const)
    await expect(send(await reply({ text: 'We never do.', subject }))).rejects.toMatchObject(
      blockedBy(count + 1),
    );
  await expect(send(await reply({ text: 'All good.', subject: 'We never do' }))).rejects.toMatchObject(
    blockedBy(1),
  );
  await send(await reply({ text: 'All good.' }));
  const ignored = [{ check: 'House.Very', match: 'very', reason: 'So it is called' }];
  const subject = 'Re: Never again: a very good day';
  await send(await reply({ text: 'All good, very.', subject, ignoredVoice: ignored }));
  const overridden = {
    ...(await reply({ text: 'All good.', subject: 'We never mind' })),
    overrideVoice: true,
  };
  await send(overridden);
  expect(scoresOf(store)).toMatchObject([
    { words: 2, issues: 0, overridden: 0 },
    { words: 7, issues: 1, ignored: JSON.stringify(ignored) },
    { words: 5, issues: 1, overridden: 1 },
  ]);
});

test('nothing goes unchecked behind the marks of quotations and signatures, or indented', async () => {
  const { started, store, reply } = await guided();
  const { send } = started.call.outbox;
  for (const text of [
    'Hello\n> We never do.',
    'Hello\n-- \nWe never do.',
    'Hello\n--\nWe never do.',
    'Hello\n\n        We never do.',
    'Hello\n\n<!-- We never do. -->',
    'Hello\n\n```\nWe never do.',
  ])
    await expect(send(await reply({ text })), text).rejects.toMatchObject(blockedBy(1));
  await send(await reply({ text: 'Hello\n> You never  do that.\n>> It is very very late.' }));
  expect(scoresOf(store)).toMatchObject([{ words: 1, issues: 0 }]);
});

test('a signature is nobody’s words where it is the one that the address has', async () => {
  const { started, store, reply, at } = await guided();
  const { clientId } = at;
  const { channelId } = await reply({});
  const signature = {
    id: newId<SignatureId>(0),
    operatorId: null,
    channelId,
    address: null,
    text: 'Northwind\nWe never sleep',
  };
  await started.call.signatures.save({ clientId, ...signature });
  const { send } = started.call.outbox;
  await send(await reply({ text: 'Hello\n-- \nNorthwind\nWe never sleep' }));
  for (const text of ['Hello\n-- \nWe never sleep', 'Hello\n-- \nNorthwind\nWe never sleep\nnor never rest'])
    await expect(send(await reply({ text }))).rejects.toMatchObject(blockedBy(1));
  expect(scoresOf(store)).toMatchObject([{ words: 1, issues: 0 }]);
});

test('what is written into what a forward hands on is checked, and the original is not', async () => {
  const { started, store, forward } = await guided();
  const { outbox } = started.call;
  const words = await forward({}, (came) => came);
  const { original: came = '' } = words.manner;
  expect(came).toContain('You never do that.');
  const sendWith = async (original: string) => {
    const written = { ...words, manner: { ...words.manner, original } };
    const { revision } = await outbox.saveDraft({ ...written, seen: null });
    return outbox.send({ ...written, revision });
  };
  for (const [original, count] of [
    [`${came}\nWe never do.`, 1],
    [came.replace('You never do that.', 'You never do that. We never do.'), 1],
    [came.replace('You', 'We never and you'), 1],
    [came.replace('that.', 'that.\0 We ne\0ver do.'), 1],
  ] as const)
    await expect(sendWith(original), original).rejects.toMatchObject(blockedBy(count));
  await sendWith(came.replace('You never do that.', 'You never do […].'));
  expect(scoresOf(store)).toMatchObject([{ words: 0, issues: 0 }]);
});

test('what was said is told to whoever writes in that conversation, and of no other client', async () => {
  const { started, at, theirs } = await guided();
  const told = await started.call.voice.said(at);
  expect(told).toEqual({
    said: ['It is very very late.\nYou never do that.\n'],
    subjects: ['Never again'],
  });
  const [other] = theirs.conversationIds;
  if (!other) throw new Error('no conversation');
  const none = { said: [], subjects: [] };
  expect(await started.call.voice.said({ ...at, conversationId: other })).toEqual(none);
});

describe('what a change of the guide would have meant', () => {
  /** Sends words of all sorts under a guide, and counts what was found in them as they left. */
  async function sendAll(guide: Partial<VoiceGuideInput>) {
    const desk = await guided(guide);
    const { started, store, reply, forward } = desk;
    const { call, clock, core } = started;
    const work = core.services.outbox.work(store);
    for (const words of [
      () => reply({ text: 'Soon.', subject: 'Re: Never again: quite late, we recieve it' }),
      () => reply({ text: 'Soon.', subject: 'Re: Never again: quite late, we recieve it' }),
      () => forward({ text: 'Quite late.' }),
      () => forward({}, (came) => `${came}\nWe are quick, not late, and recieve it.`),
      () => forward({ text: 'Please.' }, (came) => came.replace('You never', 'You very, very never')),
      () => forward({ text: 'Please.', subject: 'A very late parcel' }, (came) => came.replace('never', '…')),
      () => reply({ text: 'Hello\n> It is very very late.\n> We are very sorry.' }),
      () => reply({ text: 'Hello\n-- \nYours, very truly' }),
    ]) {
      const { id } = await call.outbox.send(await words());
      clock.advance(11_000);
      work.claim(id);
      for (const phase of ['data', 'dot'] as const) work.passed(id, phase);
      work.settle(id, { kind: 'accepted' });
    }
    const found = new Map<string, number>();
    for (const { checks } of scoresOf(store))
      for (const { check, count } of JSON.parse(checks) as { check: string; count: number }[])
        found.set(check, (found.get(check) ?? 0) + count);
    return { ...desk, found };
  }
  const length = { id: 1, kind: 'message-length', prose: 'Longer', level: 'warning' } as const;
  const before = { rules: [{ name: 'House.Very', yaml: existence('very', 'warning') }] };
  const after = {
    rules: [
      { name: 'House.Very', yaml: existence('very, quick', 'warning') },
      { name: 'House.Late', yaml: existence('late', 'warning') },
    ],
    lines: [{ ...length, least: 3, most: null, channels: [], locales: [] }],
    config: { spelling: true },
  };

  test('is what was found in the same words as they left under the one guide and under the other', async () => {
    const [was, is] = [await sendAll(before), await sendAll(after)];
    const body = { briefing: { tone: '', dos: [], donts: [] }, checklist: [], errorsBlockSending: true };
    const { voice } = was.started.call;
    const effect = await voice.effect({ clientId: was.at.clientId, ...body, ...after });
    const sum = (found: ReadonlyMap<string, number>) =>
      [...found.values()].reduce((all, each) => all + each, 0);
    expect(Object.fromEntries(was.found)).toEqual({ 'House.Very': 5 });
    expect(effect).toMatchObject({ replies: 8, before: sum(was.found), after: sum(is.found), stopped: [] });
    const counts = effect.rules.map(({ check, added, gone, after: then }) => [check, added - gone, then]);
    const names = new Set([...was.found.keys(), ...is.found.keys()]);
    const full = [...names].map((check) => {
      const then = is.found.get(check) ?? 0;
      return [check, then - (was.found.get(check) ?? 0), then];
    });
    expect(counts.toSorted()).toEqual(full.toSorted());
    expect(Object.fromEntries(is.found)).toEqual({
      'House.Late': 4,
      'House.Very': 6,
      'Liaison.Message-length-1-least': 5,
      'Vale.Spelling': 2,
    });
    const examplesOf = (rule: string) =>
      effect.rules
        .find(({ check }) => check === rule)
        ?.addedExamples.map((each) => [each.field, each.excerpt]);
    expect(examplesOf('House.Late')).toEqual([
      ['subject', 'A very late parcel'],
      ['original', expect.stringContaining('We are quick, not late')],
      ['text', 'Quite late.'],
    ]);
  });

  test('is shown with what stood around it, whoever wrote that', async () => {
    const { started, at } = await sendAll(before);
    const body = { briefing: { tone: '', dos: [], donts: [] }, checklist: [], errorsBlockSending: false };
    const effect = await started.call.voice.effect({ clientId: at.clientId, ...body, rules: [] });
    expect(effect).toMatchObject({ before: 5, after: 0, withGone: 4 });
    const examples = effect.rules[0]?.goneExamples;
    expect(examples?.map(({ field, excerpt }) => [field, excerpt])).toEqual([
      ['text', 'Hello -- Yours, very truly'],
      ['text', 'Hello > It is very very late. > We are very sorry.'],
      ['subject', 'A very late parcel'],
    ]);
  });
});
