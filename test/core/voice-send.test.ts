import { expect, test } from 'vitest';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import { LiaisonError } from '../../electron/shared/errors.ts';
import type { EventBody } from '../../electron/shared/events.ts';
import type { SendReply } from '../../electron/shared/outbox.ts';
import { startBrandDesk } from '../support/brand-desk.ts';

const existence = (word: string, level: string) =>
  `extends: existence\nmessage: "No %s."\nlevel: ${level}\ntokens: [${word}]\n`;
const rules = [
  { name: 'House.Very', yaml: existence('very', 'warning') },
  { name: 'House.Never', yaml: existence('never', 'error') },
];

async function guided() {
  const desk = await startBrandDesk(['Northwind', 'Bluefinch Travel']);
  const [ours, theirs] = desk.brands;
  const [conversationId] = ours?.conversationIds ?? [];
  if (!ours || !theirs || !conversationId) throw new Error('no conversation');
  const { started } = desk;
  const { clientId } = ours;
  const briefing = { tone: '', dos: [], donts: [] };
  await started.call.voice.save({ clientId, briefing, rules, checklist: [], errorsBlockSending: true });
  const at = { clientId, conversationId };
  const store = started.core.services.stores.of(clientId);
  const agent = started.callAs(desk.hire('agent', ['Northwind']));
  const reply = (details: Partial<SendReply>) => desk.reply(at, details);
  return { ...desk, at, store, agent, reply, theirs };
}

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
  const blocked = { cause: { code: 'voice-blocked', detail: { count: 1 } } };
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
  const replyOf = await started.call.outbox.compose(other);
  await started.call.outbox.send({
    ...(await reply({ text: 'All good here too.' })),
    ...other,
    channelId: replyOf.channelId,
    identity: replyOf.identity,
    recipients: replyOf.recipients,
    subject: replyOf.subject,
    revision: replyOf.revision,
    binding: replyOf.binding,
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
