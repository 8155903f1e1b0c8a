import { afterAll, beforeAll, describe } from 'vitest';
import { createArchiveConnector } from '../../electron/core/connectors/archive/connector.ts';
import { dovecotIsAbsent, dovecotPath, openDovecot } from '../support/dovecot.ts';
import { startMailConnector } from '../support/mail-connector.ts';
import { mailText } from '../support/mail-text.ts';
import { testConnector } from './connector.ts';

describe.skipIf(dovecotPath === null)(`mail (${dovecotPath ?? dovecotIsAbsent})`, () => {
  let server: Awaited<ReturnType<typeof openDovecot>>;
  beforeAll(async () => {
    server = await openDovecot();
  });
  afterAll(() => server.remove());
  let users = 0;

  testConnector(async () => {
    const user = `bench${(users += 1)}`;
    let arrived = 0;
    return {
      connector: startMailConnector(),
      account: server.account(user),
      arrive: () => server.deliver(user, mailText({ id: `${user}-${(arrived += 1)}` })),
    };
  });
});

describe('archive', () => {
  testConnector(async () => ({
    connector: createArchiveConnector(),
    account: { settings: { kind: 'archive' }, identities: [], secret: null },
    arrive: null,
  }));
});
