import PostalMime from 'postal-mime';
import type { Identity } from '../../../shared/channels.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import { createRandom } from '../../../shared/demo/random.ts';
import { manifests } from '../../../shared/manifests.ts';
import type { Clock } from '../../ports.ts';
import type { Account, Batch, Connector, Receiver } from '../contract.ts';
import { createDemoMailbox, usualPace, type DemoMailbox, type Pace } from './mailbox.ts';
import { createScriptFinder } from './script-files.ts';

/** The demo's channel: customers who exist only on this machine. It opens no connection and needs no secret. */
export function createDemoConnector(options: { clock: Clock; resources: string; pace?: Pace }): Connector {
  const { clock, resources, pace = usualPace } = options;
  const findScript = createScriptFinder(resources);
  const mailboxes = new Map<string, DemoMailbox>();

  function mailboxOf(account: Account): DemoMailbox {
    const address = firstIdentity(account).address;
    const known = mailboxes.get(address);
    if (known) return known;
    const script = findScript(address);
    if (!script) throw new LiaisonError('mailbox-missing', { detail: { what: 'demo' } });
    const random = createRandom(`${address} ${clock.now()}`);
    const made = createDemoMailbox({ script, now: () => clock.now(), pace, random });
    mailboxes.set(address, made);
    return made;
  }

  return {
    manifest: manifests.demo,
    test: () => Promise.resolve({ ok: true, steps: [] }),
    receive: (account, cursor) => {
      const mailbox = mailboxOf(account);
      mailbox.open();
      return Promise.resolve(openReceiver(mailbox, cursor));
    },
    introduce: () => Promise.resolve({ maximumSize: null }),
    async deliver({ account, outgoing, onData, onDot }, signal) {
      const mailbox = mailboxOf(account);
      signal.throwIfAborted();
      onData();
      const letter = await PostalMime.parse(outgoing.bytes);
      const to = letter.to?.[0];
      onDot();
      mailbox.delivered({
        to: { name: to?.name ?? '', address: to?.address ?? outgoing.to[0] ?? '' },
        subject: letter.subject ?? '',
        text: letter.text ?? '',
        internetMessageId: outgoing.internetMessageId,
      });
    },
    findSent: (account, internetMessageId) => Promise.resolve(mailboxOf(account).hasSent(internetMessageId)),
    fileCopy: () => Promise.resolve('found'),
  };
}

function firstIdentity(account: Account): Identity {
  const identity = account.identities[0];
  if (!identity) throw new LiaisonError('invalid-input', { detail: { path: 'identities' } });
  return identity;
}

/** The cursor counts the messages that have come. */
function openReceiver(mailbox: DemoMailbox, cursor: string | null): Receiver {
  let count = cursor === null ? 0 : Number(JSON.parse(cursor));

  async function* pull(): AsyncGenerator<Batch> {
    while (mailbox.hasMail()) {
      const messages = mailbox.take(count);
      count += messages.length;
      const progress = { done: messages.length, total: messages.length };
      yield { messages, removed: [], cursor: JSON.stringify(count), progress };
    }
  }

  return {
    pull,
    watch(signal) {
      if (mailbox.hasMail() || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const stop = mailbox.listen(finish);
        signal.addEventListener('abort', finish, { once: true });
        function finish(): void {
          stop();
          signal.removeEventListener('abort', finish);
          resolve();
        }
      });
    },
    close() {
      mailbox.close();
      return Promise.resolve();
    },
  };
}
