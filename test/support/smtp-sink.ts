import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
}

export interface SmtpSink {
  readonly port: number;
  /** What was accepted, in order. */
  readonly mails: readonly ReceivedMail[];
  stop(): Promise<void>;
}

interface SinkOptions {
  /** Milliseconds before it answers to an envelope's lines and to the end of a message. */
  readonly delay?: number;
  /** Called at the moment it takes responsibility, before it says so. */
  readonly onMail?: (mail: ReceivedMail) => void;
}

/** A real SMTP server that takes mail from whoever knows the password, and keeps it. Plain, for loopback. */
export async function startSmtpSink(
  password: string,
  { delay = 0, onMail }: SinkOptions = {},
): Promise<SmtpSink> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ password: given, username }, _, done) =>
      given === password ? done(null, { user: username ?? '' }) : done(new Error('Authentication failed')),
    onMailFrom: (_address, _session, done) => void setTimeout(done, delay),
    onRcptTo: (_address, _session, done) => void setTimeout(done, delay),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        const mail = { from, to: rcptTo.map(({ address }) => address), bytes: Buffer.concat(chunks) };
        mails.push(mail);
        onMail?.(mail);
        setTimeout(done, delay);
      });
    },
  });
  // A client that dies in the middle of a dialogue is nobody's failure here.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  const { port } = listening.address() as AddressInfo;
  return { port, mails, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
