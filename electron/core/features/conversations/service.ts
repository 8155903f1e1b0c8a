import type { AttachmentId, ChannelId, ConversationId, MessageId, OperatorId } from '../../../shared/ids.ts';
import type {
  Conversation,
  MessageMarkup,
  QueueCounts,
  QueuePage,
  QueueRequest,
  SearchCount,
  SearchCountRequest,
  SearchPage,
  SearchRequest,
} from '../../../shared/conversations.ts';
import type { Actor, EventBody } from '../../../shared/events.ts';
import type { Batch } from '../../connectors/contract.ts';
import type { Changes } from '../../changes.ts';
import type { Clock } from '../../ports.ts';
import { inSlices } from '../../slices.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { unseenBy, whoFollows } from '../attention/service.ts';
import { startOfDay } from '../calendars/day-rules.ts';
import type { Calendars } from '../calendars/service.ts';
import { mustBeCertified } from '../people/service.ts';
import { dueForList, type ServiceLevelsOf } from '../service-levels/service.ts';
import { readAttachment, readMarkup, type AttachmentReader } from './reading/attachments.ts';
import { abandon, begin, retitle, type Beginning } from './begin.ts';
import type { Scope } from './history/events.ts';
import { emptyIntake, takeIn, type Intake } from './intake/ingest.ts';
import { countOf, readPlaces } from './lists/queue-queries.ts';
import { countForMe } from './lists/for-me-queries.ts';
import { readQueue } from './lists/queue.ts';
import { readConversation } from './reading/read.ts';
import type { SearchNames } from './search/search-filters.ts';
import { countMessages } from './search/search-count.ts';
import { searchMessages } from './search/search.ts';
import { keepSent, type SentReply } from './intake/sent-reply.ts';
import { mustHaveFields } from './required-fields.ts';
import { takeBack, type TakenBack } from './take-back.ts';
import { countView, idsOfView, readView } from './lists/view-pages.ts';
import type { ViewAsked } from './lists/view-queries.ts';
import {
  addFact,
  addNote,
  changeAssignee,
  changeStatus,
  changeTag,
  tagsInUse,
  type StatusChange,
} from './work.ts';

export interface Ingested {
  /** Messages that were not there before. */
  readonly added: number;
  readonly conversationIds: readonly ConversationId[];
}

export type { SentReply } from './intake/sent-reply.ts';
export { mustNotBeMerged } from './conversation-rows.ts';

/** Who asks: whom `assignee:me` and a part of a name stand for. Without it they stand for nobody. */
export type Asking = Partial<Pick<SearchNames, 'operatorsNamed'>>;

/** A saved view, and who looks at it. */
export type SavedViewAsked = Omit<ViewAsked, 'now'>;

