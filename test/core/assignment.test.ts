import { expect, test } from 'vitest';
import { usualPeopleRules, type PeopleRules } from '../../electron/shared/people.ts';
import type { OperatorId } from '../../electron/shared/ids.ts';
import { aMessage } from '../support/a-message.ts';
import { settled, startPeopleDesk } from '../support/people-desk.ts';

async function aQueue(conversations: number, rules: Partial<PeopleRules>) {
  const people = await startPeopleDesk(['Quillmark', 'Bluefinch Travel'], conversations);
  const { call, clientId, core, store, brand, clock, at } = people;
  // Ada, who administers, takes no part.
  const [ada] = core.services.operators.list();
  await call.people.setCapacity({ clientId, operatorId: ada!.id, capacity: 0 });
  await call.people.setRules({ clientId, rules: { ...usualPeopleRules, ...rules } });
  const owners = async () =>
    Promise.all(
      brand.conversationIds.map(
        async (conversationId) => (await call.conversations.read({ clientId, conversationId })).assigneeId,
      ),
    );
  const run = () => core.services.assignment.run(store);
  let mails = 0;
  const writeAgain = (index: number) => {
    mails += 1;
    const message = aMessage({
      internetMessageId: `again-${mails}@of-quillmark.example`,
      from: { name: `Customer ${index}`, address: `customer${index}@of-quillmark.example` },
      to: [{ name: 'Quillmark', address: 'help@quillmark.example' }],
      subject: `Re: Question ${index}`,
      references: [`asked-${index}@of-quillmark.example`],
      sentAt: clock.now(),
    });
    const batch = { messages: [message], removed: [], cursor: '{}', progress: { done: 1, total: 1 } };
    core.services.conversations.ingest(store, brand.channelId, batch);
  };
  const resolve = (index: number) => call.conversations.setStatus({ ...at(index), status: 'resolved' });
  return { ...people, owners, run, writeAgain, resolve };
}

test('off, it gives nothing to anybody', async () => {
  const { hire, owners, run } = await aQueue(2, {});
  hire('Ana Ruiz');
  expect(run()).toBe(0);
  expect(await owners()).toEqual([null, null]);
});

test('by turns the longest wait goes first, and everybody gets as much', async () => {
  const { hire, owners, run, read } = await aQueue(5, { assigning: 'turns' });
  const [ana, ben] = [hire('Ana Ruiz'), hire('Ben Ode')];
  expect(run()).toBe(5);
  expect(await owners()).toEqual([ana, ben, ana, ben, ana]);
  expect(run()).toBe(0);
  expect((await read(0)).events.at(-1)).toMatchObject({
    actor: { kind: 'system' },
    body: { type: 'assigned', from: null, to: ana },
  });
});

test('by turns the next run goes on where the last one stopped', async () => {
  const { hire, owners, run, writeAgain, resolve, clock, call, at } = await aQueue(3, { assigning: 'turns' });
  const [ana, ben] = [hire('Ana Ruiz'), hire('Ben Ode')];
  run();
  expect(await owners()).toEqual([ana, ben, ana]);
  await call.conversations.assign({ ...at(0), operatorId: null });
  run();
  // Ana had the last one; a person left this one to nobody, so that it has no owner to go back to.
  expect(await owners()).toEqual([ben, ben, ana]);
  await resolve(2);
  clock.advance(60_000);
  writeAgain(2);
  expect((await owners())[2]).toBe(ana);
});

test('nobody gets more than their measure; what is left waits until there is room', async () => {
  const { hire, owners, run, call, clientId, resolve } = await aQueue(5, { assigning: 'load', capacity: 2 });
  const [ana, ben] = [hire('Ana Ruiz'), hire('Ben Ode')];
  await call.people.setCapacity({ clientId, operatorId: ben, capacity: 1 });
  expect(run()).toBe(3);
  expect((await owners()).toSorted()).toEqual([ana, ana, ben, null, null].toSorted());
  const anas = (await owners()).indexOf(ana);
  await resolve(anas);
  expect(run()).toBe(1);
  expect((await owners()).filter((owner) => owner === null)).toHaveLength(1);
});

