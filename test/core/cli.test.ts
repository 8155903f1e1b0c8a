import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { liaison, unread, workspace } from '../support/command-line.ts';

const mail = (n: number) =>
  [
    `Message-ID: <m${n}@customers.example>`,
    'From: Vera Lindqvist <vera@customers.example>',
    'To: help@northwind.example',
    `Date: Mon, 02 Mar 2026 10:0${n}:00 +0000`,
    `Subject: Where is order ${n}?`,
    '',
    `The parcel ${n} has a marmalade stain.`,
    '',
  ].join('\r\n');

describe('a client from the command line', () => {
  test('is added, filled from files, searched, reported, exported and removed', async () => {
    const { folder, run } = workspace();
    const added = await run(['clients', 'add', '--name', 'Northwind', '--time-zone', 'Europe/London']);
    expect([added.code, added.said]).toEqual([0, '']);
    expect((await run(['clients', 'list'])).json).toMatchObject([
      { name: 'Northwind', mark: 'NO', demo: false },
    ]);

    const eml = join(folder, 'mail');
    mkdirSync(eml);
    for (const n of [1, 2, 3]) writeFileSync(join(eml, `${n}.eml`), mail(n));
    const first = await run(['import', '--client', 'northwind', '--eml', eml]);
    expect(first.json).toMatchObject({ read: 3, added: 3, unreadable: 0 });
    expect((await run(['import', '--client', 'Northwind', '--eml', eml])).json).toMatchObject({
      read: 3,
      added: 0,
    });

    const found = await run(['search', '--client', 'Northwind', 'marmalade', 'stain']);
    expect(found.json).toMatchObject({ count: 3, hits: [{ contactName: 'Vera Lindqvist' }, {}, {}] });

    const period = ['--client', 'Northwind', '--from', '2026-03-01', '--to', '2026-03-31'];
    const report = (await run(['report', ...period])).json as { figures: Record<string, unknown>[] };
    const received = report.figures.find((figure) => figure['measure'] === 'messages-received');
    expect(received).toMatchObject({ value: 3, unit: 'count', definition: 'messages-received' });
    expect(Object.keys(received ?? {})).toEqual(expect.arrayContaining(['numerator', 'denominator']));
    const csv = join(folder, 'report.csv');
    expect((await run(['report', ...period, '--format', 'csv', '--out', csv])).code).toBe(0);
    expect(readFileSync(csv, 'utf8')).toContain('messages-received');

    const file = join(folder, 'all.jsonl');
    expect((await run(['export', '--client', 'Northwind', '--out', file])).json).toMatchObject({
      messages: 3,
    });
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const messages = lines.flatMap(
      (line) => (JSON.parse(line) as { messages: { messageId: string }[] }).messages,
    );
    expect(messages.map(({ messageId }) => messageId).toSorted()).toEqual(
      [1, 2, 3].map((n) => `m${n}@customers.example`),
    );

    expect((await run(['clients', 'remove', '--client', 'Northwind'])).code).toBe(0);
    expect((await run(['clients', 'list'])).json).toEqual([]);
  });

  test('keeps the passphrase: a wrong one opens nothing, says so, and loses nothing', async () => {
    const { folder, data, run } = workspace();
    await run(['clients', 'add', '--name', 'Northwind']);
    const wrong = join(folder, 'wrong');
    writeFileSync(wrong, 'not the passphrase at all\n');
    const refused = await liaison(['clients', 'list', '--data', data, '--passphrase-file', wrong, '--json']);
    expect(refused.code).toBe(5);
    expect(refused.json).toMatchObject({ error: { code: 'passphrase-wrong' } });
    expect((await run(['clients', 'list'])).json).toMatchObject([{ state: { kind: 'ready' } }]);
  });
});

test('a reader who goes away is no failure', async () => {
  expect(await unread(['--help'])).toEqual({ code: 0, said: '' });
});

describe('canned replies from the command line', () => {
  test('are shown first, and then come in', async () => {
    const { folder, run } = workspace();
    await run(['clients', 'add', '--name', 'Northwind']);
    const file = join(folder, 'replies.csv');
    writeFileSync(file, 'name,text\nHi,Hello {{contact.first_name}}\nLate,Late because of [reason]\n');
    const words = ['templates', 'import', '--client', 'Northwind', '--from', 'csv', file];
    const dry = await run([...words, '--dry-run']);
    expect(dry.code).toBe(0);
    expect(dry.json).toMatchObject({
      imported: 0,
      counts: { new: 2, same: 0 },
      lines: [
        { name: 'Hi', source: 'Hello {{ customer.first_name }}', state: 'published' },
        { name: 'Late', state: 'draft', unmapped: [{ original: '[reason]' }] },
      ],
    });
    expect((await run(words)).json).toMatchObject({ imported: 2 });
    const wrong = await run(['templates', 'import', '--client', 'Northwind', '--from', 'helpscout', file]);
    expect([wrong.code, wrong.json]).toMatchObject([2, { error: { detail: { path: '--from' } } }]);
  });
});

