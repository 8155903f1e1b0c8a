import type { ChannelKind } from '../../shared/channels.ts';
import type { Clock } from '../ports.ts';
import { createArchiveConnector } from './archive/connector.ts';
import type { Connector } from './contract.ts';
import { createDemoConnector } from './demo/connector.ts';
import { createMailConnector } from './mail/connector.ts';
import type { ParsePool } from './mail/parse-pool.ts';

/** The connector of every kind of channel. */
export type Registry = Readonly<Record<ChannelKind, Connector>>;

/** A kind of channel without a connector does not compile. */
export function createRegistry(options: { parsePool: ParsePool; clock: Clock; resources: string }): Registry {
  const { parsePool, clock, resources } = options;
  return {
    mail: createMailConnector({ parsePool }),
    demo: createDemoConnector({ clock, resources }),
    archive: createArchiveConnector(),
  } satisfies Record<ChannelKind, Connector>;
}
