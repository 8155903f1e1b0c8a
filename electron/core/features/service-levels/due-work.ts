import type { Logger } from 'pino';
import type { ChangeTopic } from '../../../shared/changes.ts';
import type { ClientId } from '../../../shared/ids.ts';
import type { Changes } from '../../changes.ts';
import { inSlices, type Steps } from '../../slices.ts';
import type { ClientStores } from '../../store/client/stores.ts';
import { dueForList, type ServiceLevelsOf } from './service.ts';

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
  changes: Changes;
  log: Logger;
}): DueWork {
  const { stores, serviceLevels, changes, log } = options;
  const awaited = new Set<ClientId>();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | null = null;
  let isClosed = false;

  function wake(clientIds: readonly ClientId[]): void {
    for (const clientId of clientIds) awaited.add(clientId);
    if (isClosed || working || awaited.size === 0) return;
    timer ??= setTimeout(begin, gatherMilliseconds).unref();
  }

  function begin(): void {
    timer = undefined;
    working = workAll().finally(() => {
      working = null;
      wake([]);
    });
  }

  /** One client's full disk or damage must not keep the others waiting. */
  async function workAll(): Promise<void> {
    const clientIds = [...awaited];
    awaited.clear();
    for (const clientId of clientIds) {
      try {
        await workOn(clientId);
      } catch (error) {
        log.warn({ clientId, err: error }, 'what falls due could not be worked out');
      }
    }
  }

  async function workOn(clientId: ClientId): Promise<void> {
    const isOpen = () => !isClosed && stores.all().some((each) => each.clientId === clientId);
    const store = stores.all().find((each) => each.clientId === clientId);
    if (!store) return;
    const worked = await inSlices(whileOpen(serviceLevels.dueSteps(store), isOpen));
    if (worked > dueForList) changes.announce('conversations', { clientId });
  }

  const deaf = changes.listen(({ topic, clientId }) => {
    if (topics.has(topic)) wake(clientId ? [clientId] : stores.all().map((store) => store.clientId));
  });

  return {
    start: () => wake(stores.all().map((store) => store.clientId)),
    async close() {
      isClosed = true;
      deaf();
      clearTimeout(timer);
      await working;
    },
  };
}

/** Gives 0 where it did not come to its end. */
function* whileOpen(steps: Steps<number>, isOpen: () => boolean): Steps<number> {
  while (isOpen()) {
    const step = steps.next();
    if (step.done) return step.value;
    yield;
  }
  return 0;
}
