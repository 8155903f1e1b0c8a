import { manifests } from '../../../shared/manifests.ts';
import type { Connector } from '../contract.ts';
import { deliver } from './deliver.ts';
import { fileCopy } from './file-copy.ts';
import { findSent } from './find-sent.ts';
import { introduce } from './introduce.ts';
import type { ParsePool } from './parse-pool.ts';
import { openReceiver } from './receiver.ts';
import { testConnection } from './test-connection.ts';

/** Mail: IMAP4rev1 (RFC 9051 without its extras) to receive and file, SMTP submission (RFC 6409) to send. */
export function createMailConnector({ parsePool }: { parsePool: ParsePool }): Connector {
  return {
    manifest: manifests.mail,
    test: testConnection,
    receive: (account, cursor, signal) => openReceiver({ parsePool, account, cursor }, signal),
    introduce,
    deliver,
    findSent,
    fileCopy,
  };
}
