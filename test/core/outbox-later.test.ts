import { expect, test } from 'vitest';
import { aMessage, aReplyTo, anAnswerTo } from '../support/a-message.ts';
import { aBatch } from '../support/conversations-desk.ts';
import { quickPace } from '../support/outbox-desk.ts';
import { startSending } from '../support/sending-desk.ts';

const minute = 60_000;

/** A desk whose wall clock a test moves; waits for an hour go by that wall. */
async function atTheWall() {
  const wall = { now: Date.now() };
  const desk = await startSending({ desk: { clock: { now: () => wall.now }, pace: quickPace } });
  const later = () => new Date(wall.now + 10 * minute).toISOString();
  const pass = (milliseconds: number) => {
    wall.now += milliseconds;
    desk.wake();
  };
  const asked = aMessage({ internetMessageId: 'asked@customer.example' });
  const fetched = (message: ReturnType<typeof aMessage>) =>
    desk.desk.conversations.ingest(desk.desk.store, desk.desk.channelId, aBatch([message]));
  return { ...desk, wall, later, pass, asked, fetched };
}

test('leaves at its hour, with that hour as its date, and not before', async () => {
  const { send, pass, reaches, smtp, later, desk } = await atTheWall();
  const sendAt = later();
  expect(await send({ sendAt })).toMatchObject({ state: 'queued', sendAt, notBefore: sendAt });
  pass(9 * minute);
  const other = desk.receive(aMessage({ internetMessageId: 'other@customer.example', subject: 'Another' }));
  await desk.outbox.send(desk.store, desk.operatorId, desk.reply(other));
  await expect.poll(() => smtp.deliveries.length).toBe(1);
  expect((await reaches('queued')).sendAt).toBe(sendAt);
  pass(minute);
  await reaches('sent');
  const date = /^Date: (?<at>.*)\r$/mu.exec(smtp.deliveries[1]?.bytes.toString() ?? '')?.groups?.['at'] ?? '';
  expect(Math.abs(Date.parse(date) - Date.parse(sendAt))).toBeLessThan(1000);
});

test('lets a reply that is to leave now pass', async () => {
  const { send, reaches, later, desk, conversationId } = await atTheWall();
  await send({ text: 'Tomorrow you hear more.', sendAt: later() });
  const revision = desk.outbox.compose(desk.store, conversationId).revision;
  await send({ text: 'We are on it.', revision });
  await reaches('sent', 'We are on it.');
  expect(await reaches('queued', 'Tomorrow you hear more.')).toMatchObject({ attempts: 0 });
});

test('stays with its writer when the customer writes again, and its words are a draft once more', async () => {
  const { send, pass, reaches, later, smtp, desk, conversationId, asked, fetched, wall } = await atTheWall();
  await send({ text: 'It leaves on Monday.', sendAt: later() });
  wall.now += minute;
  fetched(anAnswerTo(aReplyTo(asked), { sentAt: wall.now, references: ['asked@customer.example'] }));
  pass(10 * minute);
  expect(await reaches('failed')).toMatchObject({ error: { code: 'written-meanwhile' } });
  expect(desk.outbox.compose(desk.store, conversationId).draft?.text).toBe('It leaves on Monday.');
  expect(smtp.deliveries).toHaveLength(0);
});

test('what somebody answered elsewhere meanwhile is not answered twice, whether or not it was to wait', async () => {
  const { send, pass, reaches, smtp, asked, fetched, wall, desk, later } = await atTheWall();
  await send({ sendAt: later() });
  wall.now += minute;
  fetched(aReplyTo(asked, { internetMessageId: 'colleague@northwind.example', sentAt: wall.now }));
  pass(10 * minute);
  expect(await reaches('failed')).toMatchObject({ error: { code: 'answered-meanwhile' } });
  expect(smtp.deliveries).toHaveLength(0);
  expect(desk.outbox.list(desk.store, null)).toHaveLength(1);
});

test('history that is fetched late is nobody answering now', async () => {
  const { send, pass, reaches, asked, fetched, later } = await atTheWall();
  await send({ sendAt: later() });
  fetched(
    aReplyTo(asked, { internetMessageId: 'old@northwind.example', sentAt: asked.sentAt - 60 * minute }),
  );
  pass(10 * minute);
  await reaches('sent');
});

test('a time that has passed or is years off is refused, and the draft stays', async () => {
  const { send, items, wall } = await atTheWall();
  for (const at of [wall.now - 1, wall.now + 400 * 24 * 60 * minute])
    await expect(send({ sendAt: new Date(at).toISOString() })).rejects.toThrow('invalid-input');
  expect(items()).toHaveLength(0);
});
