import type { Likeness } from '../../../shared/contacts.ts';
import { lastDigitsOf } from './phone-rules.ts';

/** What is compared of two people of one client. */
export interface Comparable {
  readonly name: string;
  /** In the form of `addressKeyOf`. */
  readonly addresses: readonly string[];
  readonly phones: readonly string[];
}

/** Where everybody has an address: the domain says nothing of who somebody is. */
const publicDomains = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com aol.com gmx.de gmx.net ' +
    'web.de t-online.de mail.ru yandex.ru qq.com 163.com proton.me protonmail.com orange.fr free.fr laposte.net libero.it'
  ).split(' '),
);
/** Mailboxes of nobody in particular: a letter more is another department, not a slip. */
const roleNames = new Set(
  'info sales support office admin hello contact service team billing help'.split(' '),
);

const partsOf = (address: string): readonly [local: string, domain: string] => {
  const at = address.lastIndexOf('@');
  return [address.slice(0, at), address.slice(at + 1)];
};

/** An address without what its mailbox ignores: `+shop` behind the name, and dots where the provider drops them. */
export function plainAddress(address: string): string {
  const [local, domain] = partsOf(address);
  const name = local.split('+', 1)[0] ?? local;
  const dotless = domain === 'gmail.com' || domain === 'googlemail.com' ? name.replaceAll('.', '') : name;
  return `${dotless || local}@${domain}`;
}

const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');

/** Why two may be one person; empty where nothing points to it. */
export function likenessOf(one: Comparable, other: Comparable): Likeness[] {
  const checks: Readonly<Record<Likeness, (a: Comparable, b: Comparable) => boolean>> = {
    'plus-address': samePlainAddress,
    phone: samePhone,
    'name-and-domain': sameNameAndDomain,
    'typing-error': nearlySameAddress,
  };
  return (Object.keys(checks) as Likeness[]).filter((each) => checks[each](one, other));
}

function meet<Value>(one: readonly Value[], other: readonly Value[]): Value[] {
  const there = new Set(other);
  return one.filter((each) => there.has(each));
}

const samePlainAddress = (one: Comparable, other: Comparable): boolean =>
  meet(one.addresses.map(plainAddress), other.addresses.map(plainAddress)).length > 0;

const samePhone = (one: Comparable, other: Comparable): boolean =>
  meet(one.phones.map(lastDigitsOf), other.phones.map(lastDigitsOf)).some((digits) => digits !== '');

function sameNameAndDomain(one: Comparable, other: Comparable): boolean {
  const key = nameKey(one.name);
  if (key === '' || key !== nameKey(other.name)) return false;
  const domains = meet(domainsOf(one), domainsOf(other));
  // Among everybody with a public address, one word is too common a name.
  return domains.some((domain) => !publicDomains.has(domain) || key.includes(' '));
}

const domainsOf = ({ addresses }: Comparable): string[] => addresses.map((address) => partsOf(address)[1]);

const nearlySameAddress = (one: Comparable, other: Comparable): boolean =>
  one.addresses.some((a) => other.addresses.some((b) => isSlip(a, b)));

/** Shorter names before the @ differ by a letter and are others. */
const shortestLocal = 5;

/** Whether one address is the other with a slip of the hand: a letter too many, too few, wrong, or two turned round. */
export function isSlip(one: string, other: string): boolean {
  if (plainAddress(one) === plainAddress(other)) return false;
  const [[localOne, domainOne], [localOther, domainOther]] = [partsOf(one), partsOf(other)];
  const sameLocal = localOne === localOther;
  if (sameLocal === (domainOne === domainOther)) return false;
  if (roleNames.has(localOne) || roleNames.has(localOther)) return false;
  if (Math.min(localOne.length, localOther.length) < shortestLocal) return false;
  // Two well-known providers are two mailboxes, not a slip.
  if (sameLocal) return slip(domainOne, domainOther) && !(isKnown(domainOne) && isKnown(domainOther));
  return !differInDigits(localOne, localOther) && slip(localOne, localOther);
}

const isKnown = (domain: string): boolean => publicDomains.has(domain);

/** `maria1` and `maria2` are two people who came one after the other. */
const differInDigits = (one: string, other: string): boolean =>
  one.replaceAll(/\d/gu, '') === other.replaceAll(/\d/gu, '');

/** One edit apart (Damerau-Levenshtein distance of 1). */
function slip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length - short.length === 1) return short.slice(at) === long.slice(at + 1);
  if (long.length !== short.length || at === short.length) return false;
  const turned = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (turned && short.slice(at + 2) === long.slice(at + 2));
}

const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789.-_'];

/** Every address one edit away, to be looked up, some two thousand of them; the rules above judge what is found. */
export function slipsOf(address: string): string[] {
  const slips = new Set<string>();
  const positions = Array.from({ length: address.length + 1 }, (_, index) => index);
  for (const at of positions) {
    const [before, after] = [address.slice(0, at), address.slice(at)];
    if (after === '') continue;
    slips.add(before + after.slice(1));
    slips.add(before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2));
    for (const letter of letters) {
      slips.add(before + letter + after.slice(1));
      slips.add(before + letter + after);
    }
  }
  slips.delete(address);
  return [...slips];
}
