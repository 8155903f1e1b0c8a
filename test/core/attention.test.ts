import { expect, test } from 'vitest';
import type { Change } from '../../electron/shared/changes.ts';
import { aMessage } from '../support/a-message.ts';
import { codeOf, settled, startPeopleDesk } from '../support/people-desk.ts';

async function aTeam() {
  const people = await startPeopleDesk(['Quillmark', 'Bluefinch Travel'], 3);
  const ana = people.hire('Ana Ruiz');
  const ben = people.hire('Ben Ode');
  const elsewhere = people.hire('Eve Moss', { at: [people.desk.brand('Bluefinch Travel')] });
  const view = async (operatorId: typeof ana, of: 'mentions' | 'following') =>
    (await people.callAs(operatorId).conversations.queue({ clientId: null, view: of })).rows.map(
      ({ id }) => id,
    );
  const countOf = async (operatorId: typeof ana) =>
    (await people.callAs(operatorId).conversations.counts())[0]?.mentions;
  /** What one window of somebody is told from now on that may raise a notification. */
  const told = (operatorId: typeof ana) => {
    const watching = people.window(operatorId).listen<Change>('changes.watch', undefined);
    return () => watching.said.filter(({ reason }) => reason !== 'changed');
  };
  return { ...people, ana, ben, elsewhere, view, countOf, told };
}

test('a note names people: it is listed for them, counted and told to them alone', async () => {
  const { ana, ben, callAs, at, view, countOf, told, clientId } = await aTeam();
  const [toAna, toBen] = [told(ana), told(ben)];
  await settled();
  await callAs(ben).conversations.note({ ...at(1), text: 'Ask @ana ruiz, and @Ben Ode knows it' });
  await settled();
  const { conversationId } = at(1);
  expect(await view(ana, 'mentions')).toEqual([conversationId]);
  expect(await countOf(ana)).toBe(1);
  expect(toAna()).toEqual([
    { topic: 'attention', clientId, id: conversationId, reason: 'mentioned', operatorIds: [ana] },
  ]);
  // Nobody is told of what they wrote themselves.
  expect(toBen()).toEqual([]);
  expect(await view(ben, 'mentions')).toEqual([]);
});

test('people of other clients are not named, whatever the note says', async () => {
  const { ana, elsewhere, callAs, at, told, store } = await aTeam();
  const toEve = told(elsewhere);
  await settled();
  await callAs(ana).conversations.note({ ...at(), text: 'Does @Eve Moss know?' });
  await settled();
  expect(toEve()).toEqual([]);
  expect(store.all(store.sql.selectFrom('mentions').selectAll())).toEqual([]);
});

test('what was seen stays in the list and is counted no more; the newest mention comes first', async () => {
  const { ana, ben, callAs, at, view, countOf, clock } = await aTeam();
  for (const index of [2, 0, 1]) {
    clock.advance(1_000);
    await callAs(ben).conversations.note({ ...at(index), text: '@Ana Ruiz' });
  }
  expect(await countOf(ana)).toBe(3);
  expect(await callAs(ana).attention.of(at(0))).toMatchObject({ unseenMentions: 1 });
  await callAs(ana).attention.see(at(0));
  expect(await callAs(ana).attention.of(at(0))).toMatchObject({ unseenMentions: 0 });
  expect(await countOf(ana)).toBe(2);
  expect(await view(ana, 'mentions')).toEqual([1, 0, 2].map((index) => at(index).conversationId));
  const paged: string[] = [];
  let cursor: string | null = null;
  do {
    const ask = { clientId: null, view: 'mentions' as const, limit: 1, cursor };
    const page = await callAs(ana).conversations.queue(ask);
    paged.push(...page.rows.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  expect(paged).toEqual([1, 0, 2].map((index) => at(index).conversationId));
});

test('who follows a conversation is told when its customer answers, until they stop', async () => {
  const { ana, ben, callAs, at, view, told, core, store, brand, clock, clientId } = await aTeam();
  const { conversationId } = at();
  const [toAna, toBen] = [told(ana), told(ben)];
  await settled();
  let count = 0;
  const answer = () => {
    count += 1;
    const message = aMessage({
      internetMessageId: `again-${count}@of-quillmark.example`,
      from: { name: 'Customer 0', address: 'customer0@of-quillmark.example' },
      to: [{ name: 'Quillmark', address: 'help@quillmark.example' }],
      subject: 'Re: Question 0',
      references: ['asked-0@of-quillmark.example'],
      sentAt: clock.now(),
    });
    const batch = { messages: [message], removed: [], cursor: '{}', progress: { done: 1, total: 1 } };
    expect(core.services.conversations.ingest(store, brand.channelId, batch).conversationIds).toEqual([
      conversationId,
    ]);
  };
  await callAs(ana).attention.follow({ ...at(), on: true });
  await callAs(ana).attention.follow({ ...at(), on: true });
  expect(await callAs(ben).attention.of(at())).toMatchObject({ following: false, followers: [ana] });
  expect(await view(ana, 'following')).toEqual([conversationId]);
  expect(await view(ben, 'following')).toEqual([]);
  answer();
  await settled();
  const arrived = { topic: 'conversations', clientId, id: conversationId, reason: 'arrived' };
  expect(toAna()).toEqual([
    { topic: 'attention', clientId, id: conversationId, reason: 'answered', operatorIds: [ana] },
    arrived,
  ]);
  expect(toBen()).toEqual([arrived]);
  await callAs(ana).attention.follow({ ...at(), on: false });
  clock.advance(1_000);
  answer();
  await settled();
  expect(toAna().map(({ reason }) => reason)).toEqual(['answered', 'arrived', 'arrived']);
  expect(await view(ana, 'following')).toEqual([]);
});

test('who follows a conversation is told in its history, once, and by whose word', async () => {
  const { ana, ben, callAs, at } = await aTeam();
  const attention = (by: typeof ana) => callAs(by).attention;
  for (const on of [true, true, false, false]) await attention(ana).follow({ ...at(), on });
  for (const on of [true, true, false, false]) await attention(ben).invite({ ...at(), operatorId: ana, on });
  const { events } = await callAs(ben).conversations.read(at());
  expect(events.map(({ actor, body }) => ({ actor, body }))).toEqual(
    [ana, ben].flatMap((id) =>
      (['followed', 'unfollowed'] as const).map((type) => ({
        actor: { kind: 'operator', id },
        body: { type, operatorId: ana },
      })),
    ),
  );
});

test('what is not there can not be followed', async () => {
  const { ana, desk, callAs, clientId } = await aTeam();
  const [theirs] = desk.brand('Bluefinch Travel').conversationIds;
  const follow = callAs(ana).attention.follow({ clientId, conversationId: theirs!, on: true });
  expect(await codeOf(follow)).toBe('not-found');
});

test('a colleague is had told by whoever works there, and only one who may read it', async () => {
  const { ana, ben, elsewhere, callAs, at, view, told } = await aTeam();
  const { conversationId } = at();
  const watching = told(ana);
  await settled();
  await callAs(ben).attention.invite({ ...at(), operatorId: ana, on: true });
  expect(await view(ana, 'following')).toEqual([conversationId]);
  expect(await callAs(ben).attention.of(at())).toMatchObject({ following: false, followers: [ana] });
  expect(await codeOf(callAs(ben).attention.invite({ ...at(), operatorId: elsewhere, on: true }))).toBe(
    'forbidden',
  );
  await callAs(ben).attention.invite({ ...at(), operatorId: ana, on: false });
  expect(await view(ana, 'following')).toEqual([]);
  // Following something is no news that anybody is called for.
  expect(watching()).toEqual([]);
});
