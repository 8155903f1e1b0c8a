import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { TemplateId } from '../../electron/shared/ids.ts';
import { startBrandDesk, type DeskBrand } from './brand-desk.ts';
import { createInterlock, tagOf, type Left } from './interlock.ts';

const names = ['Quillmark', 'Bluefinch Travel', 'Österlund', 'Casa Velar', 'Next'];
const conversations = 60;

/** What a power cut would cost is not the question here: where there is a folder in memory, the disk is spared. */
function inMemory(): string {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'liaison-interlock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const headerOf = (mail: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(mail)?.[1]?.replaceAll(/\r\n\s+/g, ' ') ?? '';

/** The text as the customer reads it: what follows the headers, with its transfer encodings taken off. */
function bodyOf(mail: string): string {
  const body = mail.split('\r\n\r\n').slice(1).join('\n\n');
  if (/base64/i.test(headerOf(mail, 'Content-Transfer-Encoding')))
    return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(mail)) return body;
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Why a message should never have left this way; null where all of it is one client's and one conversation's. */
function wrongWith({ brand, account, outgoing }: Left, brands: readonly DeskBrand[]): string | null {
  const mail = Buffer.from(outgoing.bytes).toString('utf8');
  const own = new Set([`help@${brand.domain}`, `orders@${brand.domain}`]);
  if (!own.has(outgoing.from) || !headerOf(mail, 'From').includes(`@${brand.domain}`)) return 'identity';
  if (account.identities.some(({ address }) => !own.has(address))) return 'channel';
  if (!outgoing.to.every((address) => address.endsWith(`@of-${brand.domain}`))) return 'recipient';
  const text = bodyOf(mail);
  const place = /^customer(\d+)@/.exec(outgoing.to[0] ?? '')?.[1] ?? '';
  const tags = text.match(/zq\p{L}{4}x\d+q/gu) ?? [];
  if (tags.some((tag) => tag !== tagOf(brand, Number(place)))) return `words of ${tags.join(' ')}`;
  const other = brands.find((each) => each !== brand && speaksOf(text, each));
  return other ? `names ${other.name}` : null;
}

const speaksOf = (text: string, { name, domain }: DeskBrand) =>
  name === 'Next'
    ? /\b(?:at|from) Next\b|next\.example/.test(text)
    : text.toLowerCase().includes(name.toLowerCase()) || text.includes(domain);

/**
 * Plays so many seeded sequences on five clients and looks at everything that left: no message under a wrong client,
 * channel or identity, to a wrong customer, or with another client's words.
 */
export async function playInterlock(windows: 'one' | 'several', sequences: number): Promise<void> {
  const desk = await startBrandDesk(names, { conversations, data: inMemory() });
  const { call } = desk.started;
  const templates = new Map<DeskBrand, TemplateId>();
  for (const brand of desk.brands) {
    const body = { name: 'Hello', shortcut: 'hello', locale: 'en', source: 'Hello' };
    templates.set(brand, (await call.templates.save({ clientId: brand.clientId, id: null, body })).id);
  }
  const interlock = createInterlock(desk, templates, windows);
  for (let index = 0; index < sequences; index += 1) {
    await interlock.play(`${windows} ${index}`);
    if (index % 50 === 49) await interlock.drain();
  }
  await interlock.drain();
  const { counts, left } = interlock;
  console.log(
    `interlock: ${sequences} sequences with ${windows} open, ${counts.plain + counts.mixed} sends (${counts.mixed} mixed up), ${left.length} left; refused ${JSON.stringify(Object.fromEntries(counts.refused))}`,
  );
  const wrong = left.flatMap((message) => wrongWith(message, desk.brands) ?? []);
  expect(wrong.slice(0, 10)).toEqual([]);
  // The judge sees: what left for one client, had it left from another, is wrong.
  const [first] = left;
  const other = desk.brands.find((brand) => brand !== first?.brand);
  expect(first && other && wrongWith({ ...first, brand: other }, desk.brands)).toBe('identity');
  // It is no interlock that lets nothing pass, and no test in which nothing is refused.
  expect(left.length).toBeGreaterThan(sequences / 10);
  expect(counts.refused.get('wrong-client')).toBeGreaterThan(sequences / 20);
  expect(counts.refused.get('foreign-brand')).toBeGreaterThan(sequences / 50);
  expect(counts.refused.get('sender-refused')).toBeGreaterThan(0);
}
