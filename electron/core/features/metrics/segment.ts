import type { EventBody } from '../../../shared/events.ts';
import type { ChannelId, ConversationId, SegmentId } from '../../../shared/ids.ts';

export interface SegmentEvent {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly body: EventBody;
}

export interface Segment {
  readonly id: SegmentId;
  readonly conversationId: ConversationId;
  readonly channelId: ChannelId;
  /** In order of time. */
  readonly events: readonly SegmentEvent[];
}
