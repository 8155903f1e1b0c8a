import { createHash } from 'node:crypto';
import type { EventBody } from '../../../shared/events.ts';
import type { ConversationId, SegmentId } from '../../../shared/ids.ts';
import type { Span } from '../../../shared/time.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { atOnce, type Steps } from '../../slices.ts';
import { channelOf, conversationsAround, listEvents, type EventRow } from './queries.ts';
import { factsOf, type SegmentFacts } from './rules.ts';

export interface Population {
  /** Those in which something happened in the span, and those that were open all through it. */
  readonly segments: readonly SegmentFacts[];
  /** SHA-256 over every event of these segments before the span's end. */
  readonly hash: string;
}

/**
 * The facts of the segments that concern a span, as they stood just before its end: what happened later, though known,
 * changes nothing, so that a past period is told today as it was told then. A step is a page of rows, or one conversation.
 */
export function* populationSteps(store: ClientStore, span: Span): Steps<Population> {
  const found: Found[] = [];
  for (const id of yield* conversationsAround(store, span)) {
    found.push(...segmentsOf(store, { id, span }));
    yield;
  }
  found.sort((a, b) => (a.facts.id < b.facts.id ? -1 : 1));
  const hash = createHash('sha256');
  for (const { fingerprint } of found) hash.update(fingerprint);
  return { segments: found.map((segment) => segment.facts), hash: hash.digest('hex') };
}

/** The same in one go. */
export const readPopulation = (store: ClientStore, span: Span): Population =>
  atOnce(populationSteps(store, span));

interface Found {
  readonly facts: SegmentFacts;
  readonly fingerprint: string;
}

function segmentsOf(
  store: ClientStore,
  { id: conversationId, span }: { id: ConversationId; span: Span },
): Found[] {
  const rowsOf = new Map<SegmentId, EventRow[]>();
  for (const row of listEvents(store, { id: conversationId, before: span.to })) {
    const rows = rowsOf.get(row.segment_id);
    if (rows) rows.push(row);
    else rowsOf.set(row.segment_id, [row]);
  }
  const channelId = channelOf(store, conversationId);
  const found: Found[] = [];
  for (const [id, rows] of rowsOf) {
    const facts = factsOf({ id, conversationId, channelId, events: rows.map(eventOf) });
    const lastAt = rows.at(-1)?.at ?? span.to;
    if (facts && (lastAt >= span.from || facts.state === 'open')) {
      found.push({ facts, fingerprint: fingerprintOf(rows) });
    }
  }
  return found;
}

const eventOf = (row: EventRow) => ({ at: row.at, body: JSON.parse(row.data) as EventBody });

function fingerprintOf(rows: readonly EventRow[]): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${row.id} ${row.at} ${row.segment_id} ${row.data}\n`);
  return hash.digest('hex');
}
