import { Title } from '@mantine/core';
import { Link } from 'wouter';
import type { Client } from '../../../electron/shared/clients.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { ClientMark } from '../client-mark/client-mark.tsx';
import classes from './client-list.module.css';

interface ClientListProps {
  /** Of the screen that the list stands at the side of. */
  readonly title: string;
  /** The accessible name of the list. */
  readonly label: string;
  readonly clients: readonly Client[];
  readonly current: ClientId | null;
  readonly addressOf: (id: ClientId) => string;
}

/** The clients that a screen is about one of, each with its mark. */
export function ClientList({ title, label, clients, current, addressOf }: ClientListProps) {
  return (
    <nav className={classes['clients']} aria-label={label}>
      <Title order={1}>{title}</Title>
      <ul>
        {clients.map((client) => (
          <li key={client.id}>
            <Link
              href={addressOf(client.id)}
              aria-current={client.id === current ? 'page' : undefined}
              title={client.name}
            >
              <ClientMark client={client} named />
              <bdi>{client.name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
