import { onTestFinished } from 'vitest';
import { createMailConnector } from '../../electron/core/connectors/mail/connector.ts';
import { createParsePool, type ParsePool } from '../../electron/core/connectors/mail/parse-pool.ts';
import type { Connector } from '../../electron/core/connectors/contract.ts';

export const parseWorker = new URL('../../electron/core/connectors/mail/parse-worker.ts', import.meta.url);

/** A parse pool of the test's own, closed when it ends. */
export function startParsePool(): ParsePool {
  const pool = createParsePool(parseWorker);
  onTestFinished(() => pool.close());
  return pool;
}

export const startMailConnector = (): Connector => createMailConnector({ parsePool: startParsePool() });
