import { describe, expect, test } from 'vitest';
import { patient, signature, textOf } from '../support/composing-desk.ts';
import { startSending } from '../support/sending-desk.ts';
import { waitFor } from '../support/wait-for.ts';

describe('before it leaves', () => {
  test('a promised file that is missing, and one that may be a program, are asked about', async () => {
    const sending = await startSending(patient);
    const { outbox, store } = sending.desk;
    const text = 'I have attached the label.';
    await expect(sending.send({ text })).rejects.toThrow('attachment-missing');
    const file = {
      conversationId: sending.conversationId,
      name: 'label.exe',
      type: '',
      bytes: Buffer.from('MZ'),
    };
    const { id, dangerous } = outbox.attach(store, file);
    expect(dangerous).toBe(true);
    await expect(sending.send({ text, attachmentIds: [id] })).rejects.toThrow('attachment-dangerous');
    const item = await sending.send({ text, attachmentIds: [id], answered: ['dangerous-file'] });
    expect(item.state).toBe('queued');
  });

  test('the size that the server has announced is known, and kept to', async () => {
    const ehlo = ['250-fake', '250 SIZE 40000'];
    const sending = await startSending({ script: () => ({ ehlo }) });
    const { outbox, store } = sending.desk;
    expect(outbox.compose(store, sending.conversationId).maximumSize).toBeNull();
    await sending.send({ text: 'One' });
    await sending.reaches('sent');
    expect(outbox.compose(store, sending.conversationId).maximumSize).toBe(40_000);
    const { id } = outbox.attach(store, {
      conversationId: sending.conversationId,
      name: 'photo.jpg',
      type: 'image/jpeg',
      bytes: Buffer.alloc(40_000),
    });
    await expect(sending.send({ text: 'Two', attachmentIds: [id] })).rejects.toThrow('message-too-large');
    expect(sending.smtp.deliveries).toHaveLength(1);
  });
});

describe('an alias that the server refuses', () => {
  const refusing = (step: 'mail' | 'rcpt' | 'afterDot', words: string) => (connection: number) => {
    if (connection > 1) return {};
    return step === 'rcpt' ? { rcpt: () => words } : { [step]: words };
  };
  test.each([
    ['mail', '550 5.7.1 no'],
    ['rcpt', '553 5.7.1 <help@northwind.example>: Sender address rejected: not owned by user x'],
    ['afterDot', '550 5.7.60 SMTP; Client does not have permissions to send as this sender'],
  ] as const)('at %s is shown, remembered, and left for another one', async (step, words) => {
    const sending = await startSending({ script: refusing(step, words) });
    const { outbox, store, operatorId, signatures } = sending.desk;
    const { clientId } = store;
    const address = 'orders@northwind.example';
    signatures.save(store, operatorId, { ...signature({ address, text: 'Orders' }), clientId });
    await sending.send({ text: 'Mine' });
    const failed = await sending.reaches('failed');
    expect(failed.error).toMatchObject({ code: 'sender-refused', retry: 'never' });
    expect(outbox.compose(store, sending.conversationId)).toMatchObject({
      refusedSenders: ['help@northwind.example'],
      draft: { text: 'Mine' },
    });
    await expect(
      outbox.sendFrom(store, operatorId, { outboxId: failed.id, address: 'x@contoso.example' }),
    ).rejects.toThrow('sender-refused');
    const again = await outbox.sendFrom(store, operatorId, { outboxId: failed.id, address });
    await waitFor(() => sending.items().some((item) => item.state === 'sent'), 'it to leave');
    expect(sending.items().map(({ id, state }) => [id, state])).toEqual([
      [failed.id, 'cancelled'],
      [again.id, 'sent'],
    ]);
    const [left] = sending.smtp.deliveries;
    expect(left).toMatchObject({ from: address, messageId: expect.stringContaining(again.id) });
    expect(textOf(left?.bytes)).toContain('Mine\n\n-- \nOrders');
    expect(outbox.compose(store, sending.conversationId).draft).toBeNull();
  });

  test('is forgotten once the server has sent from it', async () => {
    const sending = await startSending({ script: refusing('mail', '550 5.7.1 no') });
    await sending.send();
    const { id } = await sending.reaches('failed');
    sending.desk.outbox.decide(sending.desk.store, sending.desk.operatorId, { outboxId: id, as: 'retry' });
    await sending.reaches('sent');
    const { store, outbox } = sending.desk;
    expect(outbox.compose(store, sending.conversationId).refusedSenders).toEqual([]);
  });
});
