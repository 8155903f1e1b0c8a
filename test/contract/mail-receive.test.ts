import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Batch, Connector, Receiver } from '../../electron/core/connectors/contract.ts';
import { LiaisonError } from '../../electron/shared/errors.ts';
import { dovecotIsAbsent, dovecotPath, openDovecot, type Dovecot } from '../support/dovecot.ts';
import { mailText } from '../support/mail-text.ts';
import { startMailConnector } from '../support/mail-connector.ts';

const never = new AbortController().signal;

interface Mailbox {
  readonly server: Dovecot;
  readonly user: string;
}

async function open(
  connector: Connector,
  { server, user }: Mailbox,
  cursor: string | null = null,
): Promise<Receiver> {
  const receiver = await connector.receive(server.account(user), cursor, never);
  onTestFinished(() => receiver.close());
  return receiver;
}

async function all(receiver: Receiver): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of receiver.pull()) batches.push(batch);
  return batches;
}

const idsOf = (batches: readonly Batch[]) =>
  batches.flatMap((batch) => batch.messages.map((one) => one.internetMessageId));
const removedOf = (batches: readonly Batch[]) =>
  batches.flatMap((batch) => batch.removed.map((copy) => copy.uid));
const id = (name: string) => `${name}@customer.example`;

describe.skipIf(dovecotPath === null)(`receiving from Dovecot (${dovecotPath ?? dovecotIsAbsent})`, () => {
  let server: Awaited<ReturnType<typeof openDovecot>>;
  beforeAll(async () => {
    server = await openDovecot();
  });
  afterAll(() => server.remove());
  let users = 0;
  /** A mailbox of the test's own. */
  const aMailbox = (): Mailbox => ({ server, user: `help${(users += 1)}` });

  it('brings INBOX and Sent, each in its direction, and nothing a second time', async () => {
    const mailbox = aMailbox();
    const { user } = mailbox;
    const connector = startMailConnector();
    await server.deliver(user, mailText({ id: 'asked' }));
    await server.deliver(user, mailText({ id: 'answered', from: 'help@northwind.example' }), 'Sent');

    const receiver = await open(connector, mailbox);
    const first = await all(receiver);
    const messages = first.flatMap((batch) => batch.messages);
    expect(messages.map((one) => [one.internetMessageId, one.direction, one.copy?.mailbox])).toEqual([
      [id('answered'), 'outbound', 'Sent'],
      [id('asked'), 'inbound', 'INBOX'],
    ]);
    expect(Buffer.from(messages[1]?.source ?? []).toString()).toBe(mailText({ id: 'asked' }));

    expect(idsOf(await all(receiver))).toEqual([]);
    const again = await open(connector, mailbox, first.at(-1)?.cursor ?? null);
    expect(idsOf(await all(again))).toEqual([]);
  });

  it('goes on after any batch', async () => {
    const mailbox = aMailbox();
    const { user } = mailbox;
    const connector = startMailConnector();
    for (let n = 0; n < 5; n += 1)
      await server.deliver(user, mailText({ id: `m${n}`, text: 'x'.repeat(200) }));
    const receiver = await open(connector, mailbox);
    const firstBatch = (await all(receiver)).find((batch) => batch.messages.length > 0);
    expect(firstBatch?.messages.length).toBe(5);
    await server.deliver(user, mailText({ id: 'late' }));
    expect(idsOf(await all(await open(connector, mailbox, firstBatch?.cursor ?? null)))).toEqual([
      id('late'),
    ]);
  });

  it('hears of new mail while it idles', async () => {
    const mailbox = aMailbox();
    const { user } = mailbox;
    const receiver = await open(startMailConnector(), mailbox);
    await all(receiver);
    const told = receiver.watch(never);
    await server.deliver(user, mailText({ id: 'news' }));
    await told;
    expect(idsOf(await all(receiver))).toEqual([id('news')]);
  });

  it('reports what was removed, on one connection and on the next', async () => {
    const mailbox = aMailbox();
    const { user } = mailbox;
    const connector = startMailConnector();
    for (const name of ['a', 'b', 'c']) await server.deliver(user, mailText({ id: name }));
    const receiver = await open(connector, mailbox);
    const cursor = (await all(receiver)).at(-1)?.cursor ?? null;
    await server.doveadm(user, 'expunge', 'mailbox', 'INBOX', 'uid', '2');
    expect(removedOf(await all(receiver))).toEqual([2]);
    expect(removedOf(await all(receiver))).toEqual([]);
    await server.doveadm(user, 'expunge', 'mailbox', 'INBOX', 'all');
    const later = await open(connector, mailbox, cursor);
    expect(removedOf(await all(later))).toEqual([1, 2, 3]);
  });

  it('begins anew under a new UIDVALIDITY and lets the old copies go', async () => {
    const mailbox = aMailbox();
    const { user } = mailbox;
    const connector = startMailConnector();
    for (const name of ['a', 'b']) await server.deliver(user, mailText({ id: name }));
    const receiver = await open(connector, mailbox);
    const cursor = (await all(receiver)).at(-1)?.cursor ?? null;
    await receiver.close();
    await server.doveadm(user, 'mailbox update', '--uid-validity', '1234567', 'INBOX');
    const batches = await all(await open(connector, mailbox, cursor));
    expect(removedOf(batches)).toEqual([1, 2]);
    expect(idsOf(batches)).toEqual([id('a'), id('b')]);
    expect(
      batches.at(-1)?.messages[0]?.copy?.uidValidity ?? batches.at(-2)?.messages[0]?.copy?.uidValidity,
    ).toBe('1234567');
  });

  it('says that the password is wrong', async () => {
    const mailbox = aMailbox();
    const { user } = mailbox;
    const connector = startMailConnector();
    const failed = connector.receive(server.account(user, { secret: 'wrong' }), null, never);
    await expect(failed).rejects.toSatisfy(
      (error) => error instanceof LiaisonError && error.code === 'credentials-rejected',
    );
  });
});
