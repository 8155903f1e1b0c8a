import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createParsePool, type RawMessage } from '../../electron/core/connectors/mail/parse-pool.ts';
import type { mailLimits as Limits } from '../../electron/core/connectors/mail/limits.ts';
import { parseWorker, startParsePool } from '../support/mail-connector.ts';
import { mailText } from '../support/mail-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The same rules with a wait that a test can sit through. */
vi.mock('../../electron/core/connectors/mail/limits.ts', async (original) => {
  const { mailLimits } = await original<{ mailLimits: typeof Limits }>();
  return { mailLimits: { ...mailLimits, parse: 700 } };
});

const deadly = new URL('../support/deadly-parse-worker.ts', import.meta.url);
const raw = (text: string, details: Partial<RawMessage> = {}): RawMessage => ({
  bytes: Buffer.from(text),
  receivedAt: Date.UTC(2026, 2, 4),
  copy: null,
  place: 'received',
  ownAddresses: [],
  ...details,
});

function deadlyPool() {
  const pool = createParsePool(deadly);
  onTestFinished(() => pool.close());
  return pool;
}

describe('the parse pool', () => {
  for (const death of ['exit', 'hang', 'memory']) {
    it(`keeps a message that kills its parser (${death}) as unreadable, and all the others whole`, async () => {
      const poison = mailText({ id: 'poison', subject: 'Boom', headers: [`X-Kill: ${death}`] });
      const texts = Array.from({ length: 45 }, (_, n) =>
        n === 7 || n === 31 ? poison : mailText({ id: `m${n}` }),
      );
      const messages = await deadlyPool().parse(texts.map((text) => raw(text)));
      expect(messages.map((one) => one.unreadable)).toEqual(texts.map((text) => text === poison));
      expect(messages.map((one) => Buffer.from(one.source ?? []).toString())).toEqual(texts);
      expect(messages[7]).toMatchObject({
        text: '',
        subject: 'Boom',
        internetMessageId: 'poison@customer.example',
        from: { address: 'carla@customer.example' },
      });
    });
  }

  it('reads files of messages itself, and gives one that kills its parser as the others', async () => {
    const folder = temporaryFolder();
    const texts = [
      mailText({ id: 'a' }),
      mailText({ id: 'b', headers: ['X-Kill: exit'] }),
      mailText({ id: 'c' }),
    ];
    const files = texts.map((text, n) => {
      const path = join(folder, `${n}.eml`);
      writeFileSync(path, text);
      const { bytes: _, ...details } = raw(text);
      return { ...details, path };
    });
    const messages = await deadlyPool().parse([...files, raw(mailText({ id: 'd' }))]);
    expect(messages.map((one) => one.unreadable)).toEqual([false, true, false, false]);
    expect(messages.map((one) => Buffer.from(one.source ?? []).toString())).toEqual([
      ...texts,
      mailText({ id: 'd' }),
    ]);
    const parsed = await startParsePool().parse(files);
    expect(parsed.map((one) => one.internetMessageId?.slice(0, 1))).toEqual(['a', 'b', 'c']);
    expect(parsed.map((one) => Buffer.from(one.source ?? []).toString())).toEqual(texts);
  });

  it('names a file that can’t be read', async () => {
    const path = join(temporaryFolder(), 'gone.eml');
    const { bytes: _, ...details } = raw('');
    await expect(startParsePool().parse([{ ...details, path }])).rejects.toMatchObject({
      code: 'file-unreadable',
      detail: { path },
    });
  });

  it('refuses an attachment whose message kills the parser', async () => {
    await expect(deadlyPool().attachment(Buffer.from('x'), 0)).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });

  it('gives the bytes of an attachment, and none of a part that is not there', async () => {
    const pool = startParsePool();
    const text = [
      'From: a@customer.example',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'See the picture',
      '--x',
      'Content-Type: image/png; name="p.png"',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename="p.png"',
      '',
      Buffer.from('picture').toString('base64'),
      '--x--',
      '',
    ].join('\r\n');
    const [message] = await pool.parse([raw(text)]);
    expect(message?.attachments).toEqual([
      { part: 0, name: 'p.png', type: 'image/png', size: 7, contentId: null, inline: false },
    ]);
    const { name, type, bytes } = await pool.attachment(Buffer.from(text), 0);
    expect([name, type, Buffer.from(bytes).toString()]).toEqual(['p.png', 'image/png', 'picture']);
    await expect(pool.attachment(Buffer.from(text), 1)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  it('takes the customer for the writer where a form or a robot writes for them', async () => {
    const ownAddresses = ['help@northwind.example'];
    const from = (address: string, replyTo: string | null) =>
      raw(mailText({ from: address, headers: replyTo ? [`Reply-To: ${replyTo}`] : [] }), { ownAddresses });
    const messages = await startParsePool().parse([
      from('help@northwind.example', 'Dora <dora@customer.example>'),
      from('no-reply@shop.example', 'Dora <dora@customer.example>'),
      from('carla@customer.example', 'other@customer.example'),
      from('help@northwind.example', null),
      from('no-reply@shop.example', null),
    ]);
    expect(messages.map((one) => [one.from.address, one.direction, one.automatic])).toEqual([
      ['dora@customer.example', 'inbound', false],
      ['dora@customer.example', 'inbound', false],
      ['carla@customer.example', 'inbound', false],
      ['help@northwind.example', 'inbound', false],
      ['no-reply@shop.example', 'inbound', true],
    ]);
  });

  it('ends what waits when it is closed', async () => {
    const pool = createParsePool(parseWorker);
    const ended = pool.parse([raw(mailText())]).catch((error: unknown) => error);
    await pool.close();
    expect(await ended).toMatchObject({ code: 'cancelled' });
    await expect(pool.parse([raw(mailText())])).rejects.toMatchObject({ code: 'cancelled' });
  });
});
