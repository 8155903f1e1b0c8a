import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newId } from '../../electron/core/ids.ts';
import { LiaisonError } from '../../electron/shared/errors.ts';
import type { ClientId } from '../../electron/shared/ids.ts';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { openOutboxDesk, quickPace } from '../support/outbox-desk.ts';
import { startSending } from '../support/sending-desk.ts';
import { waitFor } from '../support/wait-for.ts';

describe('a person decides about', () => {
  const doubtful = { script: (n: number) => (n === 1 ? { afterDot: 'close' as const, delivers: true } : {}) };

  test('an unknown reply: it was sent', async () => {
    const sending = await startSending(doubtful);
    const { id } = await sending.send();
    await sending.reaches('unknown');
    expect(
      sending.desk.outbox.decide(sending.desk.store, sending.desk.operatorId, { outboxId: id, as: 'sent' })
        .state,
    ).toBe('sent');
    expect(sending.desk.conversations.read(sending.desk.store, sending.conversationId).messages).toHaveLength(
      2,
    );
    expect(sending.smtp.deliveries).toHaveLength(1);
  });

  test('an unknown reply: send it as a new message', async () => {
    const sending = await startSending(doubtful);
    const { id } = await sending.send({ text: 'again' });
    await sending.reaches('unknown');
    const renewed = sending.desk.outbox.decide(sending.desk.store, sending.desk.operatorId, {
      outboxId: id,
      as: 'resend',
    });
    expect(renewed.id).not.toBe(id);
    await waitFor(
      () => sending.items().some((item) => item.id === renewed.id && item.state === 'sent'),
      'the new one',
    );
    const ids = sending.smtp.deliveries.map((delivery) => delivery.messageId);
    expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
    expect(sending.items().map((item) => item.state)).toEqual(['cancelled', 'sent']);
  });

  test('an unknown reply: back to the draft; trying the same bytes again is not offered', async () => {
    const sending = await startSending(doubtful);
    const { id } = await sending.send({ text: 'words' });
    await sending.reaches('unknown');
    const { outbox, store, operatorId } = sending.desk;
    expect(() => outbox.decide(store, operatorId, { outboxId: id, as: 'retry' })).toThrow('conflict');
    expect(outbox.decide(store, operatorId, { outboxId: id, as: 'draft' }).state).toBe('cancelled');
    expect(outbox.compose(store, sending.conversationId).draft?.text).toBe('words');
  });

  test('a failed reply: the same bytes once more', async () => {
    const sending = await startSending({ script: (n) => (n === 1 ? { afterDot: '554 no' } : {}) });
    const { id } = await sending.send({ text: 'words' });
    await sending.reaches('failed');
    const { outbox, store, operatorId } = sending.desk;
    outbox.decide(store, operatorId, { outboxId: id, as: 'retry' });
    await sending.reaches('sent');
    expect(outbox.compose(store, sending.conversationId).draft).toBeNull();
  });

  test('a failed reply by sending other words: they take its place', async () => {
    const sending = await startSending({ script: (n) => (n === 1 ? { afterDot: '554 no' } : {}) });
    await sending.send({ text: 'words' });
    await sending.reaches('failed');
    await sending.send({ text: 'better words' });
    await sending.reaches('sent', 'better words');
    expect(sending.items().map((item) => item.state)).toEqual(['cancelled', 'sent']);
  });
});

test('a customer’s answer proves that an unknown reply arrived', async () => {
  const sending = await startSending({ script: () => ({ afterDot: 'close', delivers: true }) });
  const { desk } = sending;
  await sending.send();
  await sending.reaches('unknown');
  const reply = aReplyTo(aMessage(), { internetMessageId: sending.smtp.deliveries[0]?.messageId ?? '' });
  desk.receive(anAnswerTo(reply, { subject: 'Thank you' }));
  sending.wake();
  await sending.reaches('sent');
  expect(sending.smtp.deliveries).toHaveLength(1);
});

test('a copy that the server keeps proves that an unknown reply arrived', async () => {
  const sending = await startSending({
    script: () => ({ afterDot: 'close', delivers: true }),
    desk: { findSent: () => Promise.resolve(sending.smtp.deliveries.length > 0) },
  });
  await sending.send();
  expect(await sending.reaches('sent')).toMatchObject({ filing: 'found', attempts: 1 });
  expect(sending.smtp.connections()).toBe(1);
});

test('a copy that can’t be filed is tried a few times and never sends again', async () => {
  let tries = 0;
  const fileCopy = () => {
    tries += 1;
    return Promise.reject(new LiaisonError('server-busy', { retry: 'later' }));
  };
  const sending = await startSending({ desk: { fileCopy } });
  await sending.send();
  await waitFor(() => sending.items()[0]?.filing === 'failed', 'the filing to be given up');
  expect(tries).toBe(quickPace.maximumFilings);
  expect(sending.items()[0]?.state).toBe('sent');
  expect([sending.smtp.deliveries.length, sending.smtp.connections()]).toEqual([1, 1]);
});

test('silence after the dot is waited out as long as RFC 5321 asks, then it is a doubt; before it, it is tried again', async () => {
  const limits = { silence: 120, afterDot: 200 };
  const script = (n: number) => (n === 1 ? { data: 'silent' as const } : { afterDot: 'silent' as const });
  const sending = await startSending({ script, desk: { limits } });
  await sending.send();
  expect(await sending.reaches('unknown')).toMatchObject({
    attempts: 2,
    error: { detail: { reason: 'connection-timeout' } },
  });
});

test('a store put back from a backup does not send again what the journal knows to have left', async () => {
  const data = mkdtempSync(join(tmpdir(), 'liaison-test-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const clientId = newId<ClientId>(1);
  const settings = { data, clientId, key: randomBytes(32), clock: { now: () => Date.now() }, smtpPort: 1 };
  const before = openOutboxDesk(settings);
  const conversationId = before.receive(aMessage());
  const { id } = await before.outbox.send(before.store, before.operatorId, before.reply(conversationId));
  await before.close();
  appendFileSync(join(data, 'clients', clientId, 'outbox.journal'), `${id} dot\n`);

  const after = openOutboxDesk(settings);
  after.startLane();
  await waitFor(() => after.outbox.list(after.store, conversationId)[0]?.state === 'unknown', 'the doubt');
  expect(after.outbox.list(after.store, conversationId)[0]?.attempts).toBe(0);
  await after.close();
});

test('closing lets a reply past its dot hear the answer', async () => {
  const sending = await startSending({ delayAfterDot: 300 });
  await sending.send();
  await waitFor(() => sending.smtp.deliveries.length === 1, 'the dot');
  await sending.restart();
  expect(sending.items()[0]?.state).toBe('sent');
});
