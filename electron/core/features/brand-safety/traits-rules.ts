import type { Identity } from '../../../shared/channels.ts';
import type { ClientId } from '../../../shared/ids.ts';
import { wordsOf } from './folding-rules.ts';
import { isCompanyWord, isEverydayWord, isPublicMailHost, isSharedHost } from './ordinary-words-rules.ts';
import { codeKey, codesIn, hostsIn, phonesIn, shapeOf } from './patterns-rules.ts';
import { signatureLines, signatureOf } from './signature-rules.ts';

/** What is known of a client that could give it away, as it stands in the stores. */
export interface BrandFacts {
  readonly clientId: ClientId;
  readonly name: string;
  readonly identities: readonly Identity[];
  readonly templates: readonly { readonly id: string; readonly source: string }[];
  /** Replies of ours with the conversation they stand in, newest first, without what they quote. */
  readonly sent: readonly {
    readonly conversationId: string;
    readonly subject: string;
    readonly text: string;
  }[];
  /** People of the vendor: their names stand under the replies of every client they work for. */
  readonly operatorNames: readonly string[];
}

/** A name as its folded words. `everyday`: none of them is told from ordinary language by itself. */
export interface NameTrait {
  readonly words: readonly string[];
  readonly everyday: boolean;
}

/** What gives one client away, in the forms in which texts are compared. */
export interface Traits {
  readonly names: readonly NameTrait[];
  readonly domains: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  readonly phones: ReadonlySet<string>;
  readonly lines: ReadonlySet<string>;
  /** Hosts, or `host/first-part` where many share the host. */
  readonly links: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  readonly shapes: ReadonlySet<string>;
  readonly templateIds: ReadonlySet<string>;
}

export function traitsOf(facts: BrandFacts): Traits {
  const addresses = facts.identities.map(({ address }) => address.toLowerCase());
  const domains = new Set(addresses.map(hostOf).filter((host) => host !== '' && !isPublicMailHost(host)));
  const sources = facts.templates.map(({ source }) => plainOf(source));
  const signed = facts.sent.map(({ text }) => signatureOf(text).join('\n'));
  const official = [...sources, ...signed];
  return {
    names: namesOf(facts, domains),
    domains,
    addresses: new Set(addresses),
    phones: new Set(official.flatMap(phonesIn).map(({ value }) => value)),
    lines: new Set(signatureLines({ ...facts, sources })),
    links: new Set(official.flatMap(hostsIn).flatMap((found) => linkKeyOf(found, domains))),
    codes: new Set(sources.flatMap(announcedCodes)),
    shapes: new Set(shapesOf(facts.sent.flatMap(({ subject, text }) => [subject, text]))),
    templateIds: new Set(facts.templates.map(({ id }) => id)),
  };
}

const hostOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What a template always says: its variables and conditions are somebody else's words. */
const plainOf = (source: string): string => source.replaceAll(/\{\{.*?\}\}|\{%.*?%\}/gs, ' ');

/** `example.co.uk` belongs to `shop.example.co.uk`. */
export const isWithin = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`);

export function linkKeyOf(
  found: { readonly value: string; readonly path: string; readonly address: string | null },
  domains: ReadonlySet<string>,
): string[] {
  if (found.address !== null || [...domains].some((domain) => isWithin(found.value, domain))) return [];
  if (!isSharedHost(found.value)) return isPublicMailHost(found.value) ? [] : [found.value];
  return found.path.length < 3 ? [] : [`${found.value}/${found.path}`];
}

/** The name, the name without its company words, the addresses' names, and the domain as it is spoken. */
function namesOf(facts: BrandFacts, domains: ReadonlySet<string>): NameTrait[] {
  const full = wordsOf(facts.name);
  const bare = withoutCompanyWords(full);
  const ours = new Set(facts.operatorNames.flatMap((name) => [name, name.split(' ')[0] ?? name]).map(keyOf));
  const spoken = facts.identities
    .map(({ name }) => name)
    .filter((name) => !ours.has(keyOf(name)))
    .map(wordsOf)
    .filter((words) => words.length > 1);
  const labels = [...domains].flatMap((domain) => labelOf(domain));
  const candidates = [full, bare, splitCapitals(facts.name), ...spoken, ...labels.map((label) => [label])];
  const kept = candidates.filter((words) => words.join('').length >= 2 && !words.every(isCompanyWord));
  const distinct = new Map(kept.map((words) => [words.join(' '), words]));
  return [...distinct.values()].map((words) => ({
    words,
    everyday: words.every((word) => isEverydayWord(word) || isCompanyWord(word) || word.length < 3),
  }));
}

const keyOf = (text: string): string => wordsOf(text).join(' ');

function withoutCompanyWords(words: readonly string[]): string[] {
  const first = words.findIndex((word) => !isCompanyWord(word));
  const last = words.findLastIndex((word) => !isCompanyWord(word));
  return first < 0 ? [...words] : words.slice(first, last + 1);
}

/** `BlueRiver` is spoken as two words. */
const splitCapitals = (name: string): string[] => wordsOf(name.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));

/** The part of a domain that people say; short and everyday ones are said about anything. */
function labelOf(domain: string): string[] {
  const parts = domain.split('.');
  const secondLevel = parts.length > 2 && (parts.at(-2)?.length ?? 0) <= 3;
  const label = parts.at(secondLevel ? -3 : -2) ?? '';
  const [word, ...more] = wordsOf(label);
  return word !== undefined &&
    more.length === 0 &&
    word.length >= 5 &&
    !isEverydayWord(word) &&
    !isCompanyWord(word)
    ? [word]
    : [];
}

/** Vouchers and the like that a template gives out: capitals with figures, or capitals that are called a code. */
function announcedCodes(source: string): string[] {
  const withFigures = codesIn(source).filter(({ start, end }) =>
    /^[\p{Lu}\d#_-]+$/u.test(source.slice(start, end)),
  );
  const called = source.matchAll(
    /(?:code|coupon|voucher|promo|c[óo]digo|cup[óo]n|gutschein|كود|رمز|قسيمة)[^\n]{0,20}?(?<![\p{L}\p{N}])(\p{Lu}{5,20})(?![\p{L}\p{N}])/giu,
  );
  return [
    ...withFigures.map(({ value }) => value),
    ...[...called]
      .map(([, found = '']) => found)
      .filter((found) => /^\p{Lu}+$/u.test(found))
      .map(codeKey),
  ];
}

const fewestOfAShape = 5;
/** Letters that stand before anybody's numbers. */
const commonPrefixes = new Set(
  'no nr num ref order pedido id sku item art inv invoice case ticket tel fax cet utc gmt usd eur gbp aed room step covid iso rfc'.split(
    ' ',
  ),
);

/** How this client numbers its orders: letters and as many figures, seen often enough. */
function shapesOf(texts: readonly string[]): string[] {
  const seen = new Map<string, Set<string>>();
  for (const { value } of texts.flatMap(codesIn)) {
    const shape = shapeOf(value);
    if (shape === null || commonPrefixes.has(shape.replaceAll('#', ''))) continue;
    const codes = seen.get(shape) ?? new Set();
    seen.set(shape, codes.add(value));
  }
  return [...seen].filter(([, codes]) => codes.size >= fewestOfAShape).map(([shape]) => shape);
}

/** A line in the form in which it is compared. */
export const lineKey = keyOf;
