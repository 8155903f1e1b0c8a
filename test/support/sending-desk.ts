import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { newId } from '../../electron/core/ids.ts';
import type { ClientId, ConversationId } from '../../electron/shared/ids.ts';
import type { OutboxItem, OutboxState, SendReply } from '../../electron/shared/outbox.ts';
import { aMessage } from './a-message.ts';
import { startFakeSmtp, type FakeSmtp, type FakeSmtpOptions } from './fake-smtp.ts';
import { openOutboxDesk, type OutboxDesk, type OutboxDeskOptions } from './outbox-desk.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { waitFor } from './wait-for.ts';

/** An outbox desk with a scripted server behind it, for one test. */
export interface SendingDesk {
  /** The present run: `restart` replaces it. */
  readonly desk: OutboxDesk;
  readonly smtp: FakeSmtp;
  readonly conversationId: ConversationId;
  send(details?: Partial<SendReply>): Promise<OutboxItem>;
  items(): readonly OutboxItem[];
  /** What sync does when something came in. */
  wake(): void;
  /** Waits until the only item (or the one with this text) is in one of these states. */
  reaches(states: OutboxState | readonly OutboxState[], text?: string): Promise<OutboxItem>;
  /** Ends the lane and the store, and opens them again as a new start would. */
  restart(): Promise<void>;
}

interface SendingOptions extends FakeSmtpOptions {
  readonly desk?: Partial<OutboxDeskOptions>;
}

const clientId = newId<ClientId>(0);

/** The lane runs from the beginning; a test that wants to come first gives `desk.pace` a longer undo window. */
export async function startSending(options: SendingOptions = {}): Promise<SendingDesk> {
  const smtp = await startFakeSmtp(options);
  onTestFinished(() => smtp.close());
  const settings: OutboxDeskOptions = {
    data: temporaryFolder(),
    clientId,
    key: randomBytes(32),
    clock: { now: () => Date.now() },
    smtpPort: smtp.port,
    ...options.desk,
  };
  let desk = openOutboxDesk(settings);
  let lane = desk.startLane();
  onTestFinished(() => desk.close());
  const conversationId = desk.receive(aMessage({ internetMessageId: 'asked@customer.example' }));
  const items = () => desk.outbox.list(desk.store, conversationId);
  return {
    get desk() {
      return desk;
    },
    smtp,
    conversationId,
    items,
    wake: () => lane.wake(),
    send: (details) => desk.outbox.send(desk.store, desk.operatorId, desk.reply(conversationId, details)),
    async reaches(states, text) {
      const wanted: readonly string[] = typeof states === 'string' ? [states] : states;
      const find = () => items().find((item) => text === undefined || item.text === text);
      const said = () => `${wanted.join('/')}, but it is ${JSON.stringify(find())}`;
      await waitFor(() => wanted.includes(find()?.state ?? ''), said);
      const item = find();
      if (!item) throw new Error('there is no item');
      return item;
    },
    async restart() {
      await desk.close();
      desk = openOutboxDesk(settings);
      lane = desk.startLane();
    },
  };
}
