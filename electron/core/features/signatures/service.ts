import type { Identity } from '../../../shared/channels.ts';
import type { Client } from '../../../shared/clients.ts';
import type { OfferedSignature, SaveSignature, Signature } from '../../../shared/composing.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { ChannelId, OperatorId, SignatureId } from '../../../shared/ids.ts';
import type { Operator } from '../../../shared/operators.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { BrandSafety } from '../brand-safety/service.ts';
import type { Channels } from '../channels/service.ts';
import { deleteSignature, listSignatures, putSignature } from './queries.ts';
import {
  filled,
  firstNameOf,
  isSameScope,
  signatureFor,
  unknownPlaceholder,
  type Sender as SenderOf,
} from './rules.ts';

export type Sender = SenderOf;

/** What stands below a client's replies, by who sends them and from where. */
export interface Signatures {
  list(store: ClientStore): readonly Signature[];
  /**
   * @throws LiaisonError `conflict` where there is one for the same senders, `invalid-input` naming a placeholder that is
   *   unknown, `wrong-client` for an address or channel that is not the client's, `foreign-brand` for another client's words
   */
  save(store: ClientStore, operatorId: OperatorId, signature: SaveSignature): Signature;
  remove(store: ClientStore, id: SignatureId): void;
  /** For every address of a channel, as this operator would send from it. */
  offered(store: ClientStore, operatorId: OperatorId, channelId: ChannelId): readonly OfferedSignature[];
  /** The words below a message, without their delimiter; empty where there are none. */
  textFor(store: ClientStore, sender: Sender): string;
}

interface SignaturesOptions {
  readonly clock: Clock;
  readonly changes: Changes;
  readonly clients: { list(): readonly Pick<Client, 'id' | 'name'>[] };
  readonly operators: { find(id: OperatorId): Pick<Operator, 'name'> | null };
  readonly channels: Pick<Channels, 'list'>;
  readonly brandSafety: Pick<BrandSafety, 'foreignKind'>;
}

interface From {
  readonly operatorId: OperatorId;
  readonly identity: Identity;
}

export function createSignatures(options: SignaturesOptions): Signatures {
  const { clock, changes, clients, operators, channels, brandSafety } = options;

  function valuesOf(store: ClientStore, { operatorId, identity }: From) {
    const name = operators.find(operatorId)?.name ?? '';
    return {
      'operator.name': name,
      'operator.first_name': firstNameOf(name),
      'client.name': clients.list().find(({ id }) => id === store.clientId)?.name ?? '',
      'identity.name': identity.name,
      'identity.address': identity.address,
    };
  }

  function mustBeOurs(store: ClientStore, { channelId, address }: SaveSignature): void {
    const ours = channels.list(store).filter(({ id }) => channelId === null || id === channelId);
    const addresses = ours.flatMap(({ identities }) => identities.map((each) => each.address.toLowerCase()));
    const isKnown = address === null || addresses.includes(address.toLowerCase());
    if ((channelId !== null && ours.length === 0) || !isKnown)
      throw new LiaisonError('wrong-client', { detail: { what: 'signature' } });
  }

  function textFrom(store: ClientStore, from: From & { channelId: ChannelId }): string {
    const { operatorId, channelId, identity } = from;
    const sender = { operatorId, channelId, address: identity.address };
    const signature = signatureFor(listSignatures(store), sender);
    return signature ? filled(signature.text, valuesOf(store, from)) : '';
  }

  const identitiesOf = (store: ClientStore, channelId: ChannelId): readonly Identity[] =>
    channels.list(store).find(({ id }) => id === channelId)?.identities ?? [];

  return {
    list: listSignatures,
    save(store, by, wanted) {
      const { operatorId, address, channelId, text } = wanted;
      const unknown = unknownPlaceholder(text);
      if (unknown !== null)
        throw new LiaisonError('invalid-input', { detail: { path: 'text', placeholder: unknown } });
      mustBeOurs(store, wanted);
      const kind = brandSafety.foreignKind(store, text);
      if (kind) throw new LiaisonError('foreign-brand', { detail: { kind, count: 1 } });
      const twin = listSignatures(store).find((each) => each.id !== wanted.id && isSameScope(each, wanted));
      if (twin) throw new LiaisonError('conflict', { detail: { what: 'signature' } });
      const now = clock.now();
      const signature = { id: wanted.id ?? newId<SignatureId>(now), operatorId, address, channelId, text };
      putSignature(store, { ...signature, by, now });
      changes.announce('signatures', { clientId: store.clientId });
      return signature;
    },
    remove(store, id) {
      if (deleteSignature(store, id) === 0)
        throw new LiaisonError('not-found', { detail: { what: 'signature' } });
      changes.announce('signatures', { clientId: store.clientId });
    },
    offered: (store, operatorId, channelId) =>
      identitiesOf(store, channelId).map((identity) => ({
        address: identity.address,
        text: textFrom(store, { operatorId, channelId, identity }),
      })),
    textFor(store, sender) {
      const own = identitiesOf(store, sender.channelId).find(
        ({ address }) => address.toLowerCase() === sender.address.toLowerCase(),
      );
      return own ? textFrom(store, { ...sender, identity: own }) : '';
    },
  };
}
