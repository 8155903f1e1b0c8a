import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Account, Outgoing } from '../../electron/core/connectors/contract.ts';
import { createDeliver, deliver } from '../../electron/core/connectors/mail/deliver.ts';
import { smtpLimits } from '../../electron/core/connectors/mail/smtp-limits.ts';
import type { LiaisonError } from '../../electron/shared/errors.ts';
import { createCertificates, type Certificates } from '../support/certificates.ts';
import { startFakeSmtp } from '../support/fake-smtp.ts';
import { startSubmissionServer } from '../support/submission-server.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

const never = new AbortController().signal;
const outgoing: Outgoing = {
  from: 'help@northwind.example',
  to: ['carla@customer.example'],
  bytes: Buffer.from('Subject: Hello\r\nMessage-ID: <a@northwind.example>\r\n\r\nOn its way.\r\n'),
  internetMessageId: 'a@northwind.example',
};

/** Delivers, and gives the steps that were told and the error, if any. */
async function attempt(
  account: Account,
  options: { deliver?: typeof deliver; signal?: AbortSignal; outgoing?: Outgoing } = {},
) {
  const steps: string[] = [];
  const delivery = {
    account,
    outgoing: options.outgoing ?? outgoing,
    onData: () => void steps.push('data'),
    onDot: () => void steps.push('dot'),
  };
  const error = await (options.deliver ?? deliver)(delivery, options.signal ?? never).then(
    () => null,
    (reason: unknown) => reason as LiaisonError,
  );
  return { steps, error };
}

let certificates: Certificates;
let expired: Certificates;
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-smtp-'));
  certificates = createCertificates(join(folder, 'good'));
  expired = createCertificates(join(folder, 'expired'), { expired: true });
  return () => rmSync(folder, { recursive: true, force: true });
});

describe('a real submission server', () => {
  test.each([
    ['tls', 'password'],
    ['starttls', 'password'],
    ['none', 'password'],
    ['tls', 'xoauth2'],
    ['starttls', 'xoauth2'],
  ] as const)('takes a message over %s with %s', async (tls, authentication) => {
    const server = await startSubmissionServer({ tls, certificates, authentication });
    const { steps, error } = await attempt(server.account());
    expect(error).toBeNull();
    expect(steps).toEqual(['data', 'dot']);
    expect(server.messages).toMatchObject([
      { user: 'help@northwind.example', secure: tls !== 'none', to: ['carla@customer.example'] },
    ]);
    expect(server.messages[0]?.text).toBe(Buffer.from(outgoing.bytes).toString());
  });

  test.each(['password', 'xoauth2'] as const)('refuses a wrong %s', async (authentication) => {
    const server = await startSubmissionServer({ tls: 'starttls', certificates, authentication });
    const { steps, error } = await attempt(server.account({ secret: 'wrong' }));
    const code = authentication === 'password' ? 'credentials-rejected' : 'token-rejected';
    expect(error).toMatchObject({ code, effect: 'none', retry: 'never' });
    expect(steps).toEqual([]);
  });

  test.each(['tls', 'starttls'] as const)(
    'with a certificate that nobody vouches for gets nothing (%s)',
    async (tls) => {
      const server = await startSubmissionServer({ tls, certificates });
      const { error } = await attempt(server.account({ trusts: null }));
      expect(error).toMatchObject({ code: 'certificate-untrusted', effect: 'none' });
    },
  );

  test('with an expired certificate gets nothing', async () => {
    const server = await startSubmissionServer({ tls: 'tls', certificates: expired });
    expect((await attempt(server.account({ trusts: expired.authority }))).error?.code).toBe(
      'certificate-expired',
    );
  });
});

test('a password never goes in the clear to another machine', async () => {
  const server = await startSubmissionServer({ tls: 'none', certificates });
  const { error } = await attempt(server.account({ host: 'mail.northwind.example' }));
  expect(error).toMatchObject({ code: 'encryption-required', effect: 'none' });
});

const plainAccount = (port: number): Account => ({
  secret: 'secret',
  identities: [],
  settings: {
    kind: 'mail',
    mail: {
      user: 'help',
      authentication: 'password',
      imap: { host: '127.0.0.1', port, tls: 'none' },
      smtp: { host: '127.0.0.1', port, tls: 'none' },
      trustedCertificate: null,
    },
  },
});

