import { readFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { Account } from '../../electron/core/connectors/contract.ts';
import type { TlsMode } from '../../electron/shared/channels.ts';
import type { Certificates } from './certificates.ts';

interface SubmissionServer {
  /** Messages in the order in which they came. */
  readonly messages: {
    readonly user: string;
    readonly secure: boolean;
    readonly to: string[];
    readonly text: string;
  }[];
  account(options?: { secret?: string; trusts?: string | null; host?: string }): Account;
}

/** A real submission server (npm smtp-server) that wants a login: password `secret`, or the token `token`. */
export async function startSubmissionServer(options: {
  tls: TlsMode;
  certificates: Certificates;
  authentication?: 'password' | 'xoauth2';
}): Promise<SubmissionServer> {
  const { tls, certificates, authentication = 'password' } = options;
  const messages: SubmissionServer['messages'] = [];
  const server = new SMTPServer({
    secure: tls === 'tls',
    key: readFileSync(certificates.keyPath),
    cert: readFileSync(certificates.certificatePath),
    hideSTARTTLS: tls === 'none',
    allowInsecureAuth: tls === 'none',
    authMethods: authentication === 'password' ? ['PLAIN', 'LOGIN'] : ['XOAUTH2'],
    onAuth(auth, _session, done) {
      const right = authentication === 'password' ? auth.password === 'secret' : auth.accessToken === 'token';
      if (right) done(null, { user: auth.username ?? '' });
      else done(new Error('wrong'));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        messages.push({
          user: String(session.user),
          secure: session.secure,
          to,
          text: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return {
    messages,
    account: ({ secret, trusts = certificates.authority, host = '127.0.0.1' } = {}) => ({
      secret: secret ?? (authentication === 'password' ? 'secret' : 'token'),
      identities: [{ name: 'Northwind', address: 'help@northwind.example' }],
      settings: {
        kind: 'mail',
        mail: {
          user: 'help@northwind.example',
          authentication,
          imap: { host, port, tls },
          smtp: { host, port, tls },
          trustedCertificate: trusts,
        },
      },
    }),
  };
}