describe('the demo from the command line', () => {
  test('is made, sampled again from its seed, its guide taken out for lint, and deleted', async () => {
    const { folder, run } = workspace();
    const clients = (await run(['demo'])).json as { name: string; demo: boolean }[];
    expect(clients.map(({ demo }) => demo)).toEqual([true, true, true]);
    const name = clients[0]?.name ?? '';
    const now = new Date();
    const day = (ago: number) => new Date(now.getTime() - ago * 86_400_000).toISOString().slice(0, 10);
    const draw = [
      'qa',
      'sample',
      '--client',
      name,
      '--from',
      day(40),
      '--to',
      day(8),
      '--size',
      '5',
      '--seed',
      '7',
    ];
    const one = (await run(draw)).json as { populationHash: string; items: { conversationId: string }[] };
    const two = (await run(draw)).json as typeof one;
    expect(one.items).toHaveLength(5);
    expect(two.items.map((item) => item.conversationId)).toEqual(
      one.items.map((item) => item.conversationId),
    );
    expect(two.populationHash).toBe(one.populationHash);

    const out = join(folder, 'guide');
    const takeOut = ['guide', 'export', '--client', name, '--out', out];
    const { files } = (await run(takeOut)).json as { files: number };
    const written = readdirSync(out, { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    expect(written).toHaveLength(files);
    expect(written.map((file) => file.name)).toContain('.vale.ini');
    expect(written.filter((file) => file.name.endsWith('.yml')).length).toBeGreaterThan(0);
    expect((await liaison(['lint', '--guide', out, '--json', '-'], 'A plain line.\n')).code).toBeLessThan(2);
    const again = await run(takeOut);
    expect(again.json).toEqual({ error: expect.objectContaining({ code: 'file-unwritable' }) });
    expect((await run(['demo', '--remove'])).json).toEqual([]);
  });
});

describe('what is typed wrongly', () => {
  test.each([
    [[], 0],
    [['nonsense'], 2],
    [['clients', 'add'], 2],
    [['clients', 'add', '--name', 'N', '--mark', 'too long'], 2],
    [['search', '--client', 'nobody', 'word'], 3],
    [['import', '--client', 'nobody', '--eml', '/nowhere'], 3],
    [['report', '--no-such-option'], 2],
  ])('%j ends with %i and says why', async (words, code) => {
    const { run } = workspace();
    const result = await run(words);
    expect(result.code).toBe(code);
    expect(result.said + result.out).not.toBe('');
    expect(result.said).not.toMatch(/\bat .+:\d+:\d+/);
  });
});

describe('lint', () => {
  test("prints Vale's shape and ends as Vale does", async () => {
    const { folder } = workspace();
    mkdirSync(join(folder, 'guide', 'House'), { recursive: true });
    const rule =
      'extends: existence\nmessage: "Avoid %s"\nlevel: error\nignorecase: true\ntokens:\n  - utilize\n';
    writeFileSync(join(folder, 'guide', 'House', 'Plain.yml'), rule);
    const command = ['lint', '--guide', join(folder, 'guide'), '--json', '-'];
    const bad = await liaison(command, 'First line.\nWe utilize it.\n');
    expect(bad.code).toBe(1);
    expect(bad.json).toEqual({
      'stdin.txt': [
        {
          Action: { Name: '', Params: null },
          Span: [4, 10],
          Check: 'House.Plain',
          Description: '',
          Link: '',
          Message: 'Avoid utilize',
          Severity: 'error',
          Match: 'utilize',
          Line: 2,
        },
      ],
    });
    const good = await liaison(command, 'We use it.\n');
    expect([good.code, good.json]).toEqual([0, {}]);
    const modal = 'extends: sequence\nmessage: m\n';
    writeFileSync(join(folder, 'guide', 'House', 'Modal.yml'), modal);
    const markup = 'extends: existence\nmessage: "%s"\nnonword: true\ntokens: ["<br>&"]\n';
    writeFileSync(join(folder, 'guide', 'House', 'Markup.yml'), markup);
    for (const name of ['b.txt', 'a.txt']) writeFileSync(join(folder, name), 'One <br>&.');
    const named = await liaison([...command.slice(0, -1), join(folder, 'b.txt'), join(folder, 'a.txt')]);
    expect(named.said).toContain('House.Modal');
    expect(named.out.indexOf('a.txt"')).toBeLessThan(named.out.indexOf('b.txt"'));
    expect(named.out).toContain(String.raw`"Match": "\u003cbr\u003e\u0026"`);
    writeFileSync(join(folder, 'guide', 'House', 'Bad.yml'), 'extends: existence\nmessage: m\n');
    expect((await liaison(command, 'We use it.\n')).code).toBe(2);
    expect((await liaison(['lint', '--guide', join(folder, 'nowhere'), '-'], '')).code).toBe(2);
  });
});
