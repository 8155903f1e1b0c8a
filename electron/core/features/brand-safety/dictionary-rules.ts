import type { ClientId } from '../../../shared/ids.ts';
import { isCompanyWord, isEverydayWord } from './ordinary-words-rules.ts';
import { isWithin, type NameTrait, type Traits } from './traits-rules.ts';

export interface Brand {
  readonly clientId: ClientId;
  readonly traits: Traits;
}

export interface NameEntry extends NameTrait {
  readonly clientId: ClientId;
}

/** What is foreign to one client: every trait with the client it leads to. Lives in the core's memory and nowhere else. */
export interface Dictionary {
  /** By the first word. */
  readonly names: ReadonlyMap<string, readonly NameEntry[]>;
  /** Names of several words written as one. */
  readonly joined: ReadonlyMap<string, ClientId>;
  readonly domains: ReadonlyMap<string, ClientId>;
  readonly addresses: ReadonlyMap<string, ClientId>;
  readonly phones: ReadonlyMap<string, ClientId>;
  readonly lines: ReadonlyMap<string, ClientId>;
  readonly links: ReadonlyMap<string, ClientId>;
  readonly codes: ReadonlyMap<string, ClientId>;
  readonly shapes: ReadonlyMap<string, ClientId>;
  readonly templateIds: ReadonlyMap<string, ClientId>;
}

interface Sides {
  readonly others: readonly Brand[];
  /** Of the client that is written for: what it has itself is not foreign, whoever else has it. */
  readonly own: Traits;
  /** Whether this client's own conversations use a word all the time. */
  readonly isSpoken: (word: string) => boolean;
}

/** Joined words shorter than this are found inside ordinary ones. */
const shortestJoined = 7;

export function dictionaryOf({ others, own, isSpoken }: Sides): Dictionary {
  const ownNames = new Set(own.names.map(nameKey));
  const names = others.flatMap(({ clientId, traits }) =>
    traits.names
      .filter((name) => !ownNames.has(nameKey(name)))
      .map((name) => ({ ...name, clientId, everyday: name.everyday || name.words.every(isOrdinary) })),
  );
  function isOrdinary(word: string): boolean {
    return isEverydayWord(word) || isCompanyWord(word) || isSpoken(word);
  }
  const ownHosts = [...own.domains, ...own.links];
  const isOurs = (host: string) => ownHosts.some((ours) => isWithin(host, ours));
  return {
    names: Map.groupBy(names, ({ words }) => words[0] ?? ''),
    joined: new Map(
      names
        .filter(({ words }) => words.length > 1 && nameKey({ words }).length >= shortestJoined)
        .map((name) => [name.words.join(''), name.clientId]),
    ),
    domains: collect(others, (traits) => traits.domains, isOurs),
    addresses: collect(
      others,
      (traits) => traits.addresses,
      (each) => own.addresses.has(each),
    ),
    phones: collect(
      others,
      (traits) => traits.phones,
      (each) => own.phones.has(each),
    ),
    lines: onlyOfOne(others, (traits) => traits.lines, own.lines),
    links: collect(others, (traits) => traits.links, isOurs),
    codes: onlyOfOne(others, (traits) => traits.codes, own.codes),
    shapes: onlyOfOne(others, (traits) => traits.shapes, own.shapes),
    templateIds: collect(
      others,
      (traits) => traits.templateIds,
      (each) => own.templateIds.has(each),
    ),
  };
}

export const nameKey = ({ words }: Pick<NameTrait, 'words'>): string => words.join('');

function collect(
  others: readonly Brand[],
  of: (traits: Traits) => ReadonlySet<string>,
  isOurs: (value: string) => boolean,
): ReadonlyMap<string, ClientId> {
  const entries = others.flatMap(({ clientId, traits }) =>
    [...of(traits)].map((value) => [value, clientId] as const),
  );
  return new Map(entries.filter(([value]) => !isOurs(value)));
}

/** A line or a number that two clients have is the vendor's, and says nothing of either. */
function onlyOfOne(
  others: readonly Brand[],
  of: (traits: Traits) => ReadonlySet<string>,
  own: ReadonlySet<string>,
): ReadonlyMap<string, ClientId> {
  const holders = new Map<string, Set<ClientId>>();
  for (const { clientId, traits } of others)
    for (const value of of(traits)) holders.set(value, (holders.get(value) ?? new Set()).add(clientId));
  return new Map(
    [...holders].flatMap(([value, ids]) => {
      const [only] = ids;
      return ids.size === 1 && only !== undefined && !own.has(value) ? [[value, only] as const] : [];
    }),
  );
}
