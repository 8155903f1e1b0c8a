import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Change, ChangeTopic } from '../../electron/shared/changes.ts';

/** The routers whose answers a topic may have changed. */
const routersOf: Readonly<Record<ChangeTopic, readonly string[]>> = {
  workspace: ['workspace', 'vault', 'clients', 'operators'],
  clients: ['clients', 'conversations', 'channels', 'outbox', 'workspace', 'quality', 'reports'],
  operators: ['operators', 'workspace', 'clients', 'people'],
  people: ['people'],
  attention: ['attention', 'conversations'],
  claims: ['claims'],
  channels: ['channels', 'outbox', 'signatures'],
  contacts: ['contacts', 'conversations'],
  conversations: ['conversations', 'corrections', 'views', 'fields', 'reports'],
  outbox: ['outbox', 'reports'],
  templates: ['templates'],
  signatures: ['signatures'],
  brands: ['brandSafety'],
  voice: ['voice', 'outbox'],
  calendars: ['reports', 'clients', 'calendars', 'conversations', 'views'],
  'service-levels': ['serviceLevels', 'conversations', 'views', 'reports'],
  quality: ['quality', 'reports'],
  reports: ['reports'],
  automation: ['fields', 'statuses', 'macros', 'automations', 'batches', 'views'],
  views: ['views'],
};

/** Procedures that answer about one thing and need no new answer when another thing has changed. */
const aboutOne: ReadonlySet<string> = new Set(['conversations.read', 'fields.read', 'outbox.compose']);
/** Never changes once stored, or is asked for again whenever its screen opens. */
const settled: ReadonlySet<string> = new Set([
  'conversations.markup',
  'conversations.search',
  'conversations.searchCount',
  'outbox.compose',
  'reports.build',
]);

/** Changes of one topic in one client. */
export interface Changes extends Pick<Change, 'topic' | 'clientId'> {
  /** Of these things and no other; null: nobody said of which. */
  readonly ids: ReadonlySet<string> | null;
}

/** Whether the cached answer under this key may have become untrue. Keys are those of @trpc/tanstack-react-query. */
export function concerns(change: Changes, key: QueryKey): boolean {
  const [path, options] = key;
  if (!Array.isArray(path)) return false;
  const [router, procedure] = path;
  const name = `${router}.${procedure}`;
  if (!routersOf[change.topic].includes(String(router)) || settled.has(name)) return false;
  const input = inputOf(options);
  if (change.clientId && typeof input['clientId'] === 'string' && input['clientId'] !== change.clientId)
    return false;
  if (change.topic !== 'conversations' || !change.ids || !aboutOne.has(name)) return true;
  return change.ids.has(String(input['conversationId']));
}

function inputOf(options: unknown): Readonly<Record<string, unknown>> {
  if (typeof options !== 'object' || options === null || !('input' in options)) return {};
  const { input } = options;
  return typeof input === 'object' && input !== null ? { ...input } : {};
}

/** Changes come in bursts while mail is fetched: they are answered together. */
const gatherMilliseconds = 120;
/** An answer that takes longer keeps no other waiting. */
const patienceMilliseconds = 1_000;

/**
 * Returns the function to be told of each change. What is shown is asked for again once the answers before have come:
 * however much changes, no list is read more often than it can be drawn.
 */
export function invalidateOnChange(queryClient: QueryClient): (change: Change) => void {
  const gathered = new Map<string, Changes & { readonly ids: Set<string> | null }>();
  let isWaiting = false;
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  async function answerAll(): Promise<void> {
    isWaiting = true;
    while (gathered.size > 0) {
      await wait(gatherMilliseconds);
      const changes = [...gathered.values()];
      gathered.clear();
      const answers = queryClient.invalidateQueries({
        predicate: (query) => changes.some((change) => concerns(change, query.queryKey)),
      });
      await Promise.race([answers, wait(patienceMilliseconds)]);
    }
    isWaiting = false;
  }
  return ({ topic, clientId, id }) => {
    const name = `${topic} ${clientId}`;
    const before = gathered.get(name);
    if (id === null || !before)
      gathered.set(name, { topic, clientId, ids: id === null ? null : new Set([id]) });
    else before.ids?.add(id);
    if (!isWaiting) void answerAll();
  };
}