test('who is away, not certified or not of this client gets nothing', async () => {
  const { hire, owners, run, call, callAs, clientId, desk } = await aQueue(2, {
    assigning: 'turns',
    certifiedOnly: true,
  });
  const [away, uncertified, ana] = [hire('Ana Away'), hire('Ben Ode'), hire('Cleo Fry')];
  hire('Eve Moss', { at: [desk.brand('Bluefinch Travel')] });
  hire('Lea', { role: 'quality-lead' });
  await call.people.certify({ clientId, operatorId: away, certified: true });
  await callAs(away).people.setAway({ away: true });
  expect(run()).toBe(0);
  await call.people.certify({ clientId, operatorId: ana, certified: true });
  expect(run()).toBe(2);
  expect(await owners()).toEqual([ana, ana]);
  expect(await owners()).not.toContain(uncertified);
});

test('what comes back goes to its last owner where they are there, and to a colleague where they are not', async () => {
  const { hire, owners, run, writeAgain, resolve, clock, callAs } = await aQueue(2, { assigning: 'turns' });
  const [ana, ben] = [hire('Ana Ruiz'), hire('Ben Ode')];
  run();
  expect(await owners()).toEqual([ana, ben]);
  await resolve(0);
  await resolve(1);
  clock.advance(60_000);
  await callAs(ana).people.setAway({ away: true });
  clock.advance(60_000);
  writeAgain(0);
  writeAgain(1);
  expect(run()).toBeGreaterThan(0);
  expect(await owners()).toEqual([ben, ben]);
});

test('back before anybody else had room, the last owner gets it again', async () => {
  const { hire, owners, run, writeAgain, resolve, clock, callAs, call, clientId } = await aQueue(1, {
    assigning: 'turns',
  });
  const [ana, ben] = [hire('Ana Ruiz'), hire('Ben Ode')];
  run();
  await call.people.setCapacity({ clientId, operatorId: ben, capacity: 0 });
  await resolve(0);
  await callAs(ana).people.setAway({ away: true });
  clock.advance(60_000);
  writeAgain(0);
  run();
  expect(await owners()).toEqual([null]);
  await call.people.setCapacity({ clientId, operatorId: ben, capacity: 5 });
  await callAs(ana).people.setAway({ away: false });
  run();
  expect(await owners()).toEqual([ana]);
});

test.each([
  ['keep', 'stays theirs'],
  ['hand-on', 'goes to who is there'],
] as const)(
  'where the client says %s, what somebody has in hand when they leave %s',
  async (whenAway, _outcome) => {
    const { hire, owners, run, callAs } = await aQueue(2, { assigning: 'turns', whenAway });
    const [ana, ben] = [hire('Ana Ruiz'), hire('Ben Ode')];
    run();
    await callAs(ana).people.setAway({ away: true });
    run();
    expect(await owners()).toEqual([whenAway === 'keep' ? ana : ben, ben]);
  },
);

test('who lost the certificate, the role or the desk loses what waits for us', async () => {
  const { hire, owners, run, call, clientId, core } = await aQueue(2, {
    assigning: 'turns',
    certifiedOnly: true,
  });
  const [ana, ben, cleo] = [hire('Ana Ruiz'), hire('Ben Ode'), hire('Cleo Fry')];
  const certify = (operatorId: OperatorId, certified: boolean) =>
    call.people.certify({ clientId, operatorId, certified });
  await certify(ana, true);
  await certify(ben, true);
  run();
  expect(await owners()).toEqual([ana, ben]);
  await certify(ana, false);
  core.services.operators.remove(ben);
  run();
  expect(await owners()).toEqual([null, null]);
  await certify(cleo, true);
  run();
  expect(await owners()).toEqual([cleo, cleo]);
});

test('what somebody is writing in stays as it is until they are done', async () => {
  const { hire, owners, run, window, at, callAs } = await aQueue(2, {
    assigning: 'turns',
    whenAway: 'hand-on',
  });
  const ana = hire('Ana Ruiz');
  const held = window(ana).listen('claims.hold', at(0));
  await settled();
  run();
  expect(await owners()).toEqual([null, ana]);
  held.stop();
  await settled();
  run();
  expect(await owners()).toEqual([ana, ana]);
  const ben = hire('Ben Ode');
  window(ana).listen('claims.hold', at(1));
  await settled();
  await callAs(ana).people.setAway({ away: true });
  run();
  expect(await owners()).toEqual([ben, ana]);
});

test('automatic mail and what waits for the customer are nobody’s work', async () => {
  const { hire, owners, run, call, at } = await aQueue(3, { assigning: 'turns' });
  const ana = hire('Ana Ruiz');
  await call.conversations.setStatus({ ...at(0), status: 'waiting' });
  await call.conversations.setStatus({ ...at(1), status: 'spam' });
  run();
  expect(await owners()).toEqual([null, null, ana]);
});