export interface Conversations {
  /** Threads and stores a batch and its cursor in one transaction. Harmless when repeated. */
  ingest(store: ClientStore, channelId: ChannelId, batch: Batch): Ingested;
  queue(
    stores: readonly ClientStore[],
    request: QueueRequest & { operatorId: OperatorId },
  ): Omit<QueuePage, 'missing'>;
  /**
   * An operator's own new conversation, assigned to them; its first message opens it. Joins the caller's transaction, who
   * keeps what is to be said as its draft.
   */
  begin(store: ClientStore, actor: Actor, beginning: Beginning): ConversationId;
  /** What one is about in which nothing was said yet. Joins the caller's transaction; leaves every other one. */
  retitle(store: ClientStore, to: { id: ConversationId; subject: string }): void;
  /** Takes away one that was begun and in which nothing was said; false leaves it: there is mail in it. */
  abandon(store: ClientStore, id: ConversationId): boolean;
  counts(store: ClientStore, operatorId: OperatorId): QueueCounts;
  /** One page of a saved view. */
  view(
    stores: readonly ClientStore[],
    request: SavedViewAsked & { cursor: string | null; limit: number },
  ): Omit<QueuePage, 'missing'>;
  /** In slices, between which others have their turn. */
  viewCount(store: ClientStore, asked: SavedViewAsked): Promise<{ count: number; capped: boolean }>;
  /** What a saved view, or a queue, holds of one client: as they stand there, up to `limit`. */
  idsOf(
    store: ClientStore,
    list: { view: SavedViewAsked } | { queue: QueueRequest['view']; operatorId: OperatorId },
    limit: number,
  ): readonly ConversationId[];
  read(store: ClientStore, id: ConversationId): Conversation;
  markup(store: ClientStore, id: MessageId): Promise<MessageMarkup>;
  search(stores: readonly ClientStore[], request: SearchRequest & Asking): SearchPage;
  /** In slices, between which others have their turn. */
  searchCount(
    stores: readonly ClientStore[],
    request: Pick<SearchCountRequest, 'text' | 'exact'> & Asking,
    signal?: AbortSignal,
  ): Promise<SearchCount>;
  /** Bytes of an attachment, read out of the stored source. */
  attachment(store: ClientStore, id: AttachmentId): Promise<{ name: string; bytes: Uint8Array }>;
  /** Tags in use, most used first. */
  tags(store: ClientStore): readonly string[];
  /** `at` (epoch milliseconds, here and below): when it happened, for what is told later; absent: now. */
  setStatus(store: ClientStore, actor: Actor, change: { id: ConversationId } & StatusChange): void;
  /** @throws LiaisonError `not-certified` */
  assign(
    store: ClientStore,
    actor: Actor,
    change: { id: ConversationId; to: OperatorId | null; at?: number },
  ): void;
  tag(
    store: ClientStore,
    actor: Actor,
    change: { id: ConversationId; tag: string; on: boolean; at?: number },
  ): void;
  note(store: ClientStore, actor: Actor, note: { id: ConversationId; text: string; at?: number }): MessageId;
  handled(
    store: ClientStore,
    actor: Actor,
    focus: { id: ConversationId; milliseconds: number; at?: number },
  ): void;
  /**
   * Keeps a reply that has left: the outbound message (dedup key `mid:<Message-ID>`, so that the copy found in Sent is
   * the same message), `message-sent`, the status `thenStatus`, and nobody waits any more. Joins the caller's
   * transaction; harmless when the message is already there.
   */
  recordSent(store: ClientStore, reply: SentReply): void;
  /** Joins the caller's transaction. @throws LiaisonError `fields-missing` where it can't be resolved yet */
  mustBeResolvable(store: ClientStore, id: ConversationId): void;
  /** Takes facts back as if they had never been. Joins the caller's transaction. */
  takeBack(store: ClientStore, back: { id: ConversationId; eventIds: readonly string[] }): TakenBack;
  /** Appends an event of another noun to a conversation's history. */
  record(store: ClientStore, actor: Actor, entry: { id: ConversationId; body: EventBody; at?: number }): void;
}

/** More changed conversations than this are announced as one: the page asks for its lists again either way. */
const mostAnnounced = 20;