test('a port where nobody listens is unreachable', async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  expect((await attempt(plainAccount(port))).error).toMatchObject({
    code: 'host-unreachable',
    retry: 'later',
    effect: 'none',
  });
});

describe('a server that breaks the rules', () => {
  test.each([
    [
      'speaks another protocol',
      { greeting: '* OK IMAP4rev1 ready' },
      ['not-the-protocol', 'protocol-violation'],
    ],
    ['refuses everybody', { greeting: '554 5.3.2 no service' }, ['server-refused']],
    ['hangs up at once', { greeting: 'close' as const }, ['connection-lost']],
    ['finds the message too large', { ehlo: ['250-fake', '250 SIZE 10'] }, ['message-too-large']],
    ['refuses the sender', { mail: '550 5.7.1 not you' }, ['sender-refused']],
  ])('%s: nothing has left', async (_name, script, codes) => {
    const smtp = await startFakeSmtp({ script: () => script });
    onTestFinished(() => smtp.close());
    const { error } = await attempt(plainAccount(smtp.port));
    expect(codes).toContain(error?.code);
    expect(error?.effect).toBe('none');
    expect(smtp.deliveries).toEqual([]);
  });

  test.each([
    ['nonsense', 'what?'],
    ['a second go-ahead', '354 go ahead'],
    ['half a refusal', 'close'],
  ] as const)('after the dot answers with %s: nobody knows', async (_name, afterDot) => {
    const smtp = await startFakeSmtp({ script: () => ({ afterDot }) });
    onTestFinished(() => smtp.close());
    const { error, steps } = await attempt(plainAccount(smtp.port));
    expect(steps).toEqual(['data', 'dot']);
    expect(error).toMatchObject({ code: 'effect-unknown', effect: 'unknown' });
  });

  test('says nothing at all: the deadline ends it', async () => {
    const smtp = await startFakeSmtp({ script: () => ({ greeting: 'silent' }) });
    onTestFinished(() => smtp.close());
    const quick = createDeliver({ ...smtpLimits, connect: 100 });
    expect((await attempt(plainAccount(smtp.port), { deliver: quick })).error).toMatchObject({
      code: 'connection-timeout',
      effect: 'none',
    });
  });
});

test('a server that says it has taken what it can’t have seen yet is not believed', async () => {
  const smtp = await startFakeSmtp({ script: () => ({ data: '354 go ahead\r\n250 queued' }) });
  onTestFinished(() => smtp.close());
  const long = { ...outgoing, bytes: Buffer.alloc(8_000_000, 'line\r\n') };
  const { error, steps } = await attempt(plainAccount(smtp.port), { outgoing: long });
  expect(error).toMatchObject({ code: 'protocol-violation', effect: 'none' });
  expect(steps).toEqual(['data']);
});

test('a server without STARTTLS is not talked to in the clear where STARTTLS was chosen', async () => {
  const smtp = await startFakeSmtp();
  onTestFinished(() => smtp.close());
  const account = plainAccount(smtp.port);
  if (account.settings.kind === 'mail') account.settings.mail.smtp.tls = 'starttls';
  expect((await attempt(account)).error).toMatchObject({ code: 'tls-failed', effect: 'none' });
  expect(smtp.deliveries).toEqual([]);
});

test('giving up before the dot leaves no doubt; after it, it does', async () => {
  const early = await startFakeSmtp({ script: () => ({ data: 'silent' }) });
  const late = await startFakeSmtp({ script: () => ({ afterDot: 'silent' }) });
  onTestFinished(async () => {
    await early.close();
    await late.close();
  });
  const signal = () => AbortSignal.timeout(300);
  expect((await attempt(plainAccount(early.port), { signal: signal() })).error).toMatchObject({
    code: 'cancelled',
    effect: 'none',
  });
  expect((await attempt(plainAccount(late.port), { signal: signal() })).error).toMatchObject({
    code: 'effect-unknown',
    effect: 'unknown',
  });
});

test('what onDot throws keeps the message from leaving', async () => {
  const smtp = await startFakeSmtp();
  onTestFinished(() => smtp.close());
  const onDot = () => {
    throw new Error('the disk is gone');
  };
  const delivery = { account: plainAccount(smtp.port), outgoing, onData: () => undefined, onDot };
  await expect(deliver(delivery, never)).rejects.toMatchObject({ code: 'internal', effect: 'none' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(smtp.deliveries).toEqual([]);
});
