import { expect, test } from 'vitest';
import { headerNames } from '../../electron/core/features/outbox/sending/render.ts';
import { LiaisonError } from '../../electron/shared/errors.ts';
import type { SendReply } from '../../electron/shared/outbox.ts';
import { aMessage } from '../support/a-message.ts';
import { corpusIsAbsent, hasCorpus, readCorpus } from '../support/corpus.ts';
import type { FakeDelivery } from '../support/fake-smtp.ts';
import { startSending, type SendingDesk } from '../support/sending-desk.ts';
import { waitFor } from '../support/wait-for.ts';

/** Some of our own, so that the suite says something where the collection is absent; then the collection. */
const own = [
  'Hi\r\nBcc: evil@attacker.example',
  'Hi\u2028Bcc: e',
  '\r\n.\r\nMAIL FROM:<x>',
  '.\r\n',
  'Hi\0there',
];
const collected = hasCorpus
  ? readCorpus<{ items: { value: string }[] }>('header-injection', 'values.json').items.map(
      (item) => item.value,
    )
  : [];
const values = [...new Set([...own, ...collected])];

const to = (person: { name: string; address: string }) => ({ to: [person], cc: [], bcc: [] });

/** Every field that an operator, a customer or a template can put words into, and how it gets into a reply. */
const fields: Record<string, (value: string, sending: SendingDesk) => Partial<SendReply>> = {
  subject: (value) => ({ subject: value }),
  text: (value) => ({ text: `Hello\n${value}\nBye` }),
  'recipient name': (value) => ({ recipients: to({ name: value, address: 'carla@customer.example' }) }),
  'recipient address': (value) => ({
    recipients: to({ name: '', address: `carla@customer.example${value}` }),
  }),
  'identity name': (value) => ({ identity: { name: value, address: 'help@northwind.example' } }),
  'identity address': (value) => ({ identity: { name: '', address: `help@northwind.example${value}` } }),
  'attachment name'(value, { desk, conversationId }) {
    const file = { conversationId, name: value, type: 'text/plain', bytes: Buffer.from('x') };
    return { attachmentIds: [desk.outbox.attach(desk.store, file).id] };
  },
  'attachment type'(value, { desk, conversationId }) {
    const file = { conversationId, name: 'a.txt', type: value, bytes: Buffer.from('x') };
    return { attachmentIds: [desk.outbox.attach(desk.store, file).id] };
  },
};

function checkWire(delivery: FakeDelivery): void {
  const names = headerNames(delivery.bytes);
  const allowed = [
    'from',
    'to',
    'subject',
    'message-id',
    'in-reply-to',
    'references',
    'date',
    'mime-version',
  ];
  const mime = new Set(['content-type', 'content-transfer-encoding']);
  expect(names.filter((name) => !mime.has(name)).toSorted()).toEqual(allowed.toSorted());
  expect(delivery.to).toEqual(['carla@customer.example']);
  const text = delivery.bytes.toString('latin1');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
}

test.each(Object.entries(fields))(
  `nothing put into the %s adds a header, a recipient or a message (${collected.length} collected values${hasCorpus ? '' : `; ${corpusIsAbsent}`})`,
  async (_name, put) => {
    const sending = await startSending();
    let queued = 0;
    for (const value of values) {
      try {
        await sending.send(put(value, sending));
        queued += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(LiaisonError);
        expect(['invalid-input', 'sender-refused']).toContain(
          error instanceof LiaisonError ? error.code : '',
        );
      }
    }
    await waitFor(() => sending.items().every((item) => item.state === 'sent'), 'all to be sent');
    expect(sending.smtp.deliveries).toHaveLength(queued);
    for (const delivery of sending.smtp.deliveries) checkWire(delivery);
  },
);

test('what a hostile customer wrote comes into the answer without its line ends', async () => {
  const sending = await startSending();
  for (const value of values) {
    const hostile = aMessage({ subject: value, from: { name: value, address: 'carla@customer.example' } });
    const { desk } = sending;
    const conversationId = desk.receive(hostile);
    const composer = desk.outbox.compose(desk.store, conversationId);
    expect(composer.recipients.to).toMatchObject([{ address: 'carla@customer.example' }]);
    await desk.outbox.send(desk.store, desk.operatorId, desk.reply(conversationId));
  }
  await waitFor(() => sending.smtp.deliveries.length === values.length, 'all to be sent');
  for (const delivery of sending.smtp.deliveries) checkWire(delivery);
});

test('the body arrives as it was written, dots and all', async () => {
  const sending = await startSending();
  const text = '.\n..\n.\r\nMAIL FROM:<x>\nQUIT\n';
  await sending.send({ text });
  await sending.reaches('sent');
  const [head, body] = sending.smtp.deliveries[0]?.bytes.toString().split('\r\n\r\n') ?? [];
  expect(head).toContain('Subject:');
  expect(`${body}\r\n`.replaceAll('\r\n', '\n').replace(/\n+$/, '\n')).toBe(text.replaceAll('\r\n', '\n'));
});
