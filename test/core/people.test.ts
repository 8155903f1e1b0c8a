import { describe, expect, test } from 'vitest';
import { usualPeopleRules } from '../../electron/shared/people.ts';
import { replyOf } from '../support/brand-desk.ts';
import { codeOf, startPeopleDesk } from '../support/people-desk.ts';

type Desk = Awaited<ReturnType<typeof startPeopleDesk>>;

async function certifiedDesk() {
  const desk = await startPeopleDesk(['Quillmark', 'Bluefinch Travel']);
  const both = { at: desk.desk.brands };
  const [able, unable] = [desk.hire('Ana Ruiz', both), desk.hire('Ben Ode', both)];
  const { call, clientId } = desk;
  await call.people.setRules({ clientId, rules: { ...usualPeopleRules, certifiedOnly: true } });
  await call.people.certify({ clientId, operatorId: able, certified: true });
  return { ...desk, able, unable };
}
type CertifiedDesk = Awaited<ReturnType<typeof certifiedDesk>>;

const newMessage = async ({ callAs, able, at }: CertifiedDesk) => {
  const { clientId, channelId, identity, recipients } = await callAs(able).outbox.compose(at());
  return { ...{ clientId, channelId, identity, recipients }, subject: 'About you', text: 'Good day' };
};

/** Every way to be given a customer of a client, or to write to one. */
const ways: Readonly<Record<string, (desk: CertifiedDesk, operator: 'able' | 'unable') => Promise<unknown>>> =
  {
    'being assigned by a colleague': ({ call, at, ...who }, operator) =>
      call.conversations.assign({ ...at(), operatorId: who[operator] }),
    'taking it oneself': ({ callAs, at, ...who }, operator) =>
      callAs(who[operator]).conversations.assign({ ...at(), operatorId: who[operator] }),
    'sending a reply': async ({ callAs, call, at, ...who }, operator) =>
      callAs(who[operator]).outbox.send(replyOf(await call.outbox.compose(at()))),
    'beginning a conversation': async (desk, operator) =>
      desk.callAs(desk[operator]).outbox.begin(await newMessage(desk)),
    'taking over the writing': ({ callAs, at, ...who }, operator) =>
      callAs(who[operator]).claims.take({ ...at(), from: null }),
  };

describe.each(Object.entries(ways))('%s', (_, way) => {
  test('is for who is certified, and refused to anybody else', async () => {
    const desk = await certifiedDesk();
    const before = await desk.read();
    expect(await codeOf(way(desk, 'unable'))).toBe('not-certified');
    expect(await desk.read()).toEqual(before);
    expect(await desk.call.outbox.list({ clientId: desk.clientId, conversationId: null })).toEqual([]);
    expect(await codeOf(way(desk, 'able'))).toBeNull();
  });

  test('ends with the certificate, and comes back with a new one', async () => {
    const desk = await certifiedDesk();
    const { call, clientId, able } = desk;
    await call.people.certify({ clientId, operatorId: able, certified: false });
    expect(await codeOf(way(desk, 'able'))).toBe('not-certified');
    await call.people.certify({ clientId, operatorId: able, certified: true });
    expect(await codeOf(way(desk, 'able'))).toBeNull();
  });

  test('asks nobody for a certificate where the client does not', async () => {
    const desk = await certifiedDesk();
    await desk.call.people.setRules({ clientId: desk.clientId, rules: usualPeopleRules });
    expect(await codeOf(way(desk, 'unable'))).toBeNull();
  });
});

test.each(['retry', 'resend'] as const)(
  'who is not certified can not %s what somebody else has sent',
  async (as) => {
    const { call, callAs, able, unable, at, clientId } = await certifiedDesk();
    const item = await callAs(able).outbox.send(replyOf(await call.outbox.compose(at())));
    expect(await codeOf(callAs(unable).outbox.decide({ clientId, outboxId: item.id, as }))).toBe(
      'not-certified',
    );
    // Whoever may is told something else: it waits for its time, there is nothing to decide.
    expect(await codeOf(callAs(able).outbox.decide({ clientId, outboxId: item.id, as }))).toBe('conflict');
  },
);

test('an administrator is certified like anybody else', async () => {
  const { call, at, core } = await certifiedDesk();
  const [ada] = core.services.operators.list();
  expect(
    await codeOf(call.outbox.compose(at()).then((composer) => call.outbox.send(replyOf(composer)))),
  ).toBe('not-certified');
  expect(await codeOf(call.conversations.assign({ ...at(), operatorId: ada!.id }))).toBe('not-certified');
});

test('what one client asks of its people, another does not', async () => {
  const { desk, callAs, unable } = await certifiedDesk();
  const other = desk.brand('Bluefinch Travel');
  const [conversationId] = other.conversationIds;
  const there = { clientId: other.clientId, conversationId: conversationId! };
  expect(await codeOf(callAs(unable).conversations.assign({ ...there, operatorId: unable }))).toBeNull();
});

test('who certified whom and when is kept after it has ended', async () => {
  const { call, clientId, able, store, core, clock } = await certifiedDesk();
  const [ada] = core.services.operators.list();
  const granted = clock.now();
  clock.advance(1_000);
  await call.people.certify({ clientId, operatorId: able, certified: true });
  await call.people.certify({ clientId, operatorId: able, certified: false });
  await call.people.certify({ clientId, operatorId: able, certified: false });
  const kept = store.all(store.sql.selectFrom('certifications').selectAll());
  expect(kept).toEqual([
    {
      seq: 1,
      operator_id: able,
      granted_at: granted,
      granted_by: ada!.id,
      ended_at: granted + 1_000,
      ended_by: ada!.id,
    },
  ]);
});

test('the people of a client are those who may work for it, with their measure and what they have in hand', async () => {
  const { call, hire, clientId, at, clock, desk, callAs }: Desk = await startPeopleDesk(
    ['Quillmark', 'Bluefinch Travel'],
    2,
  );
  const ana = hire('Ana Ruiz');
  hire('Lea', { role: 'quality-lead' });
  hire('Elsewhere', { at: [desk.brand('Bluefinch Travel')] });
  await call.conversations.assign({ ...at(0), operatorId: ana });
  await call.conversations.assign({ ...at(1), operatorId: ana });
  await call.conversations.setStatus({ ...at(1), status: 'waiting' });
  await call.people.setCapacity({ clientId, operatorId: ana, capacity: 3 });
  await callAs(ana).people.setAway({ away: true });
  const people = await call.people.list({ clientId });
  expect(people.map(({ name }) => name)).toEqual(['Ada', 'Ana Ruiz']);
  const there = new Date(clock.now()).toISOString();
  expect(people[1]).toEqual({
    operatorId: ana,
    name: 'Ana Ruiz',
    certifiedAt: null,
    able: true,
    capacity: 3,
    inHand: 1,
    awaySince: there,
  });
  expect(await call.people.away()).toEqual([ana]);
  await callAs(ana).people.setAway({ away: false });
  expect(await call.people.away()).toEqual([]);
});

test('nobody outside a client is certified or measured for it', async () => {
  const { call, hire, clientId, desk } = await startPeopleDesk(['Quillmark', 'Bluefinch Travel']);
  const stranger = hire('Elsewhere', { at: [desk.brand('Bluefinch Travel')] });
  expect(await codeOf(call.people.certify({ clientId, operatorId: stranger, certified: true }))).toBe(
    'not-found',
  );
  expect(await codeOf(call.people.setCapacity({ clientId, operatorId: stranger, capacity: 3 }))).toBe(
    'not-found',
  );
});
