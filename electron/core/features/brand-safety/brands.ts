import type { Client } from '../../../shared/clients.ts';
import type { ClientId } from '../../../shared/ids.ts';
import type { Operator } from '../../../shared/operators.ts';
import type { Changes } from '../../changes.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { messagesWith } from '../../store/client/message-words.ts';
import { dictionaryOf, type Brand, type Dictionary } from './dictionary-rules.ts';
import { listIdentities, listSent, listSignatureSources, listTemplateSources } from './queries.ts';
import { traitsOf } from './traits-rules.ts';

/** What stands under replies changes seldom; a new number in it is known after this. */
const staleMilliseconds = 10 * 60_000;
/** Said in so many of a client's messages, a word is ordinary there. */
const spokenMessages = 8;
const telling = new Set(['clients', 'channels', 'templates', 'signatures', 'operators']);

interface BrandsOptions {
  readonly clients: { list(): readonly Client[] };
  readonly stores: { all(): readonly ClientStore[] };
  readonly operators: { list(): readonly Operator[] };
  readonly changes: Changes;
  readonly clock: Clock;
}

export interface Sides {
  readonly foreign: Dictionary;
  readonly own: Dictionary;
}

/**
 * What gives each client away, held in memory only and built when it is first asked for. No client's store ever sees
 * another's: they are read one by one and joined here.
 */
export function createBrands({ clients, stores, operators, changes, clock }: BrandsOptions) {
  const known = new Map<ClientId, { readonly brand: Brand; readonly at: number }>();
  const sides = new Map<ClientId, Sides>();

  changes.listen(({ topic, clientId }) => {
    if (!telling.has(topic)) return;
    sides.clear();
    if (clientId === null) known.clear();
    else known.delete(clientId);
  });

  function brandOf(client: Client, store: ClientStore | undefined): Brand {
    const kept = known.get(client.id);
    if (kept && clock.now() - kept.at < staleMilliseconds) return kept.brand;
    const facts = {
      clientId: client.id,
      name: client.name,
      // Of a client whose store is closed at least the name is known.
      identities: store ? listIdentities(store) : [],
      templates: store ? [...listTemplateSources(store), ...listSignatureSources(store)] : [],
      sent: store ? listSent(store) : [],
      operatorNames: operators.list().map(({ name }) => name),
    };
    const brand = { clientId: client.id, traits: traitsOf(facts) };
    known.set(client.id, { brand, at: clock.now() });
    sides.clear();
    return brand;
  }

  return {
    sidesOf(store: ClientStore): Sides {
      const open = new Map(stores.all().map((each) => [each.clientId, each]));
      const brands = clients.list().map((client) => brandOf(client, open.get(client.id)));
      const kept = sides.get(store.clientId);
      if (kept) return kept;
      const made = split(store, brands);
      sides.set(store.clientId, made);
      return made;
    },
  };
}

export type Brands = ReturnType<typeof createBrands>;

function split(store: ClientStore, brands: readonly Brand[]): Sides {
  const own = brands.filter(({ clientId }) => clientId === store.clientId);
  const [mine] = own;
  const nothing = traitsOf({
    ...{ clientId: store.clientId, name: '', identities: [], templates: [], sent: [] },
    operatorNames: [],
  });
  const spoken = new Map<string, boolean>();
  const isSpoken = (word: string) => {
    const said = spoken.get(word) ?? messagesWith(store, word) >= spokenMessages;
    spoken.set(word, said);
    return said;
  };
  return {
    foreign: dictionaryOf({
      others: brands.filter(({ clientId }) => clientId !== store.clientId),
      own: mine?.traits ?? nothing,
      isSpoken,
    }),
    own: dictionaryOf({ others: own, own: nothing, isSpoken: () => false }),
  };
}
