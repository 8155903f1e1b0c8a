import type { Services } from '../../core/services.ts';
import type { Client } from '../../shared/clients.ts';
import { LiaisonError } from '../../shared/errors.ts';
import { type CommandInput, textOf } from './command.ts';

/** The client that `--client` names, by id or by name. @throws LiaisonError `not-found` */
export function clientOf(services: Services, input: CommandInput): Client {
  const wanted = textOf(input, 'client');
  const client = services.clients.find(wanted);
  if (!client) throw new LiaisonError('not-found', { detail: { what: 'client', name: wanted } });
  return client;
}

/** Its open store. @throws LiaisonError why it can't be opened */
export const storeOf = (services: Services, input: CommandInput) =>
  services.stores.of(clientOf(services, input).id);
