import { z } from 'zod';
import { isCategory } from './conversation-words.ts';
import { Tag } from './conversations.ts';
import { FieldQuestion } from './fields.ts';
import { ChannelId, ClientId, OperatorId, ViewId } from './ids.ts';
import { StatusesAsked } from './statuses.ts';
import { viewAudiences, viewColumns, viewPromises, viewSorts } from './view-words.ts';

/** `me` is whoever looks. */
const ViewAssignee = z.union([z.enum(['me', 'nobody', 'somebody']), OperatorId]);

/** What must hold of a conversation; an empty list and null ask nothing. */
export const ViewFilter = z.object({
  /** None: every status but spam. */
  statuses: StatusesAsked.default([]),
  /** One of these. */
  tags: z.array(Tag).max(20).default([]),
  withoutTags: z.array(Tag).max(20).default([]),
  assignee: ViewAssignee.nullable().default(null),
  /** Whether the customer waits for us. */
  waiting: z.boolean().nullable().default(null),
  /** For at least so many minutes. */
  waitingMinutes: z.int().min(1).max(527_040).nullable().default(null),
  promise: z.enum(viewPromises).nullable().default(null),
  /** Only in a view of one client. */
  channels: z.array(ChannelId).max(20).default([]),
  fields: z.array(FieldQuestion).max(10).default([]),
});
export type ViewFilter = z.infer<typeof ViewFilter>;

export const ViewSort = z.enum(viewSorts);
export type ViewSort = z.infer<typeof ViewSort>;

/** A view as somebody saves it. */
export const ViewDraft = z
  .object({
    id: ViewId.nullable(),
    name: z.string().trim().min(1).max(60),
    audience: z.enum(viewAudiences),
    /** The clients it is blended over; null: all that whoever looks may read. */
    clientIds: z.array(ClientId).min(1).max(200).nullable(),
    filter: ViewFilter,
    sort: ViewSort,
    columns: z.array(z.enum(viewColumns)).max(viewColumns.length),
  })
  .refine(({ clientIds, filter }) => clientIds?.length === 1 || isForAnyClient(filter), { path: ['filter'] })
  .refine(
    ({ audience, clientIds }) => audience === 'me' || (audience === 'team') === (clientIds?.length === 1),
    {
      path: ['audience'],
    },
  );
export type ViewDraft = z.infer<typeof ViewDraft>;

/** Channels, fields and named statuses are one client's own: no view over several clients can name them. */
const isForAnyClient = ({ channels, fields, statuses }: ViewFilter): boolean =>
  channels.length + fields.length === 0 && statuses.every(isCategory);

export interface SavedView extends Omit<ViewDraft, 'id'> {
  readonly id: ViewId;
  readonly operatorId: OperatorId;
  /** Whether whoever looks may change or remove it. */
  readonly mine: boolean;
}

/** How many a view shows; `capped`: at least so many. */
export interface ViewCount {
  readonly id: ViewId;
  readonly count: number;
  readonly capped: boolean;
}

export const ViewQueueRequest = z.object({
  viewId: ViewId,
  /** One client of the view, or all of them. */
  clientId: ClientId.nullable(),
  cursor: z.string().max(500).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
});
export type ViewQueueRequest = z.infer<typeof ViewQueueRequest>;
