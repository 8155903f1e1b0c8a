import type { Client } from '../../../electron/shared/clients.ts';
import classes from './client-mark.module.css';

export type ClientLook = Pick<Client, 'name' | 'mark' | 'colour' | 'pattern'>;

/** For any element that carries a client's colour and pattern; the style sheets read these attributes. */
export const clientLook = (client: Pick<ClientLook, 'colour' | 'pattern'>) => ({
  'data-client-colour': client.colour,
  'data-client-pattern': client.pattern,
});

interface ClientMarkProps {
  readonly client: ClientLook;
  readonly size?: 'small' | 'large';
  /** Where the name stands beside it, the mark is silent. */
  readonly named?: boolean;
}

/** The client's two letters on its colour, with its pattern along the foot. */
export function ClientMark({ client, size = 'small', named = false }: ClientMarkProps) {
  const voice = named
    ? { 'aria-hidden': true }
    : { role: 'img', 'aria-label': client.name, title: client.name };
  return (
    <span className={classes['mark']} data-size={size} {...clientLook(client)} {...voice}>
      {client.mark}
    </span>
  );
}
