import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LiaisonError } from '../shared/errors.ts';
import { createLog } from './log.ts';
import { redactText } from './log-redaction.ts';
import { openRotatedFile } from './rotated-file.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const lines = (folder: string): Record<string, unknown>[] =>
  readFileSync(join(folder, 'liaison.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

function parseError(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

test('what helps stays: codes, ids, figures and our own words', () => {
  const folder = aFolder();
  const seen = { channelId: '019a', fetched: 12, state: { kind: 'watching' }, path: 'outbox.send' };
  createLog({ folder }).info(seen, 'mailbox fetched');
  expect(lines(folder)).toMatchObject([{ level: 30, ...seen, msg: 'mailbox fetched' }]);
});

const planted = [
  'hunter2-hunter2',
  'The parcel never came and I am very cross',
  'karin.novak@example.com',
  '+49 30 1234567',
  'q'.repeat(43),
];

test('secrets, texts, addresses and tickets do not, wherever they stand', () => {
  const folder = aFolder();
  const log = createLog({ folder });
  const [password, text, address, phone, ticket] = planted;
  log.info({ password, account: { secret: password, settings: { user: address } } }, 'connecting');
  log.info({ message: { subject: text, text, from: [{ address, name: text }], html: `<p>${text}</p>` } });
  log.warn({ server: `550 5.1.1 <${address}>: unknown, call ${phone}` }, `refused ${address}`);
  log.warn(`A1 LOGIN ${address} ${password}`);
  log.warn('sent %s to %s', `Bearer ${password}`, address);
  log.error(
    { err: new Error(`no such user ${address}`, { cause: new Error(`AUTH PLAIN ${password}`) }) },
    'failed',
  );
  log.error(new Error(`at /mail/${ticket}`), `ticket ${ticket}`);
  log.error({
    err: new LiaisonError('server-refused', { detail: { reply: `<${address}> rejected`, body: `${text}` } }),
  });
  log.error({ err: new Error(`gone: ${address}`) });
  log.error(new Error(`gone: ${address}`));
  log.warn({ conversation: { id: '019a', preview: text, contactName: text, tags: [text] } });
  log.error({ err: parseError(`${text}`) }, 'unreadable');
  log.child({ token: password, peer: address }).info('child');
  log.info({ raw: Buffer.from(`${text}`), list: [address, { cc: address }], long: `${text} `.repeat(20) });
  const written = readFileSync(join(folder, 'liaison.log'), 'utf8');
  for (const secret of planted) expect(written).not.toContain(secret);
  expect(lines(folder)).toHaveLength(14);
});

test('an error keeps its kind, code and place', () => {
  const folder = aFolder();
  const error = new LiaisonError('host-unreachable', {
    detail: { port: 993 },
    cause: new Error('ECONNREFUSED'),
  });
  createLog({ folder }).error({ err: error }, 'failed');
  const [{ err } = {}] = lines(folder);
  expect(err).toMatchObject({
    type: 'LiaisonError',
    code: 'host-unreachable',
    detail: { port: 993 },
    cause: { type: 'Error', message: 'ECONNREFUSED' },
  });
  expect(JSON.stringify(err)).toContain('/electron/hosts/log.test.ts');
});

test('a long text is told by its length only', () => {
  expect(redactText('word '.repeat(100))).toBe('[text of 500]');
});

test('a full file is put aside, twice, and the oldest goes', () => {
  const path = join(aFolder(), 'logs', 'liaison.log');
  const write = openRotatedFile(path, 100);
  for (let line = 0; line < 40; line += 1) write(`${String(line).padStart(19, '0')}\n`);
  const files = readdirSync(join(path, '..')).toSorted();
  expect(files).toEqual(['liaison.log', 'liaison.log.1', 'liaison.log.2']);
  for (const name of files) expect(statSync(join(path, '..', name)).size).toBeLessThanOrEqual(100);
  expect(readFileSync(path, 'utf8')).toContain('0039\n');
  expect(readFileSync(`${path}.1`, 'utf8')).toContain('0034\n');
});

test('a log whose disk is gone stops nothing', () => {
  const folder = aFolder();
  const log = createLog({ folder });
  rmSync(folder, { recursive: true });
  log.info('still here');
  expect(existsSync(folder)).toBe(false);
});
