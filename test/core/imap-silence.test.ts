import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { mailLimits as Limits } from '../../electron/core/connectors/mail/limits.ts';
import { newId } from '../../electron/core/ids.ts';
import type { ChannelId, ClientId } from '../../electron/shared/ids.ts';
import { startFakeImap, type FakeImap } from '../support/fake-imap.ts';
import { openMailDesk, type MailDesk } from '../support/mail-desk.ts';
import { mailText } from '../support/mail-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';

/** The same rules with waits that a test can sit through. */
vi.mock('../../electron/core/connectors/mail/limits.ts', async (original) => {
  const { mailLimits } = await original<{ mailLimits: typeof Limits }>();
  return { mailLimits: { ...mailLimits, connect: 2_500, silence: 1_500, watch: 400, poll: 200 } };
});

function openDesk(fake: FakeImap): { desk: MailDesk; channelId: ChannelId; waits: number[] } {
  const waits: number[] = [];
  const desk = openMailDesk({
    folder: temporaryFolder(),
    key: randomBytes(32),
    clientId: newId<ClientId>(Date.now()),
    sleep(milliseconds) {
      waits.push(milliseconds);
      return new Promise((resolve) => setTimeout(resolve, 20));
    },
  });
  onTestFinished(() => desk.close());
  const channelId = desk.addMailbox(fake.account);
  desk.sync.startChannel(desk.store, channelId);
  return { desk, channelId, waits };
}

const count = ({ store }: MailDesk) => store.all(store.sql.selectFrom('messages').select('seq')).length;

describe('a server that falls silent', () => {
  it('half-open: is left after the idle limit, and the next message comes once it is back', async () => {
    let deaf = false;
    const fake = await startFakeImap({ answer: () => deaf });
    fake.add(mailText({ id: 'm1' }));
    const { desk, channelId, waits } = openDesk(fake);
    await waitFor(() => desk.sync.stateOf(channelId).kind === 'watching', 'the first round');
    deaf = true;
    await waitFor(() => waits.length > 0, 'the silence to be noticed');
    fake.add(mailText({ id: 'm2' }));
    deaf = false;
    await waitFor(() => count(desk) === 2, 'the second message');
    const state = desk.logged.find((line) => line.includes('channel failed')) ?? '';
    expect(state).toMatch(/connection-timeout|connection-lost/);
  });

  it('says nothing from the start: the deadline of the whole connect ends it', async () => {
    const fake = await startFakeImap({ greeting: null });
    const { desk, channelId, waits } = openDesk(fake);
    await waitFor(() => waits.length > 1, 'two attempts');
    expect(desk.logged.join('')).toContain('connection-timeout');
    expect(fake.connections.length).toBeLessThanOrEqual(waits.length + 1);
    await desk.sync.stopChannel(channelId);
  });

  it('without IDLE, or with one that it refuses, is asked again and again', async () => {
    for (const capabilities of ['IMAP4rev1', 'IMAP4rev1 IDLE']) {
      const fake = await startFakeImap({
        capabilities,
        answer({ tag, name }, { say }) {
          if (name !== 'IDLE') return false;
          say(`${tag} BAD no`);
          return true;
        },
      });
      fake.add(mailText({ id: 'm1' }));
      const { desk, channelId } = openDesk(fake);
      await waitFor(() => count(desk) === 1, 'the first round');
      fake.add(mailText({ id: 'm2' }));
      await waitFor(() => count(desk) === 2, `the poll with ${capabilities}`);
      expect(desk.sync.stateOf(channelId).kind).toMatch(/watching|syncing/);
    }
  });
});
