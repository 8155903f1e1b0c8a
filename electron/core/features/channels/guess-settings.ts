import { Resolver } from 'node:dns/promises';
import type { ServerAddress, SettingsGuess } from '../../../shared/channels.ts';
import { guessByDomain, guessByMx, submissionAt } from './providers.ts';

interface SrvRecord {
  readonly name: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
}

/** The three questions that are asked of the DNS; a test lends its own answers. */
export interface MailResolver {
  resolveSrv(name: string): Promise<readonly SrvRecord[]>;
  resolveMx(domain: string): Promise<readonly { readonly exchange: string; readonly priority: number }[]>;
  resolve4(name: string): Promise<readonly string[]>;
}

/** All look-ups together; somebody is waiting before a form. */
const patience = 4_000;

export const systemResolver = (): MailResolver => new Resolver({ timeout: 1_500, tries: 2 });

/**
 * Settings for an address, most certain first: the built-in list by the address's domain, then by who receives its mail
 * (MX), DNS SRV (RFC 6186, RFC 8314), then the usual host names that exist. Never throws; at least one guess.
 */
export async function guessSettings(
  address: string,
  options: { resolver: MailResolver; signal: AbortSignal },
): Promise<readonly SettingsGuess[]> {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  const known = guessByDomain(domain);
  if (known.length > 0) return known;
  const late = AbortSignal.any([options.signal, AbortSignal.timeout(patience)]);
  const ask = <Answer>(question: Promise<Answer>, otherwise: Answer) => inTime(question, { otherwise, late });
  const { resolver } = options;
  const [mx, srv, usual] = await Promise.all([
    ask(resolver.resolveMx(domain), []),
    ask(bySrv(domain, resolver), []),
    ask(usualNames(domain, resolver), [usualGuess(`imap.${domain}`, `smtp.${domain}`)]),
  ]);
  const certain = [...guessByMx(mx.map((one) => one.exchange)), ...srv];
  return certain.length > 0 ? certain : usual;
}

/** An answer that does not come in time, or is an error, is no answer. */
async function inTime<Answer>(
  question: Promise<Answer>,
  { otherwise, late }: { otherwise: Answer; late: AbortSignal },
): Promise<Answer> {
  if (late.aborted) return otherwise;
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const give = () => resolve(otherwise);
  late.addEventListener('abort', give, { once: true });
  question.then(resolve, give);
  return promise.finally(() => late.removeEventListener('abort', give));
}

async function bySrv(domain: string, resolver: MailResolver): Promise<SettingsGuess[]> {
  const first = async (service: string, tls: ServerAddress['tls']): Promise<ServerAddress | null> => {
    const records = await resolver.resolveSrv(`${service}._tcp.${domain}`).catch(() => []);
    const [best] = records.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight);
    // A single dot says that the service is not offered (RFC 6186, 3.4).
    return best && best.name !== '' && best.name !== '.'
      ? { host: best.name.toLowerCase(), port: best.port, tls }
      : null;
  };
  const [imaps, imap, submissions, submission] = await Promise.all([
    first('_imaps', 'tls'),
    first('_imap', 'starttls'),
    first('_submissions', 'tls'),
    first('_submission', 'starttls'),
  ]);
  const receive = imaps ?? imap;
  const send = submissions ?? submission;
  return receive && send ? [{ source: 'dns-srv', imap: receive, smtp: send, needsAppPassword: false }] : [];
}

const usualGuess = (imap: string, smtp: string): SettingsGuess => ({
  source: 'usual-names',
  imap: { host: imap, port: 993, tls: 'tls' },
  smtp: submissionAt(smtp, 465),
  needsAppPassword: false,
});

/** Pairs of the names that people give their servers; where none exists, the commonest pair for a person to correct. */
async function usualNames(domain: string, resolver: MailResolver): Promise<SettingsGuess[]> {
  const exists = (name: string) =>
    resolver.resolve4(name).then(
      (addresses) => addresses.length > 0,
      () => false,
    );
  const pairs = [
    [`imap.${domain}`, `smtp.${domain}`],
    [`mail.${domain}`, `mail.${domain}`],
    [domain, domain],
  ] as const;
  const there = await Promise.all(
    pairs.map(async ([imap, smtp]) => (await exists(imap)) && (imap === smtp || (await exists(smtp)))),
  );
  const found = pairs.filter((_pair, index) => there[index]).map(([imap, smtp]) => usualGuess(imap, smtp));
  return found.length > 0 ? found : [usualGuess(`imap.${domain}`, `smtp.${domain}`)];
}
