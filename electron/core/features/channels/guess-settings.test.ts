import { describe, expect, it } from 'vitest';
import { guessSettings, type MailResolver } from './guess-settings.ts';

const never = new AbortController().signal;
const nothing = () => Promise.reject(new Error('ENOTFOUND'));
const resolver = (answers: Partial<MailResolver> = {}): MailResolver => ({
  resolveSrv: nothing,
  resolveMx: nothing,
  resolve4: nothing,
  ...answers,
});
const guess = (address: string, answers: Partial<MailResolver> = {}, signal = never) =>
  guessSettings(address, { resolver: resolver(answers), signal });

describe('settings guessed from an address', () => {
  it('come from the list for the common providers', async () => {
    const [gmail] = await guess('Carla@GMail.com');
    expect(gmail).toEqual({
      source: 'provider-list',
      imap: { host: 'imap.gmail.com', port: 993, tls: 'tls' },
      smtp: { host: 'smtp.gmail.com', port: 465, tls: 'tls' },
      needsAppPassword: true,
    });
    for (const domain of [
      'outlook.com',
      'yahoo.com',
      'icloud.com',
      'fastmail.com',
      'gmx.de',
      'zoho.com',
      'web.de',
    ]) {
      expect((await guess(`x@${domain}`))[0]?.source, domain).toBe('provider-list');
    }
  });

  it('come from the list for a domain whose mail such a provider receives', async () => {
    const resolveMx = () =>
      Promise.resolve([{ exchange: 'northwind-example.mail.protection.outlook.com', priority: 0 }]);
    expect((await guess('help@northwind.example', { resolveMx }))[0]?.imap.host).toBe(
      'outlook.office365.com',
    );
    const lookalike = () => Promise.resolve([{ exchange: 'evilgoogle.com', priority: 0 }]);
    expect((await guess('help@northwind.example', { resolveMx: lookalike }))[0]?.source).toBe('usual-names');
  });

  it('follow the SRV records, the best of them, and a refusal', async () => {
    const records: Record<string, { name: string; port: number; priority: number; weight: number }[]> = {
      '_imaps._tcp.northwind.example': [
        { name: 'second.northwind.example', port: 993, priority: 20, weight: 0 },
        { name: 'Mail.northwind.example', port: 9993, priority: 10, weight: 0 },
      ],
      '_submissions._tcp.northwind.example': [{ name: '.', port: 0, priority: 0, weight: 0 }],
      '_submission._tcp.northwind.example': [
        { name: 'out.northwind.example', port: 587, priority: 0, weight: 0 },
      ],
    };
    const resolveSrv = (name: string) => Promise.resolve(records[name] ?? []);
    expect(await guess('help@northwind.example', { resolveSrv })).toEqual([
      {
        source: 'dns-srv',
        imap: { host: 'mail.northwind.example', port: 9993, tls: 'tls' },
        smtp: { host: 'out.northwind.example', port: 587, tls: 'starttls' },
        needsAppPassword: false,
      },
    ]);
  });

  it('try the usual names, those first that exist', async () => {
    const resolve4 = (name: string) =>
      name.startsWith('mail.') ? Promise.resolve(['192.0.2.1']) : nothing();
    const guesses = await guess('help@northwind.example', { resolve4 });
    expect(guesses.map((one) => one.imap.host)).toEqual(['mail.northwind.example']);
    const [last] = await guess('help@northwind.example');
    expect(last).toMatchObject({ source: 'usual-names', imap: { host: 'imap.northwind.example' } });
  });

  it('do not wait for a name server that is silent', async () => {
    const silent = () => new Promise<never>(() => undefined);
    const stop = new AbortController();
    const asked = guess(
      'help@northwind.example',
      { resolveSrv: silent, resolveMx: silent, resolve4: silent },
      stop.signal,
    );
    stop.abort();
    expect((await asked)[0]?.source).toBe('usual-names');
  });
});
