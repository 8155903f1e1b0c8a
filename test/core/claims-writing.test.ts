import { expect, test } from 'vitest';
import { claimMilliseconds } from '../../electron/core/features/claims/rules.ts';
import type { Change } from '../../electron/shared/changes.ts';
import type { ClaimStanding } from '../../electron/shared/people.ts';
import { settled, startPeopleDesk } from '../support/people-desk.ts';

async function aDesk() {
  const people = await startPeopleDesk(['Quillmark', 'Bluefinch Travel'], 2);
  const { hire, desk, callAs, window } = people;
  const ana = hire('Ana Ruiz', { at: desk.brands });
  const ben = hire('Ben Ode');
  const hold = (by: typeof ana, at: object) => window(by).listen<ClaimStanding>('claims.hold', at);
  const elsewhere = desk.brand('Bluefinch Travel');
  const [conversationId] = elsewhere.conversationIds;
  const there = { clientId: elsewhere.clientId, conversationId };
  const told = (by: typeof ana) => {
    const watching = window(by).listen<Change>('changes.watch', undefined);
    return () => watching.said.filter(({ topic }) => topic === 'claims');
  };
  return { ...people, ana, ben, hold, there, told, writing: (by: typeof ana) => callAs(by).claims.writing() };
}

test('a list is told which colleagues write where, of the clients that one may read, and never of oneself', async () => {
  const { ana, ben, at, hold, there, told, writing, clientId, call } = await aDesk();
  const [toBen] = [told(ben)];
  await settled();
  expect(await writing(ben)).toEqual([]);
  const first = hold(ana, at(0));
  hold(ana, there);
  hold(ben, at(1));
  await settled();
  const anas = { ...at(0), name: 'Ana Ruiz' };
  expect(await writing(ben)).toEqual([anas]);
  expect(await writing(ana)).toEqual([{ ...at(1), name: 'Ben Ode' }]);
  expect(await call.claims.writing()).toHaveLength(3);
  const about = { topic: 'claims', clientId, reason: 'changed' };
  expect(toBen()).toEqual([
    { ...about, id: at(0).conversationId },
    { ...about, id: at(1).conversationId },
  ]);
  first.stop();
  await settled();
  expect(await writing(ben)).toEqual([]);
  expect(toBen()).toHaveLength(3);
});

test('somebody who goes on writing is told of once, and one who left the desk is no longer told of', async () => {
  const { ana, ben, at, hold, told, writing, core, store, clock } = await aDesk();
  const toBen = told(ben);
  await settled();
  hold(ana, at(0));
  await settled();
  for (let word = 0; word < 5; word += 1) {
    clock.advance(1_000);
    core.services.claims.write(store, { operatorId: ana, conversationId: at(0).conversationId });
  }
  await settled();
  expect(toBen()).toHaveLength(1);
  clock.advance(claimMilliseconds);
  // What timed out shows no longer, before anybody has looked after it.
  expect(await writing(ben)).toEqual([]);
  core.services.claims.expire();
  await settled();
  expect(toBen()).toHaveLength(2);
});
