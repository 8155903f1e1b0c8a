import type { ForeignKind } from '../../../shared/brand-safety.ts';
import type { ClientId } from '../../../shared/ids.ts';
import type { Dictionary } from './dictionary-rules.ts';
import { namesIn } from './names-rules.ts';
import { isInside, type Range } from './own-words-rules.ts';
import { codesIn, hostsIn, idsIn, linesIn, phonesIn, shapeOf } from './patterns-rules.ts';
import { isWithin, lineKey, linkKeyOf } from './traits-rules.ts';

export interface Hit extends Range {
  readonly kind: ForeignKind;
  readonly clientId: ClientId;
}

/** Everything in a text that the dictionary knows, overlapping as it comes. */
function allHits(text: string, dictionary: Dictionary): Hit[] {
  const looked = (kind: ForeignKind, spotted: Range, clientId: ClientId | undefined): Hit[] =>
    clientId === undefined ? [] : [{ kind, start: spotted.start, end: spotted.end, clientId }];
  return [
    ...namesIn(text, dictionary).map((hit) => ({ ...hit, kind: 'name' as const })),
    ...hostsIn(text).flatMap((found) => {
      const { address, value } = found;
      const known = address === null ? undefined : dictionary.addresses.get(address);
      const domain = known ?? withinAny(value, dictionary.domains);
      if (domain !== undefined) return looked(address === null ? 'domain' : 'address', found, domain);
      const [link] = linkKeyOf(found, new Set());
      const owner =
        link === undefined ? undefined : (dictionary.links.get(link) ?? withinAny(link, dictionary.links));
      return looked('link', found, owner);
    }),
    ...phonesIn(text).flatMap((found) => looked('phone', found, dictionary.phones.get(found.value))),
    ...linesIn(text).flatMap((found) =>
      looked('signature', found, dictionary.lines.get(lineKey(found.value))),
    ),
    ...codesIn(text).flatMap((found) => {
      const shape = shapeOf(found.value);
      const owner =
        dictionary.codes.get(found.value) ?? (shape === null ? undefined : dictionary.shapes.get(shape));
      return looked('code', found, owner);
    }),
    ...calledCodes(text, dictionary),
    ...idsIn(text).flatMap((found) => looked('template', found, dictionary.templateIds.get(found.value))),
  ];
}

/** Codes of letters only, which no pattern tells from words: looked up one by one, in capitals. */
function calledCodes(text: string, { codes }: Dictionary): Hit[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{5,20}(?![\p{L}\p{N}])/gu)].flatMap(
    ({ 0: found, index }) => {
      const clientId = codes.get(found.toLowerCase());
      return clientId ? [{ kind: 'code' as const, start: index, end: index + found.length, clientId }] : [];
    },
  );
}

function withinAny(host: string, domains: ReadonlyMap<string, ClientId>): ClientId | undefined {
  const parts = host.split('.');
  for (let first = 0; first < parts.length - 1; first += 1) {
    const clientId = domains.get(parts.slice(first).join('.'));
    if (clientId !== undefined) return clientId;
  }
  return undefined;
}

/** A wording that is allowed to one client, as its exceptions say it. */
export interface Allowed {
  readonly phrase: string;
}

interface Look {
  /** What is foreign to the client. */
  readonly foreign: Dictionary;
  /** What is its own, in the same form: a foreign word inside of it is its own as well. */
  readonly own: Dictionary;
  readonly allowed: readonly Allowed[];
  /** Parts of the text that are not the operator's words. */
  readonly besides: readonly Range[];
}

/** What in a text looks like another client's: each passage once, the longest where several overlap, in their order. */
export function foreignIn(text: string, { foreign, own, allowed, besides }: Look): Hit[] {
  const found = allHits(text, foreign);
  if (found.length === 0) return [];
  const ours = allHits(text, own);
  const granted = found.filter((hit) => isAllowed(text, { hit, allowed }));
  const kept = found.filter((hit) => !isInside(hit, [...besides, ...ours, ...granted]));
  const largest = kept.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const apart: Hit[] = [];
  for (const hit of largest)
    if (!apart.some((one) => hit.start < one.end && one.start < hit.end)) apart.push(hit);
  return apart.toSorted((a, b) => a.start - b.start);
}

/** An exception allows its wording; a host allows what stands at it, a number however it is written. */
function isAllowed(text: string, { hit, allowed }: { hit: Hit; allowed: readonly Allowed[] }): boolean {
  const passage = text.slice(hit.start, hit.end);
  const words = ` ${lineKey(passage)} `;
  return allowed.some(({ phrase }) => {
    if (` ${lineKey(phrase)} ` === words) return true;
    const [host] = hostsIn(phrase);
    if (host) return hostsIn(passage).some(({ value }) => isWithin(value, host.value));
    const [phone] = phonesIn(phrase);
    if (phone) return phonesIn(passage).some(({ value }) => value === phone.value);
    return contains(text, { phrase, hit });
  });
}

/** The hit stands inside the allowed wording. */
function contains(text: string, { phrase, hit }: { phrase: string; hit: Hit }): boolean {
  const wanted = ` ${lineKey(phrase)} `;
  const reach = phrase.length + 8;
  const around = lineKey(text.slice(Math.max(0, hit.start - reach), hit.end + reach));
  return wanted.includes(` ${lineKey(text.slice(hit.start, hit.end))} `) && ` ${around} `.includes(wanted);
}