export function createConversations(options: {
  clock: Clock;
  changes: Changes;
  calendars: Pick<Calendars, 'current'>;
  serviceLevels: Pick<ServiceLevelsOf, 'clocksOf' | 'makeDue'>;
  parsePool: AttachmentReader;
}): Conversations {
  const { clock, changes, calendars, serviceLevels, parsePool } = options;
  const scopeOf = (store: ClientStore): Scope => ({
    store,
    now: clock.now(),
    calendarVersion: calendars.current(store).version,
  });

  const namesFor = ({ operatorsNamed = () => [] }: Asking): SearchNames => ({
    operatorsNamed,
    startOfDay: (store, day) => startOfDay(day, calendars.current(store).timeZone),
  });

  /** Only a view that asks for promises needs them worked out. */
  function makeDue(store: ClientStore, { filter, sort }: SavedViewAsked): void {
    if (sort === 'due' || filter.promise !== null) serviceLevels.makeDue(store, dueForList);
  }

  function announceAll(store: ClientStore, { changed, arrived }: Intake): void {
    const { clientId } = store;
    const quiet = [...changed].filter((id) => !arrived.has(id));
    if (quiet.length > mostAnnounced) changes.announce('conversations', { clientId });
    else for (const id of quiet) changes.announce('conversations', { clientId, id });
    for (const id of arrived) {
      const operatorIds = whoFollows(store, id);
      if (operatorIds.length > 0)
        changes.announce('attention', { clientId, id, reason: 'answered', operatorIds });
      changes.announce('conversations', { clientId, id, reason: 'arrived' });
    }
  }

  /** One transaction, announced once it is durable. */
  function change<Result>(store: ClientStore, id: ConversationId, work: (scope: Scope) => Result): Result {
    const result = store.transaction(() => work(scopeOf(store)));
    if (result !== false) changes.announce('conversations', { clientId: store.clientId, id });
    return result;
  }

  return {
    ingest(store, channelId, batch) {
      const intake = emptyIntake();
      store.transaction(() => takeIn({ ...scopeOf(store), intake }, channelId, batch));
      announceAll(store, intake);
      return { added: intake.added, conversationIds: [...intake.changed] };
    },
    begin(store, actor, beginning) {
      const id = store.transaction(() => begin(scopeOf(store), { ...beginning, actor }));
      changes.announce('conversations', { clientId: store.clientId, id });
      return id;
    },
    retitle: (store, to) => void change(store, to.id, (scope) => retitle(scope, to)),
    abandon: (store, id) => change(store, id, (scope) => abandon(scope, id)),
    queue: (stores, request) => readQueue(stores, { ...request, clocksOf: serviceLevels.clocksOf }),
    counts: (store, operatorId) => ({
      clientId: store.clientId,
      unanswered: countOf(store, { view: 'unanswered', operatorId }),
      mine: countOf(store, { view: 'mine', operatorId }),
      unassigned: countOf(store, { view: 'unassigned', operatorId }),
      forMe: countForMe(store, operatorId),
      mentions: unseenBy(store, operatorId),
    }),
    view: (stores, request) => {
      for (const store of stores) makeDue(store, request);
      return readView(stores, { ...request, now: clock.now(), clocksOf: serviceLevels.clocksOf });
    },
    viewCount(store, asked) {
      makeDue(store, asked);
      return inSlices(countView(store, { ...asked, now: clock.now() }));
    },
    idsOf(store, list, limit) {
      if ('queue' in list) {
        const page = { view: list.queue, operatorId: list.operatorId, after: null, limit };
        return readPlaces(store, page).map(({ id }) => id);
      }
      makeDue(store, list.view);
      return idsOfView(store, { ...list.view, now: clock.now() }, limit);
    },
    read: (store, id) => ({
      ...readConversation(store, id),
      due: serviceLevels.clocksOf(store, [id]).get(id) ?? null,
    }),
    markup: (store, id) => readMarkup(store, { id, reader: parsePool }),
    search: (stores, request) => searchMessages(stores, request, namesFor(request)),
    searchCount: (stores, request, signal) =>
      countMessages(stores, { ...request, names: namesFor(request) }, signal),
    attachment: (store, id) => readAttachment(store, { id, reader: parsePool }),
    tags: tagsInUse,
    setStatus: (store, actor, to) =>
      void change(store, to.id, (scope) => changeStatus(scope, { ...to, actor })),
    assign(store, actor, to) {
      if (to.to !== null) mustBeCertified(store, to.to);
      change(store, to.id, (scope) => changeAssignee(scope, { ...to, actor }));
    },
    tag: (store, actor, to) => void change(store, to.id, (scope) => changeTag(scope, { ...to, actor })),
    note: (store, actor, note) => change(store, note.id, (scope) => addNote(scope, { ...note, actor })),
    /** Not announced: it changes nothing that the page shows, and comes every few seconds. */
    handled(store, actor, { id, milliseconds, at }) {
      store.transaction(() =>
        addFact(scopeOf(store), { id, actor, body: { type: 'handled', milliseconds }, at }),
      );
    },
    recordSent: (store, reply) => void change(store, reply.conversationId, (scope) => keepSent(scope, reply)),
    mustBeResolvable: mustHaveFields,
    takeBack: (store, back) => change(store, back.id, (scope) => takeBack(scope, back)),
    record: (store, actor, entry) => change(store, entry.id, (scope) => addFact(scope, { ...entry, actor })),
  };
}
