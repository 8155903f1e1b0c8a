import type { Logger } from 'pino';
import type { ChangeTopic } from '../../../shared/changes.ts';
import type { ClientId } from '../../../shared/ids.ts';
import type { Changes } from '../../changes.ts';
import { createGather } from '../../gather.ts';
import { inSlices, type Steps } from '../../slices.ts';
import type { ClientStores } from '../../store/client/stores.ts';
import type { ServiceLevelsOf } from './service.ts';

/** Keeps what falls due worked out, soon after something changed it and between the others' work. */
export interface DueWork {
  /** What was left from before. */
  start(): void;
  close(): Promise<void>;
}

/** After these a promise may fall due at another time. */
const topics: ReadonlySet<ChangeTopic> = new Set(['conversations', 'service-levels', 'calendars', 'clients']);
/** Changes come in bursts while mail is fetched: they are worked out together. */
const gatherMilliseconds = 250;

export function createDueWork(options: {
  stores: Pick<ClientStores, 'all'>;
  serviceLevels: Pick<ServiceLevelsOf, 'dueSteps'>;
  changes: Pick<Changes, 'listen'>;
  log: Logger;
}): DueWork {
  const { stores, serviceLevels, changes, log } = options;
  let working = Promise.resolve();
  let isClosed = false;
  const gather = createGather<ClientId>(gatherMilliseconds, (clientId) => {
    working = working.then(() => workOn(clientId));
  });

  /** One client's full disk or damage must not keep the others waiting. */
  async function workOn(clientId: ClientId): Promise<void> {
    const storeOf = () => (isClosed ? undefined : stores.all().find((each) => each.clientId === clientId));
    const store = storeOf();
    try {
      if (store) await inSlices(whileOpen(serviceLevels.dueSteps(store), () => storeOf() === store));
    } catch (error) {
      log.warn({ clientId, err: error }, 'what falls due could not be worked out');
    }
  }

  function wakeAll(): void {
    for (const { clientId } of stores.all()) gather.ask(clientId);
  }

  const deaf = changes.listen(({ topic, clientId }) => {
    if (!topics.has(topic)) return;
    if (clientId) gather.ask(clientId);
    else wakeAll();
  });

  return {
    start: wakeAll,
    async close() {
      isClosed = true;
      deaf();
      gather.close();
      await working;
    },
  };
}

function* whileOpen(steps: Steps<unknown>, isOpen: () => boolean): Steps<void> {
  while (isOpen() && !steps.next().done) yield;
}
